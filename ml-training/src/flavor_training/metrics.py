"""How good predictions are."""

from collections.abc import Callable

import numpy as np

from flavor_training.boosting import Floats

Summary = dict[str, float | int]


def mae(predicted: Floats, actual: Floats) -> float:
    """Mean absolute error."""
    return float(np.abs(predicted - actual).mean())


def rmse(predicted: Floats, actual: Floats) -> float:
    """Root of the mean squared error."""
    return float(np.sqrt(np.square(predicted - actual).mean()))


def coverage(lower: Floats, upper: Floats, actual: Floats) -> float:
    """Share of the outcomes that lie within their interval."""
    return float(((lower <= actual) & (actual <= upper)).mean())


def errors(predicted: Floats, actual: Floats) -> Summary:
    """Both errors, by name."""
    return {"mae": mae(predicted, actual), "rmse": rmse(predicted, actual)}


def by_group(
    groups: np.ndarray, name: Callable[[float], str], measure: Callable[[np.ndarray], Summary]
) -> dict[str, Summary]:
    """Measure every group of rows by itself; NaN is the group `unknown`."""
    out = {}
    known = np.isfinite(groups)
    for value in np.unique(groups[known]):
        out[name(float(value))] = measure(groups == value)
    if not known.all():
        out["unknown"] = measure(~known)
    return out
