"""Which rows train, choose and test."""

from dataclasses import dataclass

import numpy as np

from flavor_training.failure import TrainingError
from flavor_training.table.mapping import Mapping
from flavor_training.table.reading import Table

_FEWEST = 100
_FEWEST_TEST = 20


@dataclass(frozen=True)
class Parts:
    """Row numbers, each in the order of time where the split is by time."""

    train: np.ndarray
    validation: np.ndarray
    test: np.ndarray


def split(table: Table, mapping: Mapping, seed: int) -> Parts:
    """Hold rows out as the mapping says; a second file's rows are the test whatever it says.

    Raises:
        TrainingError: when the split is not possible, too small, or its target never changes
    """
    found = _split(table, mapping, seed)
    learned = len(found.train) + len(found.validation)
    if learned < _FEWEST or len(found.validation) < _FEWEST_TEST or len(found.test) < _FEWEST_TEST:
        raise TrainingError(
            f"There are too few rows: {learned} to train ({_FEWEST} needed) and"
            f" {len(found.test)} to test ({_FEWEST_TEST} needed)."
        )
    if np.ptp(table.target[found.train]) == 0:
        raise TrainingError(
            f"The target {mapping.target.name} is {table.target[found.train[0]]:g} in every row:"
            " there is nothing to learn."
        )
    return found


def _split(table: Table, mapping: Mapping, seed: int) -> Parts:
    split = mapping.split
    rows = _ordered(table, mapping, seed)
    if split.column and not table.second.any():
        part = np.array(table.part)[rows]
        train, validation, test = (
            rows[np.isin(part, split.parts.get(name, ()))]
            for name in ("train", "validation", "test")
        )
        return Parts(train, validation, test) if len(validation) else _cut(train, test, mapping)
    if table.second.any():
        return _cut(rows[~table.second[rows]], rows[table.second[rows]], mapping)
    if split.test_from and split.time:
        later = table.times[split.time][rows] >= _instant(mapping)
        return _cut(rows[~later], rows[later], mapping)
    if split.time is None and not split.random:
        raise TrainingError(
            "The mapping's split names no time, column or random, and there is no second file."
        )
    share = split.test_fraction
    at = round(len(rows) * (1 - share))
    # The validation share is of all rows, so that 0.2 and 0.2 is 60/20/20.
    valid = round(len(rows) * split.validation_fraction)
    return Parts(rows[: max(0, at - valid)], rows[max(0, at - valid) : at], rows[at:])


def _ordered(table: Table, mapping: Mapping, seed: int) -> np.ndarray:
    """Order rows by time, or by lot where the table has none to split by."""
    if mapping.split.time:
        return np.argsort(table.times[mapping.split.time], kind="stable")
    return np.random.default_rng(seed).permutation(len(table))


def _cut(learn: np.ndarray, test: np.ndarray, mapping: Mapping) -> Parts:
    """Take the last part of what is learned from for validation."""
    at = round(len(learn) * (1 - mapping.split.validation_fraction))
    return Parts(learn[:at], learn[at:], test)


def _instant(mapping: Mapping) -> float:
    text = mapping.split.test_from or ""
    try:
        return mapping.clock.minutes(text)
    except ValueError:
        raise TrainingError(f"split.test_from '{text}' is no time of the mapping's form.") from None
