"""What the training rows looked like, element by element: drift is measured against it."""

from typing import Any

import numpy as np

from flavor_training.boosting import Floats
from flavor_training.eta import vector
from flavor_training.eta.vector import Element

_DECILES = np.arange(1, 10) / 10


def fingerprint(vectors: Floats) -> dict[str, Any]:
    """Give for every element its bins and the share of all rows in each, and the share missing.

    A number's bins lie between its deciles, the upper edge belonging to the bin; equal edges are
    one. A category's bins are its codes. Shares and `missing` sum to 1.
    """
    return {e.name: _of(e, vectors[:, i]) for i, e in enumerate(vector.elements())}


def _of(element: Element, values: Floats) -> dict[str, Any]:
    known = values[np.isfinite(values)]
    if element.is_category:
        edges = np.arange(len(element.categories), dtype=np.float64)
        known = known[np.isin(known, edges)]
        bins, size = known.astype(int), len(edges)
    else:
        edges = np.unique(np.quantile(known, _DECILES)) if len(known) else np.empty(0)
        bins, size = np.searchsorted(edges, known, side="left"), len(edges) + 1
    shares = np.bincount(bins, minlength=size) / len(values)
    return {
        "edges": edges.tolist(),
        "shares": shares.tolist(),
        "missing": 1.0 - len(known) / len(values),
    }
