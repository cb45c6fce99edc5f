"""Conformal correction of an interval (Romano, Patterson, Candès 2019), each side by itself.

A bound is moved by the quantile of how far held-out outcomes lay outside of it, so that one in ten
lies beyond each bound whatever the quantile models got wrong.
"""

import math

import numpy as np

from flavor_training.boosting import Floats

SIDE = 0.9


def margin(beyond: Floats) -> float:
    """Give what a bound must be moved outwards, negative for inwards.

    Args:
        beyond: how far each held-out outcome lay beyond the bound; negative where inside
    """
    if not len(beyond):
        return 0.0
    rank = min(len(beyond), math.ceil((len(beyond) + 1) * SIDE))
    return float(np.partition(beyond, rank - 1)[rank - 1])


def margins(lower: Floats, upper: Floats, actual: Floats) -> tuple[float, float]:
    """Give the margins of both bounds."""
    return margin(lower - actual), margin(actual - upper)
