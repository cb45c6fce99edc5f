"""The mapping file: what the columns of a table mean, checked before anything is read."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from flavor_training.failure import TrainingError
from flavor_training.table.keys import Keys
from flavor_training.table.times import Clock

UNITS = {"seconds": 1 / 60, "minutes": 1.0, "hours": 60.0}


@dataclass(frozen=True)
class Target:
    """What is predicted: a column, or the time between two; rows out of bounds are filtered."""

    column: str | None
    start: str | None
    end: str | None
    unit: str
    low: float
    high: float

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.column or f"{self.end} − {self.start}"


@dataclass(frozen=True)
class Split:
    """How rows are held out: by time, by a column that says so, or by lot with the run's seed."""

    time: str | None = None
    test_from: str | None = None
    column: str | None = None
    parts: Dict[str, tuple[str, ...]] = field(default_factory=dict)
    random: bool = False
    test_fraction: float = 0.2
    validation_fraction: float = 0.2


@dataclass(frozen=True)
class Filter:
    """Keeps rows whose column has one of the values, or lies within bounds."""

    column: str
    values: tuple[str, ...] | None
    low: float
    high: float


@dataclass(frozen=True)
class Coordinates:
    """Two points, latitude and longitude each, between which the distance is measured."""

    name: str
    start: tuple[str, str]
    end: tuple[str, str]


@dataclass(frozen=True)
class Sum:
    """Counts that belong together: their sum and how many are not 0 are features too."""

    name: str
    of: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """From which earlier rows more is learned: of the same restaurant, region and the like."""

    start: str
    end: str | None
    entities: Dict[str, str]
    workers: str | None


@dataclass(frozen=True)
class Mapping:
    """A mapping file."""

    name: str
    target: Target
    split: Split
    filters: tuple[Filter, ...]
    categorical: tuple[str, ...]
    numeric: tuple[str, ...]
    timestamp: tuple[str, ...]
    coordinate: tuple[Coordinates, ...]
    total: tuple[Sum, ...]
    ignore: tuple[str, ...]
    clock: Clock
    history: History | None

    def times(self) -> list[str]:
        """Name the columns that are read as times."""
        history = (self.history.start, self.history.end) if self.history else ()
        named = (self.target.start, self.target.end, self.split.time, *self.timestamp, *history)
        return list(dict.fromkeys(name for name in named if name))

    def numbers(self) -> list[str]:
        """Name the columns that are read as numbers."""
        points = [c for pair in self.coordinate for c in (*pair.start, *pair.end)]
        counts = [c for total in self.total for c in total.of]
        return list(dict.fromkeys([*self.numeric, *points, *counts]))

    def codes(self) -> list[str]:
        """Name the columns that are read as categories."""
        history = self.history
        more = [*history.entities.values(), *filter(None, [history.workers])] if history else []
        return list(dict.fromkeys([*self.categorical, *more]))

    def needed(self) -> list[str]:
        """Name all columns that the table must have."""
        more = [self.target.column, self.split.column, *(f.column for f in self.filters)]
        return list(
            dict.fromkeys(
                [*filter(None, more), *self.times(), *self.numbers(), *self.codes(), *self.ignore]
            )
        )


