"""Writes what Java is held to.

From ml-training: `PYTHONPATH=src:tests python -m agreement_fixture`.

A small package trained on made vectors, and its answers to 10,000 others.
"""

import gzip
from pathlib import Path

import numpy as np

import vectors
from flavor_training import boosting
from flavor_training.boosting import Floats
from flavor_training.eta import fingerprint, package, vector
from flavor_training.eta.model import Answers, Model

FOLDER = Path(__file__).parent / "fixtures" / "agreement"
TRAINING_SEED, ROWS_SEED, ROWS = 11, 42, 10_000


def answers(model: Model, rows: Floats) -> Answers:
    return model.answer(rows, np.array([vectors.baseline(row) for row in rows]))


def main() -> None:
    rows = vectors.vectors(4000, TRAINING_SEED)
    residual = np.sin(np.nan_to_num(rows, nan=9.0) / 7) @ np.linspace(3, 0.5, rows.shape[1])
    residual += np.random.default_rng(1).normal(0, 4, len(rows))
    data = boosting.dataset(rows, residual, vector.names(), vector.category_indexes())
    params = boosting.fixed(1) | {"num_leaves": 15, "objective": "l1", "learning_rate": 0.15}
    boosters = {
        "point": boosting.fit(params, data, rounds=40),
        **{
            part: boosting.fit(boosting.quantile(params, alpha), data, rounds=40)
            for part, alpha in boosting.INTERVAL.items()
        },
    }
    intervals = {"placed": (0.4, 0.7), "assigned": (0.3, -0.1), "picked_up": (0.25, 0.5)}
    model = Model(boosters, intervals)
    metrics = {
        "rows": {"train": len(rows), "calibration": 0, "test": 0},
        "importance": boosting.importance(boosters["point"]),
        "fingerprint": fingerprint.fingerprint(rows),
        "params": params,
        "seed": 1,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    signed = package.signature("agreement-1", "2026-11-23T12:00:00Z", model)
    package.write(FOLDER / "package.zip", model, signed, metrics)
    found = answers(model, vectors.vectors(ROWS, ROWS_SEED))
    table = zip(found.minutes, found.p10, found.p90, strict=True)
    text = "".join(f"{m:.10f},{low:.10f},{high:.10f}\n" for m, low, high in table)
    (FOLDER / "answers.csv.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
