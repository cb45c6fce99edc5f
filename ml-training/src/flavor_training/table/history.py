"""What was known at each row's time from earlier rows: of its restaurant, its region, and all.

Strictly past: a delivery's duration counts only for rows that begin after it ended, as it would
live. Times are whole milliseconds, and an entity's rows lie on a stretch of their own of one long
axis, so that a single binary search serves all entities.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flavor_training.boosting import Floats
from flavor_training.table.mapping import History
from flavor_training.table.reading import Table

_WINDOWS = {"30m": 30, "1h": 60, "3h": 180, "1d": 1440}
_DEVIATION = {"30m": 30, "1h": 60}
_PLACED = {"10m": 10, "30m": 30}
_SHRINK = 5.0
_WORKERS_MINUTES = 60
_MS = 60_000
_LONGEST = max(_WINDOWS.values()) * _MS

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class _Axis:
    """Rows of all entities on one axis.

    Args:
        asked: where each row's own time lies
        begin: where the stretch of its entity begins
        starts: of all usable rows, sorted
        ends: the same
        by_start: usable rows in the order of `starts`
        by_end: usable rows in the order of `ends`
    """

    asked: Integers
    begin: Integers
    starts: Integers
    ends: Integers
    by_start: Integers
    by_end: Integers

    def before(self, minutes: int | None, moments: Integers) -> tuple[Integers, Integers]:
        """Give the range of moments in the minutes (None: ever) before each row's own time."""
        low = self.begin if minutes is None else self.asked - minutes * _MS
        return np.searchsorted(moments, low, "left"), np.searchsorted(moments, self.asked, "left")


def columns(table: Table, history: History) -> dict[str, Floats]:
    """Give the features by name; NaN where nothing is known.

    Args:
        table: rows whose start is missing get NaN, and count for nobody
    """
    starts = table.times[history.start]
    ends = table.times[history.end] if history.end else starts + table.target
    duration = ends - starts
    usual = float(np.nanmedian(duration))
    workers = table.codes[history.workers] if history.workers else None
    keys = {name: table.codes[column] for name, column in history.entities.items()}
    keys["all"] = np.zeros(len(table))
    found: dict[str, Floats] = {}
    reference = None
    for name, key in keys.items():
        axis = _axis(key, starts, ends)
        lifetime, count = _mean(axis, duration, None)
        shrunken = (np.nan_to_num(lifetime) * count + usual * _SHRINK) / (count + _SHRINK)
        # What an entity's rows took beyond what is usual there: sudden change, whatever the place.
        reference = shrunken if reference is None else reference
        found |= {f"{name}_mean": shrunken, f"{name}_count": count}
        for label, minutes in _WINDOWS.items():
            mean, count = _mean(axis, duration, minutes)
            found |= {f"{name}_mean_{label}": mean, f"{name}_count_{label}": count}
        for label, minutes in _DEVIATION.items():
            found[f"{name}_deviation_{label}"] = _mean(axis, duration - reference, minutes)[0]
        for label, minutes in _PLACED.items():
            low, high = axis.before(minutes, axis.starts)
            found[f"{name}_placed_{label}"] = (high - low).astype(np.float64)
        found |= {f"{name}_{what}": values for what, values in _open(axis, starts).items()}
        if workers is not None:
            active = _workers(axis, workers)
            found[f"{name}_workers"] = active
            found[f"{name}_load"] = found[f"{name}_open"] / (active + 1)
    unknown = ~np.isfinite(starts)
    return {name: np.where(unknown, np.nan, values) for name, values in found.items()}


def _axis(key: Floats, starts: Floats, ends: Floats) -> _Axis:
    usable = np.isfinite(starts) & np.isfinite(ends)
    origin = float(np.nanmin(starts))
    latest = float(np.nanmax(np.where(usable, np.maximum(starts, ends), origin)))
    stretch = int((latest - origin) * _MS) + 2 * _LONGEST
    entity = np.where(np.isfinite(key), key + 1, 0).astype(np.int64)
    begin = entity * stretch

    def place(times: Floats) -> Integers:
        since = np.where(np.isfinite(times), times - origin, 0.0)
        return begin + _LONGEST + np.rint(since * _MS).astype(np.int64)

    rows = np.flatnonzero(usable)
    asked, ended = place(starts), place(ends)
    by_start = rows[np.argsort(asked[rows], kind="stable")]
    by_end = rows[np.argsort(ended[rows], kind="stable")]
    return _Axis(asked, begin, asked[by_start], ended[by_end], by_start, by_end)


def _mean(axis: _Axis, values: Floats, minutes: int | None) -> tuple[Floats, Floats]:
    """Mean of the values of rows that ended in the minutes before, and their number."""
    low, high = axis.before(minutes, axis.ends)
    sums = np.concatenate([[0.0], np.cumsum(values[axis.by_end])])
    count = (high - low).astype(np.float64)
    with np.errstate(invalid="ignore"):
        return (sums[high] - sums[low]) / np.where(count > 0, count, np.nan), count


def _open(axis: _Axis, starts: Floats) -> dict[str, Floats]:
    """Count the rows begun and not ended, and their mean age: what waiting tells before it ends."""
    origin = float(np.nanmin(starts))
    begun = axis.before(None, axis.starts)
    ended = axis.before(None, axis.ends)
    since = np.nan_to_num(starts - origin)

    def total(rows: Integers, span: tuple[Integers, Integers]) -> Floats:
        sums = np.concatenate([[0.0], np.cumsum(since[rows])])
        return sums[span[1]] - sums[span[0]]

    count = (begun[1] - begun[0] - (ended[1] - ended[0])).astype(np.float64)
    left = total(axis.by_start, begun) - total(axis.by_end, ended)
    with np.errstate(invalid="ignore"):
        age = since - left / np.where(count > 0, count, np.nan)
    return {"open": count, "open_age": age}


def _workers(axis: _Axis, workers: Floats) -> Floats:
    """Count the different couriers who ended something in the last hour."""
    low, high = axis.before(_WORKERS_MINUTES, axis.ends)
    codes = workers[axis.by_end]
    out = np.empty(len(low))
    seen: Counter[float] = Counter()
    left = right = 0
    for row in np.argsort(axis.asked, kind="stable"):
        while right < high[row]:
            seen[codes[right]] += 1
            right += 1
        while left < low[row]:
            seen[codes[left]] -= 1
            if not seen[codes[left]]:
                del seen[codes[left]]
            left += 1
        out[row] = len(seen)
    return out
