"""Plots as PNG bytes, the same for reports and for MLflow."""

import io
from collections.abc import Mapping, Sequence

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from flavor_training.boosting import Floats

_BLUE, _GREY, _RED = "#2563eb", "#9ca3af", "#dc2626"
_BARS = 20
_BINS = 10


def calibration(
    predicted: Floats, lower: Floats, upper: Floats, actual: Floats, unit: str
) -> bytes:
    """Mean outcome and mean interval for each tenth of the predictions."""
    order = np.argsort(predicted, kind="stable")
    parts = [part for part in np.array_split(order, _BINS) if len(part)]
    x, y, low, high = (
        np.array([values[part].mean() for part in parts])
        for values in (predicted, actual, lower, upper)
    )
    figure, axes = plt.subplots(figsize=(5, 4))
    axes.fill_between(x, low, high, color=_BLUE, alpha=0.15, label="p10 to p90")
    axes.plot(x, x, color=_GREY, linestyle="--", label="perfect")
    axes.plot(x, y, color=_BLUE, marker="o", label="outcome")
    axes.set(xlabel=f"predicted, {unit}", ylabel=f"actual, {unit}", title="Calibration")
    axes.legend()
    return _png(figure)


def bars(title: str, values: Mapping[str, float], label: str) -> bytes:
    """Horizontal bars, at most the first 20."""
    shown = list(values.items())[:_BARS][::-1]
    figure, axes = plt.subplots(figsize=(5, max(1.5, 0.28 * len(shown) + 1)))
    axes.barh([name for name, _ in shown], [value for _, value in shown], color=_BLUE)
    axes.set(title=title, xlabel=label)
    return _png(figure)


def histogram(errors: Floats, unit: str) -> bytes:
    """How the errors lie around zero; the outer half percent on each side is cut off."""
    low, high = np.quantile(errors, [0.005, 0.995])
    figure, axes = plt.subplots(figsize=(5, 3))
    axes.hist(np.clip(errors, low, high), bins=50, color=_BLUE)
    axes.axvline(0, color=_RED)
    axes.set(title="Errors", xlabel=f"predicted − actual, {unit}", ylabel="rows")
    return _png(figure)


def trials(errors: Sequence[float], unit: str) -> bytes:
    """Error of each completed trial, and the best so far."""
    figure, axes = plt.subplots(figsize=(5, 3))
    axes.plot(errors, "o", color=_GREY, label="trial")
    axes.plot(np.minimum.accumulate(errors), color=_BLUE, label="best so far")
    axes.set(title="Search", xlabel="completed trial", ylabel=f"MAE, {unit}")
    axes.legend()
    return _png(figure)


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.tight_layout()
    figure.savefig(buffer, format="png", dpi=90, metadata={"Software": None})
    plt.close(figure)
    return buffer.getvalue()