def read(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        TrainingError: names the key that is wrong and what is allowed
    """
    if not path.is_file():
        raise TrainingError(f"There is no mapping file {path}.")
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
        return _mapping(Keys(content, ""))
    except (yaml.YAMLError, UnicodeDecodeError) as broken:
        raise TrainingError(f"{path} is no YAML: {' '.join(str(broken).split())}.") from None
    except ValueError as wrong:
        raise TrainingError(f"{path}: {wrong}.") from None


def _mapping(keys: Keys) -> Mapping:
    target = _target(keys.map("target"))
    columns = keys.map("columns")
    times = keys.map("time")
    clock = Clock.of(
        times.text("pattern"),
        times.text("zone", "UTC") or "UTC",
        times.text("local_zone"),
        times.text("anchor"),
        int(times.number("days_in_month", 31, 1)),
        int(times.number("days_in_previous_month", 31, 1)),
    )
    times.done()
    mapping = Mapping(
        name=keys.text("name", "table") or "table",
        target=target,
        split=_split(keys.map("split"), target),
        filters=tuple(_filter(f) for f in keys.maps("filters")),
        categorical=columns.texts("categorical"),
        numeric=columns.texts("numeric"),
        timestamp=columns.texts("timestamp"),
        coordinate=tuple(_coordinates(c) for c in columns.maps("coordinate")),
        total=tuple(_sum(s) for s in columns.maps("sum")),
        ignore=columns.texts("ignore"),
        clock=clock,
        history=_history(keys.map("history"), target) if keys.get("history") else None,
    )
    columns.done()
    keys.done()
    _check(mapping)
    return mapping


def _target(keys: Keys) -> Target:
    unit = keys.text("unit", "minutes") or "minutes"
    if unit not in UNITS:
        raise ValueError(f"target.unit is '{unit}'; allowed are {', '.join(UNITS)}")
    target = Target(
        keys.text("column"),
        keys.text("from"),
        keys.text("to"),
        unit,
        keys.number("min", float("-inf")),
        keys.number("max", float("inf")),
    )
    keys.done()
    if (target.column is None) == (target.start is None or target.end is None):
        raise ValueError("target must have column, or both from and to")
    return target


def _split(keys: Keys, target: Target) -> Split:
    parts = {part: keys.texts(part) for part in ("train", "validation", "test")}
    split = Split(
        time=keys.text("time"),
        test_from=keys.text("test_from"),
        column=keys.text("column"),
        parts={part: values for part, values in parts.items() if values},
        random=bool(keys.get("random", False)),
        test_fraction=keys.share("test_fraction", 0.2),
        validation_fraction=keys.share("validation_fraction", 0.2),
    )
    keys.done()
    if sum([split.time is not None, split.column is not None, split.random]) > 1:
        raise ValueError("split must have one of time, column and random")
    if split.column and not {"train", "test"} <= split.parts.keys():
        raise ValueError("split.column needs split.train and split.test, its values for each")
    if not (split.time or split.column or split.random) and target.start:
        return Split(**{**split.__dict__, "time": target.start})
    return split


def _filter(keys: Keys) -> Filter:
    values = keys.texts("equals") + keys.texts("in")
    found = Filter(
        keys.required("column"),
        values or None,
        keys.number("min", float("-inf")),
        keys.number("max", float("inf")),
    )
    keys.done()
    return found


def _coordinates(keys: Keys) -> Coordinates:
    points = [keys.texts("from"), keys.texts("to")]
    if any(len(point) != 2 for point in points):  # noqa: PLR2004
        raise ValueError("columns.coordinate needs from and to, each [latitude, longitude]")
    (a, b), (c, d) = points
    found = Coordinates(keys.text("name", "distance_km") or "distance_km", (a, b), (c, d))
    keys.done()
    return found


def _sum(keys: Keys) -> Sum:
    found = Sum(keys.required("name"), keys.texts("of"))
    keys.done()
    if len(found.of) < 2:  # noqa: PLR2004
        raise ValueError("columns.sum needs of: two columns or more")
    return found


def _history(keys: Keys, target: Target) -> History:
    start = keys.text("start", target.start)
    if start is None:
        raise ValueError("history.start is missing: the column of the time of prediction")
    entities = keys.texts("entities")
    if not entities:
        raise ValueError("history.entities is missing: columns such as the restaurant")
    found = History(
        start, keys.text("end", target.end), {e: e for e in entities}, keys.text("workers")
    )
    keys.done()
    return found


def _check(mapping: Mapping) -> None:
    if not (mapping.codes() or mapping.numbers() or mapping.timestamp or mapping.target.start):
        raise ValueError("columns names none to learn from")
    features = [*mapping.categorical, *mapping.numbers(), *mapping.timestamp]
    for name in features:
        if name in (mapping.target.column, mapping.target.end):
            raise ValueError(f"column {name} is the target, and cannot be a feature too")
        if name in mapping.ignore:
            raise ValueError(f"column {name} is listed as a feature and under ignore")
