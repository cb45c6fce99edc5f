"""Vectors that Java and Python make alike: see AgreementVectors in ml-inference's tests."""

import math

import numpy as np

from flavor_training.boosting import Floats
from flavor_training.eta import vector

_MULTIPLIER, _INCREMENT, _MASK = 6364136223846793005, 1442695040888963407, (1 << 64) - 1


def vectors(count: int, seed: int) -> Floats:
    """Numbers are multiples of 1/256; a tenth is NaN; codes are -1, known ones, and two beyond."""
    state = seed

    def share() -> float:
        nonlocal state
        state = (state * _MULTIPLIER + _INCREMENT) & _MASK
        return (state >> 40) / float(1 << 24)

    def value(categories: int) -> float:
        unknown, u = share() < 0.1, share()
        if unknown:
            return math.nan
        return (
            math.floor(u * (categories + 3)) - 1 if categories else math.floor(u * 4096) / 256 - 1
        )

    sizes = [len(element.categories) for element in vector.elements()]
    return np.array([[value(size) for size in sizes] for _ in range(count)], dtype=np.float64)


def baseline(row: Floats) -> float:
    """BaselineEta of ml-inference, once more, so that whole answers can be compared."""

    def known(name: str, otherwise: float) -> float:
        value = row[vector.index(name)]
        return otherwise if math.isnan(value) else float(value)

    vehicle = known("courier_vehicle", -1)
    usual = (13, 21, 24)[int(vehicle)] if 0 <= vehicle < 3 else 18
    kmh = min(60.0, max(5.0, known("courier_speed_kmh_last_n", usual)))
    rain = 1.25 if known("weather_rain_mm", 0) >= 0.2 else 1.0
    travel = max(0.0, known("distance_km", 3)) / kmh * 60 * rain + 2
    stage = known("stage", -1)
    if stage >= 2:
        return travel
    ready = known("minutes_since_ready", math.nan)
    decayed = known("restaurant_prep_minutes_decayed", 14)
    prepared = known("restaurant_prep_minutes_mean_1h", decayed)
    left = max(0.0, prepared - known("minutes_since_accepted", 0)) if math.isnan(ready) else 0.0
    return max(left, 5 if stage >= 1 else 12) + travel
