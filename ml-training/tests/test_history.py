"""The features of the past against a naive recompute, row by row."""

import numpy as np
import pytest

from flavor_training.table import history
from flavor_training.table.mapping import History
from flavor_training.table.reading import Table


def table(count: int = 300) -> Table:
    random = np.random.default_rng(5)
    # Whole minutes, so that some rows begin at the very moment others end.
    start = np.sort(random.integers(0, 3000, count)).astype(float)
    duration = random.integers(5, 90, count).astype(float)
    codes = {
        "place": random.integers(0, 4, count).astype(float),
        "who": random.integers(0, 8, count).astype(float),
    }
    codes["place"][::40] = np.nan
    return Table(
        line=np.arange(count),
        second=np.zeros(count, dtype=bool),
        target=duration,
        numbers={},
        times={"start": start, "end": start + duration},
        codes=codes,
        labels={},
        part=[],
        filtered=0,
    )


def naive(data: Table, row: int, key: np.ndarray) -> dict[str, float]:
    start, end = data.times["start"], data.times["end"]
    now = start[row]
    same = np.isnan(key) if np.isnan(key[row]) else key == key[row]
    ended, begun = same & (end < now), same & (start < now)
    hour = ended & (end >= now - 60)
    still = begun & ~ended
    took = end - start
    return {
        "count": ended.sum(),
        "mean": (took[ended].sum() + 5 * np.median(took)) / (ended.sum() + 5),
        "mean_1h": took[hour].mean() if hour.any() else np.nan,
        "count_1h": hour.sum(),
        "placed_30m": (begun & (start >= now - 30)).sum(),
        "open": still.sum(),
        "open_age": (now - start[still]).mean() if still.any() else np.nan,
        "workers": len(set(data.codes["who"][hour])),
    }


@pytest.mark.parametrize("entity", ["place", "all"])
def test_equals_the_naive_recompute(entity):
    data = table()
    found = history.columns(data, History("start", "end", {"place": "place"}, "who"))
    key = data.codes["place"] if entity == "place" else np.zeros(len(data))
    for row in range(len(data)):
        for name, expected in naive(data, row, key).items():
            assert found[f"{entity}_{name}"][row] == pytest.approx(expected, nan_ok=True), name


def test_what_ends_later_changes_nothing():
    data, later = table(), table()
    cut = 1500.0
    changed = later.times["end"] >= cut
    later.times["end"][changed] += 500
    shape = History("start", "end", {"place": "place"}, "who")
    before = data.times["start"] <= cut
    usual = "place_mean"
    first, second = history.columns(data, shape), history.columns(later, shape)
    for name in first.keys() - {usual, "all_mean"}:
        if "deviation" not in name:
            np.testing.assert_array_equal(first[name][before], second[name][before])
