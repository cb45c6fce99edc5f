"""LightGBM as it is used here: reproducible to the byte, one thread, splits on 64-bit values."""

from collections.abc import Callable, Sequence
from typing import Any

import lightgbm as lgb
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Params = dict[str, Any]

ROUNDS = 2000
PATIENCE = 60
INTERVAL = {"p10": 0.1, "p90": 0.9}

_FIXED: Params = {
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "feature_pre_filter": False,
    "verbosity": -1,
    "metric": "l1",
}


def fixed(seed: int) -> Params:
    """Give the parameters that every model here has."""
    return _FIXED | {"seed": seed}


def quantile(params: Params, alpha: float) -> Params:
    """Turn the point model's parameters into those of a quantile."""
    return params | {"objective": "quantile", "alpha": alpha, "metric": "quantile"}


def dataset(
    rows: Floats,
    target: Floats,
    names: Sequence[str],
    categories: Sequence[int],
    reference: lgb.Dataset | None = None,
) -> lgb.Dataset:
    """Bin rows; categories are column indexes. Keeps no copy of the rows."""
    data = lgb.Dataset(
        rows,
        target,
        feature_name=list(names),
        categorical_feature=list(categories),
        reference=reference,
        params=_FIXED,
    )
    return data.construct()


def fit(
    params: Params,
    train: lgb.Dataset,
    valid: lgb.Dataset | None = None,
    rounds: int = ROUNDS,
    callbacks: Sequence[Callable[..., None]] = (),
) -> lgb.Booster:
    """Train; with validation data until it no longer helps there, and cut to the best round."""
    if valid is None:
        return lgb.train(params, train, rounds, callbacks=list(callbacks))
    stop = lgb.early_stopping(PATIENCE, verbose=False)
    booster = lgb.train(params, train, rounds, valid_sets=[valid], callbacks=[*callbacks, stop])
    return cut(booster, max(1, booster.best_iteration))


def cut(booster: lgb.Booster, rounds: int) -> lgb.Booster:
    """Give the model of the first rounds alone, as it is written to a file."""
    return load(booster.model_to_string(num_iteration=rounds))


def load(text: str) -> lgb.Booster:
    """Read a text model; its predictions use one thread."""
    return lgb.Booster(model_str=text)


def predict(booster: lgb.Booster, rows: Floats) -> Floats:
    """Predict on 64-bit values."""
    return np.asarray(booster.predict(rows, num_threads=1), dtype=np.float64)


def importance(booster: lgb.Booster) -> dict[str, float]:
    """Give each feature's share of the gain, largest first; shares sum to 1 where any split is."""
    gain = booster.feature_importance("gain")
    total = gain.sum() or 1.0
    shares = zip(booster.feature_name(), (gain / total).tolist(), strict=True)
    return dict(sorted(shares, key=lambda item: -item[1]))
