"""Examples as the platform would export them, drawn from a small world of its own."""

import csv
import gzip
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from flavor_training.eta import examples, vector

_START = datetime(2026, 5, 1, 8, tzinfo=UTC)


def write(
    path: Path,
    orders: int = 600,
    seed: int = 1,
    stages: tuple[str, ...] = vector.stages(),
    shift: float = 0.0,
) -> Path:
    """Write an export: minutes depend on distance, rain, stage and the restaurant's load."""
    random = np.random.default_rng(seed)
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(examples.header())
    for order in range(1, orders + 1):
        placed = _START + timedelta(minutes=2 * order)
        for stage in stages:
            out.writerow(_row(order, stage, placed, random, shift))
    content = text.getvalue().encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def _row(order: int, stage: str, placed: datetime, random: np.random.Generator, shift: float):
    step = vector.stages().index(stage)
    at = placed + timedelta(minutes=6 * step)
    values = dict.fromkeys(vector.names(), "")
    for element in vector.elements():
        if element.is_category:
            values[element.name] = int(random.integers(0, len(element.categories)))
        elif random.random() > 0.1:
            values[element.name] = round(float(random.gamma(2, 2)), 3)
    distance, load = float(random.gamma(3, 1)), int(random.integers(0, 12))
    rain = float(random.choice([0, 0, 0, 2.5]))
    values |= {"stage": step, "hour": at.hour + at.minute / 60, "weather_rain_mm": rain}
    values |= {"distance_km": round(distance, 4), "restaurant_open_orders": load}
    baseline = 20 - 7 * step + 3 * distance
    surprise = (1.2 * load if step < 2 else 0) + 4 * (rain > 0) + float(random.gamma(2, 2)) - 4
    actual = max(1.0, baseline + surprise + shift)
    delivered = at + timedelta(minutes=actual)
    return [
        order,
        stage,
        order % 3 + 1,
        order % 17 + 1,
        at.isoformat().replace("+00:00", "Z"),
        delivered.isoformat().replace("+00:00", "Z"),
        f"{actual:.6f}",
        f"{baseline:.6f}",
        f"{baseline:.6f}",
        f"{baseline - 5:.6f}",
        f"{baseline + 8:.6f}",
        "baseline",
        "false",
        *values.values(),
    ]
