"""Reads a table as its mapping says: every row is kept, filtered, or rejected with a reason."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from flavor_training import csvfile
from flavor_training.boosting import Floats
from flavor_training.failure import TrainingError
from flavor_training.progress import say
from flavor_training.rejects import Rejects
from flavor_training.table.mapping import UNITS, Filter, Mapping

MISSING = frozenset({"", "nan", "na", "n/a", "null", "none", "?"})
_SAY_EVERY = 200_000

Row = Callable[[str], str]


@dataclass(frozen=True)
class Table:
    """The rows that are used, as columns.

    Args:
        line: of the file
        second: whether the row is of the second file
        target: in the mapping's unit
        numbers: by column; NaN where missing
        times: by column, minutes since 1970 in UTC; NaN where missing
        codes: by column; NaN where missing
        labels: by column, the category of each code
        part: what the split's column says; empty where it is not used
    """

    line: np.ndarray
    second: np.ndarray
    target: Floats
    numbers: dict[str, Floats]
    times: dict[str, Floats]
    codes: dict[str, Floats]
    labels: dict[str, list[str]]
    part: list[str]
    filtered: int

    def __len__(self) -> int:
        return len(self.target)


def read(path: Path, second: Path | None, mapping: Mapping, rejects: Rejects) -> Table:
    """Read a table and, where given, a second file of rows to hold out.

    Raises:
        TrainingError: when a file is empty, lacks a column, or nothing of it can be used
    """
    reader = _Reader(mapping, rejects)
    for number, file in enumerate([path] if second is None else [path, second]):
        before = len(reader.target)
        for line, row in _records(file, mapping, rejects):
            reader.add(line, row, number == 1)
        if len(reader.target) == before:
            why = f": {rejects.first()}" if rejects.rejected else " after the mapping's filters"
            raise TrainingError(f"{file} has no row that can be used{why}.")
    return reader.table()


def _records(path: Path, mapping: Mapping, rejects: Rejects) -> Iterator[tuple[int, Row]]:
    records = csvfile.rows(path)
    _, header = next(records, (0, []))
    if not header:
        raise TrainingError(f"{path} is empty: it needs a header and rows.")
    header = [name.strip() for name in header]
    missing = [name for name in mapping.needed() if name not in header]
    if missing:
        raise TrainingError(
            f"{path} lacks the columns {', '.join(missing)} of the mapping;"
            f" it has {', '.join(header)}."
        )
    place = {name: i for i, name in enumerate(header)}
    for count, (line, row) in enumerate(records, start=1):
        if count % _SAY_EVERY == 0:
            say(f"read {count:,} rows of {path.name}")
        if len(row) != len(header):
            rejects.reject(line, f"{len(row)} fields instead of {len(header)}")
            continue
        yield line, lambda name, row=row: row[place[name]].strip()


@dataclass
class _Reader:
    """Columns in the making."""

    mapping: Mapping
    rejects: Rejects
    line: list[int] = field(default_factory=list)
    second: list[bool] = field(default_factory=list)
    target: list[float] = field(default_factory=list)
    part: list[str] = field(default_factory=list)
    filtered: int = 0

    def __post_init__(self) -> None:
        self.numbers: dict[str, list[float]] = {name: [] for name in self.mapping.numbers()}
        self.times: dict[str, list[float]] = {name: [] for name in self.mapping.times()}
        self.codes: dict[str, list[float]] = {name: [] for name in self.mapping.codes()}
        self.vocabulary: dict[str, dict[str, int]] = {name: {} for name in self.codes}

    def add(self, line: int, row: Row, second: bool) -> None:
        """Take a row, or note why not."""
        if not all(_keeps(f, row(f.column)) for f in self.mapping.filters):
            self.filtered += 1
            return
        times, broken = self._times(row)
        try:
            target = self._target(row, times, broken)
        except ValueError as reason:
            self.rejects.reject(line, str(reason))
            return
        if not self.mapping.target.low <= target <= self.mapping.target.high:
            self.filtered += 1
            return
        for name, text in broken.items():
            self.rejects.repair(line, f"{name} is '{text}', which is no time")
        self.line.append(line)
        self.second.append(second)
        self.target.append(target)
        if self.mapping.split.column:
            self.part.append(row(self.mapping.split.column))
        for name, value in times.items():
            self.times[name].append(value)
        for name, values in self.numbers.items():
            values.append(self._number(line, name, row(name)))
        for name, values in self.codes.items():
            values.append(self._code(name, row(name)))

    def _times(self, row: Row) -> tuple[dict[str, float], dict[str, str]]:
        """Read the times, and give those that are not readable by their texts."""
        times: dict[str, float] = {}
        broken = {}
        near = None
        for name in self.mapping.times():
            text = row(name)
            times[name] = math.nan
            if text.lower() in MISSING:
                continue
            try:
                times[name] = self.mapping.clock.minutes(text, near)
                near = times[name] if near is None else near
            except (ValueError, OverflowError):
                broken[name] = text
        return times, broken

    def _target(self, row: Row, times: dict[str, float], broken: dict[str, str]) -> float:
        target, split = self.mapping.target, self.mapping.split
        for name in filter(None, (target.start, target.end, split.time)):
            if not math.isfinite(times[name]):
                raise ValueError(
                    f"{name} is '{broken[name]}', which is no time"
                    if name in broken
                    else f"{name} is missing"
                )
        if target.column:
            return _finite(target.column, row(target.column))
        minutes = times[target.end or ""] - times[target.start or ""]
        if minutes < 0:
            raise ValueError(f"{target.end} is before {target.start}")
        return minutes / UNITS[target.unit]

    def _number(self, line: int, name: str, text: str) -> float:
        if text.lower() in MISSING:
            return math.nan
        try:
            return _finite(name, text)
        except ValueError as reason:
            self.rejects.repair(line, str(reason))
            return math.nan

    def _code(self, name: str, text: str) -> float:
        known = self.vocabulary[name]
        return float(known.setdefault(text, len(known))) if text else math.nan

    def table(self) -> Table:
        """Give the columns."""

        def arrays(columns: dict[str, list[float]]) -> dict[str, Floats]:
            return {name: np.array(columns.pop(name), dtype=np.float64) for name in list(columns)}

        return Table(
            line=np.array(self.line),
            second=np.array(self.second, dtype=bool),
            target=np.array(self.target, dtype=np.float64),
            numbers=arrays(self.numbers),
            times=arrays(self.times),
            codes=arrays(self.codes),
            labels={name: list(known) for name, known in self.vocabulary.items()},
            part=self.part,
            filtered=self.filtered,
        )


def _finite(name: str, text: str) -> float:
    if not text:
        raise ValueError(f"{name} is missing")
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{name} is '{text}', which is no number") from None
    if not math.isfinite(value):
        raise ValueError(f"{name} is '{text}', which is no finite number")
    return value


def _keeps(condition: Filter, text: str) -> bool:
    if condition.values is not None and text not in condition.values:
        return False
    if condition.low == -math.inf and condition.high == math.inf:
        return True
    try:
        return condition.low <= float(text) <= condition.high
    except ValueError:
        return False
