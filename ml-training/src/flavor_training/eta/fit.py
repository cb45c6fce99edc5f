"""The models of one training: parameters by search, point and quantiles by boosting."""

import lightgbm as lgb
import numpy as np

from flavor_training import boosting, tuning
from flavor_training.boosting import Params
from flavor_training.eta import vector
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Model, corrected
from flavor_training.eta.slices import Slices
from flavor_training.progress import say
from flavor_training.tuning import Space, Tuned

_SEARCH_ROWS = 150_000

# A job asks all three models for each of an order's stages, so their trees are what a prediction
# costs: 1,400 for the point alone held the job at 1,700 predictions a second, for 0.1 min of error.
_SPACE = Space(rounds=300, rates=(0.05, 0.1, 0.3), leaves=(7, 23, 31))
_QUANTILE_ROUNDS = _SPACE.rounds // 2


def fit(slices: Slices, trials: int, seed: int) -> tuple[Model, Tuned]:
    """Search on at most 150,000 examples, then train the three models on all and correct them."""
    sample = _evenly(slices.train, _SEARCH_ROWS)
    say(f"searching parameters, {trials} trials on {len(sample):,} examples")
    train, choice = _dataset(sample), _evenly(slices.choice, _SEARCH_ROWS // 4)
    tuned = tuning.search(train, _dataset(choice, train), trials, seed, space=_SPACE)
    if len(sample) < len(slices.train):
        train = _dataset(slices.train)
    valid = _dataset(slices.choice, train)
    say(f"training point on {len(slices.train):,} examples")
    boosters = {"point": boosting.fit(tuned.params, train, valid, _SPACE.rounds)}
    for part, alpha in boosting.INTERVAL.items():
        say(f"training {part} on {len(slices.train):,} examples")
        params = boosting.quantile(_faster(tuned.params), alpha)
        boosters[part] = boosting.fit(params, train, valid, _QUANTILE_ROUNDS)
    return corrected(boosters, slices.correction), tuned


def _faster(params: Params) -> Params:
    """Half the rounds, so twice the rate."""
    return params | {"learning_rate": min(2 * params["learning_rate"], _SPACE.rates[2])}


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
