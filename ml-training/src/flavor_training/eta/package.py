"""A model as it travels: a zip with signature, boosters, metrics and checksums.

The same content gives the same bytes: entries have no time, JSON has one form.
"""

import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm as lgb

from flavor_training import boosting
from flavor_training.eta import vector
from flavor_training.eta.model import PARTS, Model
from flavor_training.failure import TrainingError

TARGET = "residual_minutes"
MOST_BYTES = 64 << 20
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}")
_SUMS = "SHA256SUMS"
_TEXTS = tuple(f"{part}.txt" for part in PARTS)
_FILES = ("signature.json", *_TEXTS, "metrics.json")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """A package that was read and checked."""

    model: Model
    version: str
    metrics: dict[str, Any]
    sha256: str


def check_version(version: str) -> str:
    """Give the version back.

    Raises:
        TrainingError: when the platform would refuse it
    """
    if not VERSION.fullmatch(version) or version == "baseline":
        raise TrainingError(
            f"'{version}' is no model version: 1 to 63 letters, digits, dots, dashes and"
            " underscores, a letter or digit first, and not 'baseline'."
        )
    return version


def signature(version: str, trained_at: str, model: Model) -> dict[str, Any]:
    """Give what the platform checks before it uses the model."""
    return {
        "schema_version": 1,
        "model_version": check_version(version),
        "target": TARGET,
        "trained_at": trained_at,
        "features": [element.signature() for element in vector.elements()],
        "interval": {
            stage: {"lower_minutes": lower, "upper_minutes": upper}
            for stage, (lower, upper) in model.intervals.items()
        },
    }


def write(path: Path, model: Model, signed: dict[str, Any], metrics: dict[str, Any]) -> str:
    """Write a package and give its SHA-256."""
    contents = {
        "signature.json": _json(signed),
        **{f"{part}.txt": model.boosters[part].model_to_string().encode() for part in PARTS},
        "metrics.json": _json(metrics),
    }
    sums = "".join(f"{_sha(contents[name])}  {name}\n" for name in _FILES)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {**contents, _SUMS: sums.encode()}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)
    path.write_bytes(buffer.getvalue())
    return _sha(buffer.getvalue())


def read(path: Path) -> Package:
    """Read and check a package.

    Raises:
        TrainingError: says what is wrong with it
    """
    if not path.is_file():
        raise TrainingError(f"There is no package {path}.")
    content = path.read_bytes()
    files = _unpack(content, path)
    signed = _parsed(files["signature.json"], f"signature.json of {path}")
    _check_signature(signed, path)
    boosters = {part: _booster(files[f"{part}.txt"], f"{part}.txt of {path}") for part in PARTS}
    interval = signed["interval"]
    try:
        intervals = {
            s: (float(interval[s]["lower_minutes"]), float(interval[s]["upper_minutes"]))
            for s in vector.stages()
        }
    except (KeyError, TypeError, ValueError):
        raise TrainingError(
            f"{path}: interval must give lower_minutes and upper_minutes of"
            f" {', '.join(vector.stages())}."
        ) from None
    metrics = _parsed(files["metrics.json"], f"metrics.json of {path}")
    return Package(Model(boosters, intervals), signed["model_version"], metrics, _sha(content))


def _unpack(content: bytes, path: Path) -> dict[str, bytes]:
    if len(content) > MOST_BYTES:
        raise TrainingError(f"{path} has {len(content)} bytes; {MOST_BYTES} are allowed.")
    expected = sorted([*_FILES, _SUMS])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sorted(archive.namelist()) != expected:
                raise TrainingError(
                    f"{path} has the entries {', '.join(sorted(archive.namelist()))};"
                    f" a package has {', '.join(expected)}."
                )
            files = {name: archive.read(name) for name in expected}
    except (zipfile.BadZipFile, EOFError) as broken:
        raise TrainingError(f"{path} is broken or cut off: {broken}.") from None
    listed = files[_SUMS].decode("utf-8", "replace").splitlines()
    for name in _FILES:
        if f"{_sha(files[name])}  {name}" not in listed:
            raise TrainingError(f"{path}: {name} is not the one that SHA256SUMS lists.")
    return files


def _check_signature(signed: dict[str, Any], path: Path) -> None:
    absent = [
        key
        for key in ("schema_version", "model_version", "target", "features", "interval")
        if key not in signed
    ]
    if absent:
        raise TrainingError(f"{path}: signature.json lacks {', '.join(absent)}.")
    if signed["schema_version"] != 1:
        raise TrainingError(f"{path}: schema_version is {signed['schema_version']}, not 1.")
    check_version(str(signed["model_version"]))
    if signed["target"] != TARGET:
        raise TrainingError(f"{path} predicts {signed['target']}; the platform uses {TARGET}.")
    expected = [element.signature() for element in vector.elements()]
    for i, (found, wanted) in enumerate(zip(signed["features"], expected, strict=False)):
        if found != wanted:
            raise TrainingError(f"{path}: feature {i} is {found}; the vector has {wanted}.")
    if len(signed["features"]) != len(expected):
        raise TrainingError(
            f"{path} has {len(signed['features'])} features; the vector has {len(expected)}."
        )


def _booster(content: bytes, name: str) -> lgb.Booster:
    text = content.decode("utf-8", "replace")
    if not text.startswith("tree\n") or "end of trees" not in text:
        raise TrainingError(f"{name} is no complete LightGBM model.")
    try:
        booster = boosting.load(text)
    except lgb.basic.LightGBMError as refused:
        raise TrainingError(f"{name} is refused by LightGBM: {refused}.") from None
    if booster.feature_name() != vector.names():
        raise TrainingError(f"{name} was trained on other features than the vector's.")
    return booster


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except ValueError as wrong:
        raise TrainingError(f"{name} is no JSON: {wrong}.") from None
    if not isinstance(value, dict):
        raise TrainingError(f"{name} is no JSON object.")
    return value


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=1, allow_nan=False, ensure_ascii=False) + "\n").encode()


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
