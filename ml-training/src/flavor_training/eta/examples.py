"""The training examples as the platform exports them: exact vectors with what came of them."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from flavor_training import csvfile
from flavor_training.boosting import Floats
from flavor_training.eta import vector
from flavor_training.failure import TrainingError
from flavor_training.progress import say
from flavor_training.rejects import Rejects

COLUMNS = (
    "order_id",
    "stage",
    "city_id",
    "restaurant_id",
    "event_time",
    "delivered_at",
    "actual_minutes",
    "baseline_minutes",
    "eta_minutes",
    "eta_p10_minutes",
    "eta_p90_minutes",
    "model_version",
    "degraded",
)
_PREFIX = "x_"
_SAY_EVERY = 200_000
_NUMBERS = ("order_id", "city_id", "restaurant_id", "actual_minutes", "baseline_minutes")


@dataclass(frozen=True)
class Examples:
    """Examples as columns; times are seconds since 1970, a vector's unknown elements are NaN."""

    order_id: Floats
    stage: Floats
    city_id: Floats
    restaurant_id: Floats
    event_time: Floats
    delivered_at: Floats
    actual: Floats
    baseline: Floats
    vectors: Floats
    sha256: str

    def __len__(self) -> int:
        return len(self.actual)

    @property
    def residual(self) -> Floats:
        """What the models predict: how far from the baseline the delivery was, minutes."""
        return self.actual - self.baseline

    def take(self, rows: Any) -> "Examples":  # noqa: ANN401
        """Give some of the rows: a view where they are a slice, else a copy."""
        return Examples(
            *(
                value if isinstance(value, str) else value[rows]
                for value in (getattr(self, name) for name in self.__dataclass_fields__)
            )
        )


def header() -> list[str]:
    """Give the header that an export must have."""
    return [*COLUMNS, *(_PREFIX + name for name in vector.names())]


def read(path: Path, rejects: Rejects) -> Examples:
    """Read an export, plain or gzipped; rows that cannot be used go to the rejects.

    Raises:
        TrainingError: when the file is empty or its columns are not the platform's
    """
    lines, sha256 = csvfile.measure(path)
    records = csvfile.rows(path)
    _, found = next(records, (0, []))
    if not found:
        raise TrainingError(f"{path} is empty: export examples first, they come with deliveries.")
    _check(found, path)
    table = np.empty((lines + 1, 8), dtype=np.float64)
    vectors = np.empty((lines + 1, len(vector.names())), dtype=np.float64)
    count = 0
    for line, row in records:
        try:
            table[count] = _facts(row)
            vectors[count] = [float(v) if v else math.nan for v in row[len(COLUMNS) :]]
        except ValueError as wrong:
            rejects.reject(line, str(wrong))
            continue
        count += 1
        if count % _SAY_EVERY == 0:
            say(f"read {count:,} examples")
    if not count:
        reason = f": {rejects.first()}" if rejects.rejected else ""
        raise TrainingError(f"{path} has no example that can be used{reason}.")
    return Examples(*(table[:count].T), vectors=vectors[:count], sha256=sha256)


def _check(found: list[str], path: Path) -> None:
    expected = header()
    missing = [name for name in expected if name not in found]
    if missing:
        raise TrainingError(
            f"{path} lacks the columns {', '.join(missing)}: it was exported by another version."
        )
    unknown = [name for name in found if name not in expected]
    if unknown:
        raise TrainingError(
            f"{path} has the columns {', '.join(unknown)} which the vector does not:"
            " it was exported by another version."
        )
    if found != expected:
        at = next(i for i, name in enumerate(found) if name != expected[i])
        raise TrainingError(
            f"{path} has {found[at]} where {expected[at]} belongs: the vector's order differs."
        )


def _facts(row: list[str]) -> list[float]:
    """Read what is not vector; the order of Examples."""
    if len(row) != len(header()):
        raise ValueError(f"{len(row)} fields instead of {len(header())}")
    fields = dict(zip(COLUMNS, row, strict=False))
    numbers = {name: _number(name, fields[name]) for name in _NUMBERS}
    if numbers["actual_minutes"] < 0:
        raise ValueError("actual_minutes is below 0: delivered before the prediction")
    if fields["stage"] not in vector.stages():
        raise ValueError(f"stage is '{fields['stage']}'; allowed are {', '.join(vector.stages())}")
    return [
        numbers["order_id"],
        float(vector.stages().index(fields["stage"])),
        numbers["city_id"],
        numbers["restaurant_id"],
        _seconds("event_time", fields["event_time"]),
        _seconds("delivered_at", fields["delivered_at"]),
        numbers["actual_minutes"],
        numbers["baseline_minutes"],
    ]


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError(f"{name} is '{text}', which is no number") from None
    if not math.isfinite(number):
        raise ValueError(f"{name} is '{text}', which is no finite number")
    return number


def _seconds(name: str, text: str) -> float:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{name} is '{text}', which is no ISO-8601 instant") from None
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).timestamp()
