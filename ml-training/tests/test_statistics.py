"""The small pure parts: margins, leaks, fingerprint, promotion, slices, linear model."""

from itertools import pairwise

import numpy as np
import pytest

from flavor_training import conformal, leakage, linear
from flavor_training.eta import fingerprint, promotion, slices, vector
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Answers
from flavor_training.failure import TrainingError


def random():
    return np.random.default_rng(7)


def examples(count: int = 900) -> Examples:
    """Three examples an order, orders shuffled."""
    order = np.repeat(random().permutation(count // 3), 3).astype(float)
    vectors = np.full((count, len(vector.names())), np.nan)
    time = order * 60 + np.tile([0.0, 600, 1200], count // 3)
    actual = random().gamma(4, 5, count)
    stage = np.tile([0.0, 1, 2], count // 3)
    ones = np.ones(count)
    return Examples(order, stage, ones, ones, time, time + actual, actual, 20 * ones, vectors, "")


def test_margins_make_an_interval_cover_four_of_five():
    y, fresh = random().normal(0, 3, 20_000), np.random.default_rng(8).normal(0, 3, 20_000)
    flat = np.zeros(len(y))
    lower, upper = conformal.margins(flat, flat, y)
    assert np.mean((fresh >= -lower) & (fresh <= upper)) == pytest.approx(0.8, abs=0.01)


def test_a_margin_of_too_wide_a_bound_is_negative():
    assert conformal.margin(np.full(50, -4.0)) == -4
    assert conformal.margin(np.empty(0)) == 0


def test_slices_are_by_time_and_keep_orders_together():
    parts = slices.split(examples())
    slots = [parts.train, parts.choice, parts.correction, parts.test]
    assert sum(map(len, slots)) == 900
    for older, newer in pairwise(slots):
        assert older.order_id.max() < newer.order_id.min()
    assert len(parts.train) == pytest.approx(630, abs=3)
    assert len(parts.test) == pytest.approx(135, abs=3)


def test_fingerprint_bins_are_closed_above():
    vectors = np.full((10, len(vector.names())), np.nan)
    vectors[:, vector.index("distance_km")] = np.arange(10)
    vectors[:5, vector.index("item_count")] = 2
    vectors[:, vector.index("stage")] = [0, 0, 0, 1, 1, 2, 2, 2, 7, -1]
    found = fingerprint.fingerprint(vectors)
    assert found["distance_km"]["shares"] == pytest.approx([0.1] * 10)
    assert found["item_count"] == {"edges": [2.0], "shares": [0.5, 0.0], "missing": 0.5}
    assert found["stage"]["edges"] == [0, 1, 2]
    assert found["stage"]["shares"] == pytest.approx([0.3, 0.2, 0.3])
    assert found["stage"]["missing"] == pytest.approx(0.2)
    assert found["total_amount"] == {"edges": [], "shares": [0.0], "missing": 1.0}


def judge(offset: float, half_width: float, rival_noise: float) -> promotion.Decision:
    test = examples(3000)
    noise = random().normal(0, 2, len(test))
    minutes = test.actual + noise + offset
    answers = Answers(minutes, minutes - half_width, minutes + half_width)
    rival = test.actual + random().normal(0, rival_noise, len(test))
    return promotion.decide(test, answers, rival, "the champion")


def test_promotes_what_is_better_and_honest():
    decision = judge(0, 2 * 1.2816, 3)
    assert decision.promote
    assert decision.p_value < 0.05


@pytest.mark.parametrize(
    ("offset", "half_width", "rival", "why"),
    [
        (0, 2 * 1.2816, 2, "Not better beyond chance"),
        (0, 2 * 1.2816, 1.5, "Not better beyond chance"),
        (0, 9, 3, "not 80 % ± 2"),
        (0, 1, 3, "not 80 % ± 2"),
    ],
)
def test_keeps_the_champion(offset, half_width, rival, why):
    decision = judge(offset, half_width, rival)
    assert not decision.promote
    assert why in decision.why


def leak(**columns):
    target = random().gamma(4, 5, 3000)
    made = {name: make(target) for name, make in columns.items()}
    leakage.refuse(made, target, "minutes")


def test_finds_leaks():
    prep = random().gamma(2, 5, 3000)
    spoilt = random().random(3000) < 0.015
    noise = random().normal(0, 5, 3000)
    with pytest.raises(TrainingError, match="Column copy gives away the target minutes"):
        leak(copy=lambda y: y * 60)
    with pytest.raises(TrainingError, match="Column dirty gives away"):
        leak(dirty=lambda y: np.where(spoilt, 999, y))
    with pytest.raises(TrainingError, match="Column end minus column begin is the target"):
        leak(begin=lambda _: prep, end=lambda y: y + prep)
    with pytest.raises(TrainingError, match="Column prep plus column way is the target"):
        leak(prep=lambda _: prep, way=lambda y: y - prep)
    with pytest.raises(TrainingError, match="Column km divided by column speed is the target"):
        leak(km=lambda y: y * (prep + 5), speed=lambda _: prep + 5)
    with pytest.raises(TrainingError, match="Columns a, b, c add up to the target"):
        leak(a=lambda _: prep, b=lambda _: noise, c=lambda y: y - prep - noise, d=lambda _: prep**2)


def test_what_only_predicts_is_no_leak():
    leak(near=lambda y: y + random().normal(0, 1, 3000), other=lambda _: random().random(3000))
    leak(missing=lambda _: np.full(3000, np.nan), one=lambda _: np.ones(3000))


def test_the_linear_model_knows_numbers_codes_and_gaps():
    x = random().normal(size=(2000, 2))
    code = random().integers(0, 3, 2000).astype(float)
    y = 3 * x[:, 0] - x[:, 1] + np.array([5, -5, 0])[code.astype(int)]
    matrix = np.column_stack([x, code])
    matrix[::50, 1] = np.nan
    predicted = linear.predict(matrix[:1500], y[:1500], matrix[1500:], [2])
    assert np.median(np.abs(predicted - y[1500:])) < 0.05
