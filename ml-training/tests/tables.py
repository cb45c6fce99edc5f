"""Small tables of deliveries, and a mapping for them."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import yaml

MAPPING = {
    "name": "small",
    "target": {"from": "placed", "to": "delivered", "unit": "minutes", "max": 200},
    "split": {"time": "placed", "test_fraction": 0.2, "validation_fraction": 0.2},
    "filters": [{"column": "asap", "equals": ["yes"]}],
    "columns": {
        "categorical": ["vehicle"],
        "numeric": ["items"],
        "coordinate": [{"name": "km", "from": ["lat1", "lon1"], "to": ["lat2", "lon2"]}],
    },
    "history": {"entities": ["restaurant"], "workers": "courier"},
}


def mapping(path: Path, **changes) -> Path:
    path.write_text(yaml.safe_dump(MAPPING | changes))
    return path


def rows(count: int = 600, seed: int = 3) -> list[dict[str, str]]:
    random = np.random.default_rng(seed)
    out = []
    for i in range(count):
        placed = datetime(2026, 3, 1, 9) + timedelta(minutes=5 * i)
        items, restaurant = int(random.integers(1, 9)), int(random.integers(0, 6))
        lat, lon = 36.8 + random.random() * 0.1, 10.1 + random.random() * 0.1
        km = 111 * abs(lat - 36.8) + 89 * abs(lon - 10.1)
        vehicle = str(random.choice(["car", "bike"]))
        pace = 2 if vehicle == "car" else 3
        taken = 10 + 2 * items + 3 * restaurant + pace * km + random.normal(0, 2)
        out.append(
            {
                "id": str(i),
                "placed": placed.isoformat(sep=" "),
                "delivered": (placed + timedelta(minutes=taken)).isoformat(sep=" "),
                "asap": "yes",
                "vehicle": vehicle,
                "items": str(items),
                "restaurant": f"r{restaurant}",
                "courier": f"c{int(random.integers(0, 9))}",
                "lat1": "36.8",
                "lon1": "10.1",
                "lat2": f"{lat:.5f}",
                "lon2": f"{lon:.5f}",
            }
        )
    return out


def write(path: Path, table: list[dict[str, str]]) -> Path:
    with path.open("w", newline="") as file:
        out = csv.DictWriter(file, table[0].keys(), lineterminator="\n")
        out.writeheader()
        out.writerows(table)
    return path
