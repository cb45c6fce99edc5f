"""The split by time: the oldest orders train, later ones calibrate, the newest test."""

from dataclasses import dataclass

import numpy as np

from flavor_training.eta.examples import Examples
from flavor_training.failure import TrainingError

_TRAIN = 0.70
_CALIBRATION = 0.15
_FEWEST = 200


@dataclass(frozen=True)
class Slices:
    """The slices, oldest first.

    Of the 15 % for calibration the older half chooses (parameters and rounds) and the newer half
    corrects the interval, so that the correction is made on rows which nothing was fitted to.
    """

    train: Examples
    choice: Examples
    correction: Examples
    test: Examples


def split(examples: Examples) -> Slices:
    """Split by the time of each order's first example: an order is never in two slices.

    Raises:
        TrainingError: when there are too few examples, or their target never changes
    """
    if len(examples) < _FEWEST:
        raise TrainingError(
            f"There are {len(examples)} examples; at least {_FEWEST} are needed to train and test."
        )
    if np.ptp(examples.actual) == 0:
        raise TrainingError(
            f"actual_minutes is {examples.actual[0]:g} in every example: there is nothing to learn."
        )
    orders, order = np.unique(examples.order_id, return_inverse=True)
    first = np.full(len(orders), np.inf)
    np.minimum.at(first, order, examples.event_time)
    in_time = examples.take(np.lexsort((examples.event_time, examples.order_id, first[order])))
    begins = np.flatnonzero(np.diff(in_time.order_id, prepend=np.nan))
    ends = [_TRAIN, _TRAIN + _CALIBRATION / 2, _TRAIN + _CALIBRATION]
    a, b, c = (int(begins[np.searchsorted(begins, share * len(examples)) - 1]) for share in ends)
    n = len(examples)
    if not 0 < a < b < c < n:
        raise TrainingError(f"There are {len(orders)} orders, too few to split them by time.")
    return Slices(*(in_time.take(slice(*ab)) for ab in ((0, a), (a, b), (b, c), (c, n))))
