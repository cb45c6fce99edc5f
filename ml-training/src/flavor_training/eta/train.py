"""One training of the platform's model: read, check, split, fit, judge, pack, report, register."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flavor_training import boosting, leakage, tracking
from flavor_training.eta import (
    evaluation,
    examples,
    fingerprint,
    package,
    promotion,
    slices,
    vector,
)
from flavor_training.eta import fit as fitting
from flavor_training.eta.examples import Examples
from flavor_training.eta.model import Answers, Model
from flavor_training.eta.promotion import Decision
from flavor_training.eta.reporting import draw, write_report
from flavor_training.progress import say
from flavor_training.rejects import Rejects
from flavor_training.tuning import Tuned

MODEL_NAME = "eta"


@dataclass(frozen=True)
class Request:
    """What a training is asked for; without a version it is made of the data, seed and trials."""

    examples: Path
    out: Path
    trials: int = 50
    seed: int = 1
    champion: Path | None = None
    tracking_uri: str | None = None
    model_version: str | None = None


def train(request: Request) -> dict[str, Any]:
    """Run a training and give its summary.

    Raises:
        TrainingError: when the data or the champion cannot be used
    """
    if request.model_version:
        package.check_version(request.model_version)
    champion = package.read(request.champion) if request.champion else None
    request.out.mkdir(parents=True, exist_ok=True)
    rejects = Rejects()
    data = examples.read(request.examples, rejects)
    rejects.write(request.out / "rejects.csv")
    _check(data)
    parts = slices.split(data)
    model, tuned = fitting.fit(parts, request.trials, request.seed)
    answers = model.answer(parts.test.vectors, parts.test.baseline)
    measured = evaluation.evaluate(parts.train, parts.test, answers)
    decision = _decide(parts.test, answers, champion)
    say(decision.why)

    version = request.model_version or _version(data, request)
    written = _metrics(data, parts, measured, tuned, model, request)
    path = request.out / f"eta-{version}.zip"
    signed = package.signature(version, evaluation.instant(data.delivered_at.max()), model)
    sha256 = package.write(path, model, signed, written)
    summary = {
        "rows": {**written["rows"], "rejected": len(rejects.rejected)},
        "unit": "minutes",
        "model": {key: measured[key] for key in ("mae", "rmse", "coverage")},
        "baselines": measured["baselines"],
        "by_stage": measured["by_stage"],
        "promote": decision.promote,
        "why": decision.why,
        "p_value": decision.p_value,
        "model_version": version,
        "package": str(path),
        "sha256": sha256,
        "predictions": str(request.out / "predictions.csv"),
        "rejects": str(request.out / "rejects.csv"),
        "report": str(request.out / "report.html"),
    }
    _write_predictions(request.out / "predictions.csv", parts.test, answers)
    plots = draw(measured, written["importance"], tuned, parts.test, answers)
    write_report(request.out / "report.html", version, summary, measured, plots)
    return {**summary, "mlflow": _register(request, summary, written, tuned, plots)}


def _check(data: Examples) -> None:
    stages = {vector.stages()[int(code)] for code in set(data.stage.tolist())}
    if len(stages) == 1:
        say(f"all examples are of the stage {stages.pop()}: the others will be guesses")
    columns = {name: data.vectors[:, i] for i, name in enumerate(vector.names())}
    leakage.refuse(columns, data.actual, "actual_minutes")


def _decide(test: Examples, answers: Answers, champion: package.Package | None) -> Decision:
    if champion is None:
        return promotion.decide(test, answers, test.baseline, "the baseline (no champion)")
    rival = champion.model.answer(test.vectors, test.baseline).minutes
    return promotion.decide(test, answers, rival, f"the champion {champion.version}")


def _version(data: Examples, request: Request) -> str:
    """Name it by the newest day of its data, and by what makes it what it is."""
    day = evaluation.instant(data.delivered_at.max())[:10]
    return f"{day}-{data.sha256[:8]}-s{request.seed}t{request.trials}"


def _metrics(
    data: Examples,
    parts: slices.Slices,
    measured: dict[str, Any],
    tuned: Tuned,
    model: Model,
    request: Request,
) -> dict[str, Any]:
    """Give what the package says of itself."""
    calibration = len(parts.choice) + len(parts.correction)
    return {
        "rows": {"train": len(parts.train), "calibration": calibration, "test": len(parts.test)},
        "test": measured,
        "importance": boosting.importance(model.boosters["point"]),
        "fingerprint": fingerprint.fingerprint(parts.train.vectors),
        "params": tuned.params,
        "trees": {part: booster.num_trees() for part, booster in model.boosters.items()},
        "seed": request.seed,
        "trials": request.trials,
        "data": {
            "sha256": data.sha256,
            "from": evaluation.instant(data.event_time.min()),
            "to": evaluation.instant(data.event_time.max()),
        },
    }


def _write_predictions(path: Path, test: Examples, answers: Answers) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("order_id,stage,actual_minutes,baseline_minutes,minutes,p10,p90\n")
        stages = vector.stages()
        rows = zip(
            test.order_id, test.stage, test.actual, test.baseline,
            answers.minutes, answers.p10, answers.p90, strict=True,
        )  # fmt: skip
        for order, stage, *minutes in rows:
            values = ",".join(f"{value:.6f}" for value in minutes)
            file.write(f"{order:.0f},{stages[int(stage)]},{values}\n")


def _register(
    request: Request,
    summary: dict[str, Any],
    written: dict[str, Any],
    tuned: Tuned,
    plots: dict[str, bytes],
) -> dict[str, str]:
    uri = request.tracking_uri or f"sqlite:///{(request.out / 'mlflow.db').absolute()}"
    folder = request.out / "plots"
    folder.mkdir(exist_ok=True)
    files = [Path(summary[key]) for key in ("package", "report", "predictions")]
    for name, png in plots.items():
        files.append(folder / f"{name}.png")
        files[-1].write_bytes(png)
    files.append(request.out / "fingerprint.json")
    files[-1].write_text(json.dumps(written["fingerprint"]), encoding="utf-8")
    run = tracking.Run(
        name=summary["model_version"],
        params={**tuned.params, "trials": request.trials, **written["trees"]},
        metrics={
            **summary["model"],
            **{f"{name}_mae": rule["mae"] for name, rule in summary["baselines"].items()},
            **{f"{stage}_mae": found["mae"] for stage, found in summary["by_stage"].items()},
        },
        trials=tuned.history,
        tags={
            "model_version": summary["model_version"],
            "sha256": summary["sha256"],
            "data_sha256": written["data"]["sha256"],
            "promote": str(summary["promote"]).lower(),
            "why": summary["why"],
        },
        files=files,
    )
    alias = tracking.CHAMPION if summary["promote"] else tracking.CHALLENGER
    registered = tracking.register(uri, MODEL_NAME, run, alias)
    return {
        "uri": uri,
        "run_id": registered.run_id,
        "version": registered.version,
        "alias": registered.alias,
    }
