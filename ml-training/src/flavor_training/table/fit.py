"""The models of a table: the point as a mean of four, and two quantiles with their correction.

Two of the four go for the median and two for the mean: their errors differ, so their mean is better
than each.
"""

import math
from dataclasses import dataclass

import lightgbm as lgb
import numpy as np

from flavor_training import boosting, conformal, tuning
from flavor_training.boosting import Floats
from flavor_training.progress import say
from flavor_training.table.features import Features
from flavor_training.table.parts import Parts
from flavor_training.tuning import Tuned

_OBJECTIVES = ("l1", "l2")
_BAG = 2


@dataclass(frozen=True)
class Predicted:
    """Predictions with their interval."""

    point: Floats
    p10: Floats
    p90: Floats


@dataclass(frozen=True)
class Fitted:
    """What a training made."""

    points: list[lgb.Booster]
    quantiles: dict[str, lgb.Booster]
    margins: tuple[float, float]
    tuned: Tuned

    def predict(self, matrix: Floats) -> Predicted:
        """Predict rows."""
        point = np.mean([boosting.predict(booster, matrix) for booster in self.points], axis=0)
        low = boosting.predict(self.quantiles["p10"], matrix) - self.margins[0]
        high = boosting.predict(self.quantiles["p90"], matrix) + self.margins[1]
        return Predicted(point, np.minimum(low, point), np.maximum(high, point))

    def boosters(self) -> dict[str, lgb.Booster]:
        """Give all models by the names of their files."""
        return {f"point-{i}": b for i, b in enumerate(self.points, start=1)} | self.quantiles

    def importance(self) -> dict[str, float]:
        """Give each feature's share of the gain."""
        return boosting.importance(self.points[0])


def fit(built: Features, target: Floats, rows: Parts, trials: int, seed: int) -> Fitted:
    """Search on the training rows, then train the point anew on them and the validation rows.

    The interval's models stop and are corrected on halves of the validation rows, so they never
    see those: what was learned from says nothing about coverage.
    """
    say(f"searching parameters, {trials} trials on {len(rows.train):,} rows")
    train = _dataset(built, target, rows.train)
    valid = _dataset(built, target, rows.validation, train)
    tuned = tuning.search(train, valid, trials, seed, _OBJECTIVES)
    learn = np.concatenate([rows.train, rows.validation])
    more = max(1, round(tuned.rounds * math.sqrt(len(learn) / len(rows.train))))
    everything = _dataset(built, target, learn)
    say(f"training {_BAG * len(_OBJECTIVES)} models on {len(learn):,} rows, {more} rounds each")
    points = [
        boosting.fit(tuned.params | {"objective": o, "seed": seed + i}, everything, rounds=more)
        for i in range(_BAG)
        for o in _OBJECTIVES
    ]
    stop, correct = rows.validation[::2], rows.validation[1::2]
    stopping = _dataset(built, target, stop, train)
    quantiles = {
        part: boosting.fit(boosting.quantile(tuned.params, alpha), train, stopping)
        for part, alpha in boosting.INTERVAL.items()
    }
    low, high = (boosting.predict(q, built.matrix[correct]) for q in quantiles.values())
    return Fitted(points, quantiles, conformal.margins(low, high, target[correct]), tuned)


def _dataset(
    built: Features, target: Floats, rows: np.ndarray, reference: lgb.Dataset | None = None
) -> lgb.Dataset:
    return boosting.dataset(
        built.matrix[rows], target[rows], built.names, built.categories, reference
    )
