"""The rule of promotion: a challenger must be better beyond chance, and honest about itself."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

from flavor_training import metrics
from flavor_training.boosting import Floats
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Answers

_SIGNIFICANCE = 0.05
_COVERAGE = 0.80
_TOLERANCE = 0.02


@dataclass(frozen=True)
class Decision:
    """Whether it is promoted, why, and the chance that so large a difference is luck."""

    promote: bool
    why: str
    p_value: float


def decide(test: Examples, challenger: Answers, rival: Floats, rival_name: str) -> Decision:
    """Compare with a rival's minutes on the newest slice.

    A one-sided paired t-test over orders, each being the mean over its stages: errors of one order
    are not independent.
    """
    difference = np.abs(rival - test.actual) - np.abs(challenger.minutes - test.actual)
    p = _p_value(_mean_by(test.order_id, difference))
    ours, theirs = metrics.mae(challenger.minutes, test.actual), metrics.mae(rival, test.actual)
    covered = metrics.coverage(challenger.p10, challenger.p90, test.actual)
    compared = f"MAE {ours:.3f} min against {theirs:.3f} of {rival_name} (p = {p:.2g})"
    interval = f"{covered:.1%} lie in the interval"
    if ours >= theirs or p >= _SIGNIFICANCE:
        return Decision(False, f"Not better beyond chance: {compared}.", p)
    if abs(covered - _COVERAGE) > _TOLERANCE:
        return Decision(False, f"Better, {compared}, but {interval}, not 80 % ± 2.", p)
    return Decision(True, f"Better: {compared}; {interval}.", p)


def _mean_by(keys: Floats, values: Floats) -> Floats:
    _, place = np.unique(keys, return_inverse=True)
    return np.bincount(place, values) / np.bincount(place)


def _p_value(differences: Floats) -> float:
    if len(differences) < 2 or np.ptp(differences) == 0:  # noqa: PLR2004
        return 0.0 if len(differences) > 1 and differences[0] > 0 else 1.0
    t = differences.mean() / (differences.std(ddof=1) / math.sqrt(len(differences)))
    return float(stats.t.sf(t, len(differences) - 1))
