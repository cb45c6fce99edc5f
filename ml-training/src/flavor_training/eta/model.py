"""Three boosters over the baseline, and their answer: the same arithmetic as in Java's runtime."""

from dataclasses import dataclass

import lightgbm as lgb
import numpy as np

from flavor_training import boosting, conformal
from flavor_training.boosting import Floats
from flavor_training.eta import vector
from flavor_training.eta.examples import Examples

SHORTEST_MINUTES = 0.5
LONGEST_MINUTES = 240.0
PARTS = ("point", "p10", "p90")
_FEWEST = 30

Intervals = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Answers:
    """Minutes to delivery, and the interval that holds four deliveries of five."""

    minutes: Floats
    p10: Floats
    p90: Floats


@dataclass(frozen=True)
class Model:
    """What a package holds.

    Args:
        boosters: by PARTS, each predicting residual minutes
        intervals: by stage, minutes taken off the lower end and added to the upper
    """

    boosters: dict[str, lgb.Booster]
    intervals: Intervals

    def residuals(self, vectors: Floats) -> dict[str, Floats]:
        """Ask the boosters alone."""
        return {part: boosting.predict(self.boosters[part], vectors) for part in PARTS}

    def answer(self, vectors: Floats, baseline: Floats) -> Answers:
        """Predict as the platform does: corrected, within bounds, in order."""
        residuals = self.residuals(vectors)
        lower, upper = self._margins(vectors[:, vector.index("stage")])
        minutes = baseline + residuals["point"]
        p10 = baseline + residuals["p10"] - lower
        p90 = baseline + residuals["p90"] + upper
        odd = ~np.isfinite(minutes + p10 + p90)
        minutes, p10, p90 = (
            np.clip(np.where(odd, baseline, x), SHORTEST_MINUTES, LONGEST_MINUTES)
            for x in (minutes, p10, p90)
        )
        return Answers(minutes, np.minimum(p10, minutes), np.maximum(p90, minutes))

    def _margins(self, stage: Floats) -> tuple[Floats, Floats]:
        """Give each row's margins; a stage that is not known gets the widest."""
        known = np.array([self.intervals[name] for name in vector.stages()])
        table = np.vstack([known, known.max(axis=0)])
        widest = len(known)
        valid = (stage >= 0) & (stage < widest)
        rows = table[np.where(valid, stage, widest).astype(int)]
        return rows[:, 0], rows[:, 1]


def corrected(boosters: dict[str, lgb.Booster], held_out: Examples) -> Model:
    """Correct the interval by stage; a stage with few examples gets the correction of all."""
    lower = boosting.predict(boosters["p10"], held_out.vectors)
    upper = boosting.predict(boosters["p90"], held_out.vectors)
    intervals = {}
    for code, stage in enumerate(vector.stages()):
        rows = held_out.stage == code
        if rows.sum() < _FEWEST:
            rows = np.ones(len(held_out), dtype=bool)
        intervals[stage] = conformal.margins(lower[rows], upper[rows], held_out.residual[rows])
    return Model(boosters, intervals)
