"""CSV files, plain or gzipped, read as a stream."""

import csv
import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from flavor_training.failure import TrainingError

_BLOCK = 1 << 20
_TORN = (EOFError, gzip.BadGzipFile, zlib.error)


def _open(path: Path) -> IO[bytes]:
    if not path.is_file():
        raise TrainingError(f"There is no file {path}.")
    with path.open("rb") as file:
        zipped = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if zipped else path.open("rb")


def measure(path: Path) -> tuple[int, str]:
    """Count a file's lines and hash its unpacked content (SHA-256), whatever its compression."""
    digest = hashlib.sha256()
    lines = 0
    try:
        with _open(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                lines += block.count(b"\n")
    except _TORN:
        raise TrainingError(
            f"{path} ends early or is damaged: it was not written completely."
        ) from None
    return lines, digest.hexdigest()


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give every record with the line it ends on, the header first; blank lines are skipped."""
    with _open(path) as file:
        text = (line.decode("utf-8-sig" if i == 0 else "utf-8") for i, line in enumerate(file))
        reader = csv.reader(text)
        try:
            for row in reader:
                if row:
                    yield reader.line_num, row
        except UnicodeDecodeError:
            raise TrainingError(
                f"{path} is not UTF-8 after line {reader.line_num}: convert it first."
            ) from None
        except _TORN:
            raise TrainingError(
                f"{path} ends early or is damaged: it was not written completely."
            ) from None
        except csv.Error as broken:
            raise TrainingError(f"{path}, line {reader.line_num}: {broken}.") from None
