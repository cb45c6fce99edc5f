"""One training on a table: read, split, refuse leaks, fit, compare with simple rules, report."""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from flavor_training import csvfile, linear, metrics, plots, report, tracking
from flavor_training.boosting import Floats
from flavor_training.progress import say
from flavor_training.rejects import Rejects
from flavor_training.report import Table as ReportTable
from flavor_training.table import features, fit, mapping, parts, reading
from flavor_training.table.features import Features
from flavor_training.table.fit import Fitted, Predicted
from flavor_training.table.mapping import Mapping
from flavor_training.table.parts import Parts
from flavor_training.table.reading import Table


@dataclass(frozen=True)
class Request:
    """What a training is asked for; without a tracking URI MLflow is not used."""

    data: Path
    mapping: Path
    out: Path
    test: Path | None = None
    trials: int = 50
    seed: int = 1
    tracking_uri: str | None = None


def train(request: Request) -> dict[str, Any]:
    """Run a training and give its summary, errors in the mapping's unit.

    Raises:
        TrainingError: when the data or the mapping cannot be used
    """
    described = mapping.read(request.mapping)
    rejects = Rejects()
    table = reading.read(request.data, request.test, described, rejects)
    rows = parts.split(table, described, request.seed)
    features.check_leaks(table, described)
    say(f"{len(table):,} rows, {table.filtered:,} filtered, {len(rejects.rejected):,} rejected")
    built = features.build(table, described)
    fitted = fit.fit(built, table.target, rows, request.trials, request.seed)
    predicted = fitted.predict(built.matrix[rows.test])
    summary = _summary(request, described, table, rows, built, predicted, rejects)
    _write(request.out, summary, described, table, rows, fitted, predicted)
    rejects.write(Path(summary["rejects"]))
    if request.tracking_uri:
        summary["mlflow"] = _log(request.tracking_uri, described, summary, fitted)
    return summary


def _summary(
    request: Request,
    described: Mapping,
    table: Table,
    rows: Parts,
    built: Features,
    predicted: Predicted,
    rejects: Rejects,
) -> dict[str, Any]:
    actual = table.target[rows.test]
    out = request.out
    return {
        "rows": {
            "train": len(rows.train) + len(rows.validation),
            "test": len(rows.test),
            "rejected": len(rejects.rejected),
            "repaired": len(rejects.repaired),
            "filtered": table.filtered,
        },
        "unit": described.target.unit,
        "model": {
            **metrics.errors(predicted.point, actual),
            "coverage": metrics.coverage(predicted.p10, predicted.p90, actual),
        },
        "baselines": _baselines(table.target, rows, built),
        "predictions": str(out / "predictions.csv"),
        "report": str(out / "report.html"),
        "rejects": str(out / "rejects.csv"),
        "model_version": _version(request, described),
    }


def _baselines(target: Floats, rows: Parts, built: Features) -> dict[str, metrics.Summary]:
    """Give the errors of rules that learn from the same rows as the model."""
    learn = np.concatenate([rows.train, rows.validation])
    known, actual = target[learn], target[rows.test]
    straight = linear.predict(built.matrix[learn], known, built.matrix[rows.test], built.categories)
    return {
        "median": metrics.errors(np.full(len(actual), np.median(known)), actual),
        "mean": metrics.errors(np.full(len(actual), known.mean()), actual),
        "linear": metrics.errors(straight, actual),
    }


def _version(request: Request, described: Mapping) -> str:
    """Name the model by all that makes it what it is."""
    digest = hashlib.sha256(request.mapping.read_bytes())
    for path in filter(None, (request.data, request.test)):
        digest.update(csvfile.measure(path)[1].encode())
    return f"{described.name}-{digest.hexdigest()[:8]}-s{request.seed}t{request.trials}"


def _write(
    out: Path,
    summary: dict[str, Any],
    described: Mapping,
    table: Table,
    rows: Parts,
    fitted: Fitted,
    predicted: Predicted,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name, booster in fitted.boosters().items():
        (out / f"{name}.txt").write_text(booster.model_to_string(), encoding="utf-8")
    actual = table.target[rows.test]
    with Path(summary["predictions"]).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["line", "actual", "predicted", "p10", "p90"])
        for line, *values in zip(
            table.line[rows.test], actual, predicted.point, predicted.p10, predicted.p90,
            strict=True,
        ):  # fmt: skip
            writer.writerow([line, *(f"{value:.6f}" for value in values)])
    _report(summary, described, actual, fitted, predicted)


def _report(
    summary: dict[str, Any],
    described: Mapping,
    actual: Floats,
    fitted: Fitted,
    predicted: Predicted,
) -> None:
    unit = described.target.unit
    rules = [["model", summary["model"]], *map(list, summary["baselines"].items())]
    tables = [
        ReportTable(
            "On the rows held out",
            ["", f"MAE, {unit}", f"RMSE, {unit}"],
            [[name, found["mae"], found["rmse"]] for name, found in rules],
        ),
        ReportTable("Rows", ["", "count"], [[k, v] for k, v in summary["rows"].items()]),
    ]
    drawn = {
        "calibration": plots.calibration(
            predicted.point, predicted.p10, predicted.p90, actual, unit
        ),
        "errors": plots.histogram(predicted.point - actual, unit),
        "importance": plots.bars("Importance", fitted.importance(), "share of the gain"),
        "search": plots.trials(fitted.tuned.history, unit),
    }
    covered = f"{summary['model']['coverage']:.1%} of the outcomes lie between p10 and p90."
    lead = f"Predicts {described.target.name}. {covered}"
    report.write(Path(summary["report"]), f"Model {summary['model_version']}", lead, tables, drawn)


def _log(uri: str, described: Mapping, summary: dict[str, Any], fitted: Fitted) -> dict[str, str]:
    run = tracking.Run(
        name=summary["model_version"],
        params=fitted.tuned.params,
        metrics={
            **summary["model"],
            **{f"{name}_mae": float(rule["mae"]) for name, rule in summary["baselines"].items()},
        },
        trials=fitted.tuned.history,
        tags={"model_version": summary["model_version"], "unit": summary["unit"]},
        files=[Path(summary[key]) for key in ("report", "predictions", "rejects")],
    )
    return {"uri": uri, "run_id": tracking.log(uri, f"table-{described.name}", run)}
