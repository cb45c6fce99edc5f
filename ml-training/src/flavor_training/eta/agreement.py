"""Predictions for rows from elsewhere: what Java's runtime is compared with."""

import csv
import math
from pathlib import Path

import numpy as np

from flavor_training import csvfile
from flavor_training.eta import package, vector
from flavor_training.failure import TrainingError


def agree(package_path: Path, rows_path: Path, out: Path) -> int:
    """Predict every row of a CSV and give their number.

    The rows have the vector's columns, with or without `x_`; with `baseline_minutes` the answers
    are written beside the residuals. Numbers are written so that they read back the same.
    """
    model = package.read(package_path).model
    records = csvfile.rows(rows_path)
    _, header = next(records, (0, []))
    places = _places(header, rows_path)
    baseline_at = header.index("baseline_minutes") if "baseline_minutes" in header else None
    vectors, baselines = [], []
    for line, row in records:
        try:
            vectors.append([float(row[i]) if row[i] else math.nan for i in places])
            if baseline_at is not None:
                baselines.append(float(row[baseline_at]))
        except (ValueError, IndexError) as wrong:
            raise TrainingError(f"{rows_path}, line {line}: {wrong}.") from None
    if not vectors:
        raise TrainingError(f"{rows_path} has no rows.")
    table = np.array(vectors, dtype=np.float64)
    columns = {f"{part}_residual": found for part, found in model.residuals(table).items()}
    if baseline_at is not None:
        answers = model.answer(table, np.array(baselines, dtype=np.float64))
        columns |= {"minutes": answers.minutes, "p10": answers.p10, "p90": answers.p90}
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*(values.tolist() for values in columns.values()), strict=True))
    return len(table)


def _places(header: list[str], path: Path) -> list[int]:
    names = [name.removeprefix("x_") for name in header]
    missing = [name for name in vector.names() if name not in names]
    if missing:
        raise TrainingError(f"{path} lacks the columns {', '.join(missing)}.")
    return [names.index(name) for name in vector.names()]
