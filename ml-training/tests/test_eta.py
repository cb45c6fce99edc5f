import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import synthetic
from flavor_training.cli import main
from flavor_training.eta import package, train, vector
from flavor_training.failure import TrainingError


def test_learns_what_the_baseline_does_not_know(run):
    summary = run.summary
    assert summary["model"]["mae"] < 0.6 * summary["baselines"]["median"]["mae"]
    assert summary["model"]["mae"] < 0.6 * summary["baselines"]["rule"]["mae"]
    assert 0.70 <= summary["model"]["coverage"] <= 0.90
    assert set(summary["by_stage"]) == set(vector.stages())
    assert (
        summary["rows"]["train"] + summary["rows"]["calibration"] + summary["rows"]["test"] == 1200
    )


def test_report_needs_nothing_else(run):
    text = Path(run.summary["report"]).read_text()
    assert text.count("data:image/png") == 8
    assert "http" not in text


def test_predictions_are_of_the_test_rows(run):
    lines = Path(run.summary["predictions"]).read_text().splitlines()
    assert len(lines) == run.summary["rows"]["test"] + 1


def test_registers_with_an_alias(run):
    from mlflow import MlflowClient

    found = run.summary["mlflow"]
    client = MlflowClient(found["uri"], found["uri"])
    alias = "champion" if run.summary["promote"] else "challenger"
    version = client.get_model_version_by_alias("eta", alias)
    assert str(version.version) == found["version"]
    names = {file.path for file in client.list_artifacts(version.run_id)}
    assert Path(run.summary["package"]).name in names
    assert {"report.html", "calibration.png", "fingerprint.json"} <= names
    logged = client.get_run(version.run_id)
    assert logged.data.metrics["mae"] == pytest.approx(run.summary["model"]["mae"])
    assert logged.data.tags["sha256"] == run.summary["sha256"]


def test_same_data_and_seed_give_the_same_bytes(run, tmp_path, monkeypatch):
    monkeypatch.setattr(train, "_register", lambda *_: {})
    again = train.train(replace(run.request, out=tmp_path))
    assert again["sha256"] == run.summary["sha256"]
    assert again["model_version"] == run.summary["model_version"]


def test_does_not_promote_what_is_no_better_than_the_champion(run, package, tmp_path, monkeypatch):
    monkeypatch.setattr(train, "_register", lambda *_: {})
    again = train.train(replace(run.request, out=tmp_path, champion=package, model_version="v2"))
    assert again["promote"] is False
    assert again["why"].startswith("Not better beyond chance")
    assert run.summary["model_version"] in again["why"]
    assert again["model_version"] == "v2"


def test_one_stage_is_allowed_and_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(train, "_register", lambda *_: {})
    file = synthetic.write(tmp_path / "e.csv", stages=("placed",))
    summary = train.train(train.Request(file, tmp_path / "out", trials=1))
    assert "all examples are of the stage placed" in capsys.readouterr().err
    assert list(summary["by_stage"]) == ["placed"]
    assert set(package.read(Path(summary["package"])).model.intervals) == set(vector.stages())


def test_package_says_what_it_was_trained_on(package):
    with zipfile.ZipFile(package) as archive:
        metrics = json.loads(archive.read("metrics.json"))
        signature = json.loads(archive.read("signature.json"))
    assert [f["name"] for f in signature["features"]] == vector.names()
    assert signature["trained_at"].endswith("Z")
    for found in metrics["fingerprint"].values():
        assert sum(found["shares"]) + found["missing"] == pytest.approx(1)
    assert sum(metrics["importance"].values()) == pytest.approx(1)
    assert len(metrics["data"]["sha256"]) == 64


def test_answers_stay_in_order_and_in_bounds(package):
    import vectors

    rows = vectors.vectors(500, 3)
    baseline = np.linspace(-50, 400, len(rows))
    answers = package_model(package).answer(rows, baseline)
    assert (answers.p10 <= answers.minutes).all()
    assert (answers.minutes <= answers.p90).all()
    assert answers.p10.min() >= 0.5
    assert answers.p90.max() <= 240


def package_model(path):
    return package.read(path).model


def _broken(tmp_path: Path, change) -> Path:
    lines = synthetic.write(tmp_path / "ok.csv", orders=100).read_text().splitlines()
    target = tmp_path / "broken.csv"
    target.write_text("\n".join(change(lines)) + "\n")
    return target


def _constant(lines):
    at = lines[0].split(",").index("actual_minutes")

    def flat(line):
        fields = line.split(",")
        fields[at] = "30"
        return ",".join(fields)

    return [lines[0], *map(flat, lines[1:])]


def _leaking(lines):
    names = lines[0].split(",")
    to, source = names.index("x_city_open_orders"), names.index("actual_minutes")

    def tell(line):
        fields = line.split(",")
        fields[to] = str(float(fields[source]) * 60)
        return ",".join(fields)

    return [lines[0], *map(tell, lines[1:])]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda _: [""], "is empty"),
        (lambda lines: lines[:1], "no example that can be used"),
        (lambda lines: lines[:51], "50 examples; at least 200"),
        (lambda lines: [lines[0].replace("x_hour,", ""), *lines[1:]], "lacks the columns x_hour"),
        (lambda lines: [lines[0] + ",x_moon", *lines[1:]], "has the columns x_moon"),
        (
            lambda lines: [lines[0].replace("x_stage,x_hour", "x_hour,x_stage"), *lines[1:]],
            "x_hour where x_stage belongs",
        ),
        (_constant, "actual_minutes is 30 in every example"),
        (_leaking, "Column city_open_orders gives away the target actual_minutes"),
    ],
)
def test_refuses_with_one_sentence(tmp_path, change, says, capsys):
    file = _broken(tmp_path, change)
    assert main(["eta", "--examples", str(file), "--out", str(tmp_path / "out")]) == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("flavor_training: ")
    assert says in error


def test_rejects_bad_rows_with_line_and_reason(tmp_path):
    from flavor_training.eta import examples
    from flavor_training.rejects import Rejects

    def spoil(lines):
        lines[3] = lines[3].replace(",placed,", ",eaten,").replace(",picked_up,", ",eaten,")
        lines[5] += ",more"
        return lines

    rejects = Rejects()
    found = examples.read(_broken(tmp_path, spoil), rejects)
    assert len(found) == 298
    assert [line for line, _ in rejects.rejected] == [4, 6]
    assert "stage is 'eaten'; allowed are placed" in rejects.rejected[0][1]


def test_a_wrong_version_is_refused_before_any_work(tmp_path):
    with pytest.raises(TrainingError, match="no model version"):
        train.train(train.Request(tmp_path / "none.csv", tmp_path, model_version="baseline"))
