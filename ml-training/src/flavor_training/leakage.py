"""Columns that tell the target instead of predicting it."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from flavor_training.boosting import Floats
from flavor_training.failure import TrainingError

_SAMPLE = 5_000
_SHARE = 0.98
_UNITS = (1.0, 60.0, 3600.0, 1440.0, 1 / 60, 1 / 3600, 1 / 1440)
_SPREAD = 0.002
_ROUNDS = 4


def refuse(columns: Mapping[str, Floats], target: Floats, target_name: str) -> None:
    """Refuse columns that equal the target or imply it by arithmetic, in any unit of time.

    Looks at every column, at the difference, sum, product and quotient of every two, and at the
    linear sum of all, on rows where they are known. A match of 98 % of the rows is a leak: dirt
    does not hide one.

    Raises:
        TrainingError: names the columns and how the target follows from them
    """
    sample = np.linspace(0, len(target) - 1, min(len(target), _SAMPLE)).astype(int)
    y = target[sample]
    tolerance = _SPREAD * float(np.subtract(*np.quantile(y, [0.9, 0.1])))
    taken = {name: values[sample] for name, values in columns.items() if np.ptp(values) != 0}

    def leak(how: str, names: str) -> TrainingError:
        return TrainingError(
            f"{names} {how} the target {target_name}: that is known only afterwards;"
            " list it under ignore."
        )

    for name, values in taken.items():
        if _implies(values, y, tolerance):
            raise leak("gives away", f"Column {name}")
    for (a, x), (b, z) in combinations(taken.items(), 2):
        with np.errstate(all="ignore"):
            results = {"minus": x - z, "plus": x + z, "times": z * x, "divided by": x / z}
            backwards = {"minus": z - x, "divided by": z / x}
        for first, second, made in ((a, b, results), (b, a, backwards)):
            for operation, values in made.items():
                if _implies(values, y, tolerance):
                    raise leak("is", f"Column {first} {operation} column {second}")
    together = _linear(taken, y, tolerance)
    if together:
        raise leak("add up to", "Columns " + ", ".join(together))


def _implies(values: Floats, y: Floats, tolerance: float) -> bool:
    """Whether the values are the target, in some unit of time."""
    known = np.isfinite(values)
    if known.sum() < max(20, 0.5 * len(y)):
        return False
    values, y = values[known], y[known]
    return any(np.mean(np.abs(values * unit - y) <= tolerance) >= _SHARE for unit in _UNITS)


def _linear(columns: Mapping[str, Floats], y: Floats, tolerance: float) -> list[str]:
    """Name the columns whose weighted sum is the target; empty where there is no such sum."""
    names = [name for name, values in columns.items() if np.isfinite(values).mean() > _SHARE]
    if not names:
        return []
    matrix = np.column_stack([columns[name] for name in names])
    known = np.isfinite(matrix).all(axis=1)
    if known.sum() < 3 * len(names) + 20:
        return []
    matrix, y = matrix[known], y[known]
    scale = matrix.std(axis=0)
    scale[scale == 0] = 1.0
    matrix = np.column_stack([(matrix - matrix.mean(axis=0)) / scale, np.ones(len(y))])
    keep = np.ones(len(y), dtype=bool)
    weights = np.zeros(matrix.shape[1])
    for _ in range(_ROUNDS):
        weights = np.linalg.lstsq(matrix[keep], y[keep], rcond=None)[0]
        far = np.abs(matrix @ weights - y)
        keep = far <= max(tolerance, float(np.quantile(far, 0.9)))
    if np.mean(np.abs(matrix @ weights - y) <= tolerance) < _SHARE:
        return []
    return [name for name, weight in zip(names, weights, strict=False) if abs(weight) > tolerance]
