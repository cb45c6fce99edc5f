"""The plots and the report of a training."""

from pathlib import Path
from typing import Any

from flavor_training import plots, report
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Answers
from flavor_training.report import Table
from flavor_training.tuning import Tuned

_GROUPS = ("stage", "city", "hour", "weather")


def draw(
    measured: dict[str, Any],
    importance: dict[str, float],
    tuned: Tuned,
    test: Examples,
    answers: Answers,
) -> dict[str, bytes]:
    """Draw all plots, by name."""
    return {
        "calibration": plots.calibration(
            answers.minutes, answers.p10, answers.p90, test.actual, "minutes"
        ),
        "errors": plots.histogram(answers.minutes - test.actual, "minutes"),
        **{
            f"error_by_{group}": plots.bars(
                f"Error by {group}",
                {name: found["mae"] for name, found in measured[f"by_{group}"].items()},
                "MAE, minutes",
            )
            for group in _GROUPS
        },
        "importance": plots.bars("Importance", importance, "share of the gain"),
        "search": plots.trials(tuned.history, "minutes"),
    }


def write_report(
    path: Path,
    version: str,
    summary: dict[str, Any],
    measured: dict[str, Any],
    drawn: dict[str, bytes],
) -> None:
    """Write the report."""
    rules = summary["baselines"].items()
    tables = [
        Table(
            "On the newest orders",
            ["", "MAE, minutes", "RMSE, minutes"],
            [
                ["model", measured["mae"], measured["rmse"]],
                *[[name.replace("_", " "), rule["mae"], rule["rmse"]] for name, rule in rules],
            ],
        )
    ]
    tables += [
        Table(
            f"By {group}",
            [group, "examples", "MAE, minutes", "baseline's MAE", "within interval"],
            [
                [name, found["count"], found["mae"], found["baseline_mae"], found["coverage"]]
                for name, found in measured[f"by_{group}"].items()
            ],
        )
        for group in _GROUPS
    ]
    lead = f"{summary['why']} {'Promoted.' if summary['promote'] else 'It stays a challenger.'}"
    report.write(path, f"Delivery-time model {version}", lead, tables, drawn)
