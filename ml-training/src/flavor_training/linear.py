"""A linear model, to compare with: ridge on standardised numbers and one column per category."""

from collections.abc import Sequence

import numpy as np

from flavor_training.boosting import Floats

_MOST_CODES = 60
_RIDGE = 1.0
_BLOCK = 50_000


def predict(train: Floats, target: Floats, test: Floats, categories: Sequence[int]) -> Floats:
    """Fit on the training rows and predict the test rows.

    Args:
        categories: column indexes of codes; of a column with many, the 60 most frequent count
    """
    coding = _Coding(train, categories)
    normal = np.zeros((coding.width, coding.width))
    moment = np.zeros(coding.width)
    for start in range(0, len(train), _BLOCK):
        block = coding.encode(train[start : start + _BLOCK])
        normal += block.T @ block
        moment += block.T @ target[start : start + _BLOCK]
    ridge = np.full(coding.width, _RIDGE)
    ridge[-1] = 0
    weights = np.linalg.lstsq(normal + np.diag(ridge), moment, rcond=None)[0]
    return np.concatenate(
        [coding.encode(test[i : i + _BLOCK]) @ weights for i in range(0, len(test), _BLOCK)]
    )


class _Coding:
    """How rows become columns of a linear model, learned from the training rows."""

    def __init__(self, train: Floats, categories: Sequence[int]) -> None:
        self._numbers = [i for i in range(train.shape[1]) if i not in set(categories)]
        self._codes = [(i, _frequent(train[:, i])) for i in categories]
        values = np.where(np.isfinite(train[:, self._numbers]), train[:, self._numbers], np.nan)
        known = np.isfinite(values)
        count = np.maximum(known.sum(axis=0), 1)
        self._mean = np.where(known, values, 0).sum(axis=0) / count
        spread = np.where(known, values - self._mean, 0)
        self._scale = np.sqrt(np.square(spread).sum(axis=0) / count)
        self._scale[self._scale == 0] = 1.0
        self.width = len(self._numbers) + sum(len(codes) for _, codes in self._codes) + 1

    def encode(self, rows: Floats) -> Floats:
        numbers = (rows[:, self._numbers] - self._mean) / self._scale
        numbers[~np.isfinite(numbers)] = 0.0
        codes = [rows[:, i, None] == known[None, :] for i, known in self._codes]
        return np.column_stack([numbers, *codes, np.ones(len(rows))]).astype(np.float64)


def _frequent(values: Floats) -> Floats:
    codes, counts = np.unique(values[np.isfinite(values)], return_counts=True)
    return codes[np.argsort(-counts, kind="stable")[:_MOST_CODES]]
