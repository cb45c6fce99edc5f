"""How a model does on the newest examples: as a whole, by group, and against simple rules."""

import math
from datetime import UTC, datetime
from typing import Any

import numpy as np

from flavor_training import linear, metrics
from flavor_training.boosting import Floats
from flavor_training.eta import vector
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Answers


def evaluate(train: Examples, test: Examples, answers: Answers) -> dict[str, Any]:
    """Give all figures of the test slice."""

    def measure(rows: np.ndarray) -> metrics.Summary:
        actual = test.actual[rows]
        return {
            **metrics.errors(answers.minutes[rows], actual),
            "coverage": metrics.coverage(answers.p10[rows], answers.p90[rows], actual),
            "count": int(rows.sum()),
            "baseline_mae": metrics.mae(test.baseline[rows], actual),
        }

    stages = vector.stages()
    weather = vector.elements()[vector.index("weather_condition")].categories
    groups = {
        "stage": (test.stage, lambda v: stages[int(v)]),
        "city": (test.city_id, lambda v: f"{v:.0f}"),
        "hour": (np.floor(_column(test, "hour")), lambda v: f"{v:.0f}"),
        "weather": (_column(test, "weather_condition"), _category(weather)),
    }
    return {
        **measure(np.ones(len(test), dtype=bool)),
        **{
            f"by_{name}": metrics.by_group(values, label, measure)
            for name, (values, label) in groups.items()
        },
        "baselines": baselines(train, test),
    }


def baselines(train: Examples, test: Examples) -> dict[str, dict[str, float]]:
    """Give the errors of simple rules, learned and judged on the same rows as the model.

    The constant median and each restaurant's mean are of the stage: what is left differs by it.
    """
    median = np.empty(len(test))
    restaurant = np.empty(len(test))
    for code in range(len(vector.stages())):
        rows, learned = test.stage == code, train.stage == code
        known = train.actual[learned] if learned.any() else train.actual
        median[rows] = np.median(known)
        means = _means(train.restaurant_id[learned], train.actual[learned])
        usual = float(known.mean())
        restaurant[rows] = [means.get(r, usual) for r in test.restaurant_id[rows]]
    numbers = (train.vectors, train.actual, test.vectors, vector.category_indexes())
    mean = np.full(len(test), train.actual.mean())
    return {
        "rule": dict(metrics.errors(test.baseline, test.actual)),
        "median": dict(metrics.errors(median, test.actual)),
        "mean": dict(metrics.errors(mean, test.actual)),
        "linear": dict(metrics.errors(linear.predict(*numbers), test.actual)),
        "restaurant_mean": dict(metrics.errors(restaurant, test.actual)),
    }


def instant(seconds: float) -> str:
    """Write an instant as the platform does."""
    return datetime.fromtimestamp(math.floor(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _means(keys: Floats, values: Floats) -> dict[float, float]:
    unique, place = np.unique(keys, return_inverse=True)
    sums = np.bincount(place, values, minlength=len(unique))
    return dict(zip(unique.tolist(), (sums / np.bincount(place)).tolist(), strict=True))


def _column(examples: Examples, name: str) -> Floats:
    return examples.vectors[:, vector.index(name)]


def _category(names: tuple[str, ...]) -> Any:  # noqa: ANN401
    return lambda code: names[int(code)] if 0 <= code < len(names) else "unknown"
