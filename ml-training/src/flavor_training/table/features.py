"""The numbers that a table's model learns from."""

from dataclasses import dataclass

import numpy as np

from flavor_training import leakage
from flavor_training.boosting import Floats
from flavor_training.table import history
from flavor_training.table.mapping import Coordinates, Mapping
from flavor_training.table.reading import Table

_EARTH_KM = 6371.0088
_DAY = 1440
_WEEK = 7
# Day 0 of 1970 was a Thursday.
_THURSDAY = 3


@dataclass(frozen=True)
class Features:
    """A matrix with names; categories are the indexes of columns of codes."""

    names: list[str]
    matrix: Floats
    categories: list[int]


def check_leaks(table: Table, mapping: Mapping) -> None:
    """Refuse columns that the mapping uses and that give the target away.

    Raises:
        TrainingError: names the columns
    """
    times = [name for name in mapping.timestamp if name in table.times]
    origin = table.times[mapping.target.start] if mapping.target.start else None
    columns = dict(table.numbers)
    if origin is None:
        base = float(np.nanmin(table.times[times[0]])) if times else 0.0
        columns |= {name: table.times[name] - base for name in times}
    else:
        columns |= {name: table.times[name] - origin for name in times}
    leakage.refuse(columns, table.target, mapping.target.name)


def build(table: Table, mapping: Mapping) -> Features:
    """Make the features: columns as they are, parts of times, distances, and what went before."""
    codes = {name: table.codes[name] for name in mapping.categorical}
    numbers = {name: table.numbers[name] for name in mapping.numbers()}
    for pair in mapping.coordinate:
        numbers[pair.name] = _distance(table, pair)
    for total in mapping.total:
        counts = np.nan_to_num(np.column_stack([table.numbers[name] for name in total.of]))
        numbers |= {
            total.name: counts.sum(axis=1),
            f"{total.name}_kinds": (counts != 0).sum(axis=1),
        }
    first, *later = _instants(mapping) or [None]
    for name in filter(None, (first, *later)):
        numbers |= _calendar(name, mapping.clock.local(table.times[name]))
    for name in later:
        numbers[f"{name}_after_{first}"] = table.times[name] - table.times[first or ""]
    if mapping.history:
        numbers |= history.columns(table, mapping.history)
    columns = {**codes, **numbers}
    varying = [name for name, values in columns.items() if _varies(values)]
    matrix = np.column_stack([columns[name] for name in varying])
    categories = [i for i, name in enumerate(varying) if name in codes]
    return Features([_plain(name) for name in varying], matrix, categories)


def _instants(mapping: Mapping) -> list[str]:
    """Name the times that are known when predicting; the time of prediction first."""
    named = [mapping.target.start, *mapping.timestamp]
    return list(dict.fromkeys(name for name in named if name and name != mapping.target.end))


def _calendar(name: str, local: Floats) -> dict[str, Floats]:
    return {
        f"{name}_hour": local % _DAY / 60,
        f"{name}_weekday": (np.floor(local / _DAY) + _THURSDAY) % _WEEK,
    }


def _distance(table: Table, pair: Coordinates) -> Floats:
    """Give the distance on the globe, km (haversine)."""
    lat1, lon1, lat2, lon2 = (np.radians(table.numbers[name]) for name in (*pair.start, *pair.end))
    half = (
        np.sin((lat2 - lat1) / 2) ** 2
        + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))


def _varies(values: Floats) -> bool:
    known = values[np.isfinite(values)]
    return len(known) > 0 and bool(np.ptp(known) > 0 or len(known) < len(values))


def _plain(name: str) -> str:
    """LightGBM's files allow no blanks or JSON signs in names."""
    return "".join(c if c.isalnum() or c in "_-." else "_" for c in name)
