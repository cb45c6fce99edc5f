"""The models of one training: parameters by search, point and quantiles by boosting."""

import lightgbm as lgb
import numpy as np

from flavor_training import boosting, tuning
from flavor_training.eta import vector
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Model, corrected
from flavor_training.eta.slices import Slices
from flavor_training.progress import say
from flavor_training.tuning import Tuned

_SEARCH_ROWS = 150_000


def fit(slices: Slices, trials: int, seed: int) -> tuple[Model, Tuned]:
    """Search on at most 150,000 examples, then train the three models on all and correct them."""
    sample = _evenly(slices.train, _SEARCH_ROWS)
    say(f"searching parameters, {trials} trials on {len(sample):,} examples")
    train, choice = _dataset(sample), _evenly(slices.choice, _SEARCH_ROWS // 4)
    tuned = tuning.search(train, _dataset(choice, train), trials, seed)
    if len(sample) < len(slices.train):
        train = _dataset(slices.train)
    valid = _dataset(slices.choice, train)
    objectives = {
        "point": tuned.params,
        **{part: boosting.quantile(tuned.params, a) for part, a in boosting.INTERVAL.items()},
    }
    boosters = {}
    for part, params in objectives.items():
        say(f"training {part} on {len(slices.train):,} examples")
        boosters[part] = boosting.fit(params, train, valid)
    return corrected(boosters, slices.correction), tuned


def _evenly(examples: Examples, most: int) -> Examples:
    """Give at most so many, spread over the time they cover."""
    if len(examples) <= most:
        return examples
    return examples.take(np.linspace(0, len(examples) - 1, most).astype(int))


def _dataset(examples: Examples, reference: lgb.Dataset | None = None) -> lgb.Dataset:
    return boosting.dataset(
        examples.vectors,
        examples.residual,
        vector.names(),
        vector.category_indexes(),
        reference,
    )
