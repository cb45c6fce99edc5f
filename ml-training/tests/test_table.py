import csv
import json
from pathlib import Path

import pytest

import tables
from flavor_training.cli import main


def run(tmp_path: Path, data: Path, mapping: Path, *more: str) -> dict:
    summary = tmp_path / "summary.json"
    common = ["--out", str(tmp_path / "out"), "--trials", "1", "--json", str(summary)]
    arguments = ["table", "--data", str(data), "--mapping", str(mapping), *common, *more]
    assert main(arguments) == 0
    return json.loads(summary.read_text())


def test_a_table_of_deliveries(tmp_path):
    rows = tables.rows()
    rows[0]["asap"] = "no"
    rows[1]["delivered"] = "2026-02-01 10:00:00"
    rows[2]["delivered"] = ""
    rows[3]["items"] = "many"
    found = run(
        tmp_path,
        tables.write(tmp_path / "data.csv", rows),
        tables.mapping(tmp_path / "mapping.yaml"),
    )
    assert found["unit"] == "minutes"
    assert found["rows"] == {
        "train": 478, "test": 119, "rejected": 2, "repaired": 1, "filtered": 1,
    }  # fmt: skip
    assert set(found["baselines"]) == {"median", "mean", "linear"}
    assert found["model"]["mae"] < 0.6 * found["baselines"]["median"]["mae"]
    assert 0.6 < found["model"]["coverage"] < 0.95
    assert found["model_version"].startswith("small-")
    assert "http" not in Path(found["report"]).read_text()
    with Path(found["rejects"]).open() as file:
        assert list(csv.reader(file))[1:] == [
            ["3", "rejected", "delivered is before placed"],
            ["4", "rejected", "delivered is missing"],
            ["5", "repaired", "items is 'many', which is no number"],
        ]
    with Path(found["predictions"]).open() as file:
        predictions = list(csv.DictReader(file))
    error = sum(abs(float(p["actual"]) - float(p["predicted"])) for p in predictions) / 119
    assert error == pytest.approx(found["model"]["mae"], abs=1e-4)
    assert int(predictions[-1]["line"]) == 601


def test_the_same_seed_gives_the_same_result(tmp_path):
    data = tables.write(tmp_path / "data.csv", tables.rows(150))
    mapping = tables.mapping(tmp_path / "mapping.yaml", split={"random": True})
    first = run(tmp_path / "a", data, mapping)
    second = run(tmp_path / "b", data, mapping)
    assert first["model"] == second["model"]
    assert first["model_version"] == second["model_version"]
    other = run(tmp_path / "c", data, mapping, "--seed", "2")
    assert other["model"] != first["model"]


def test_a_second_file_is_the_test(tmp_path):
    rows = tables.rows(200)
    data = tables.write(tmp_path / "train.csv", rows[:150])
    test = tables.write(tmp_path / "test.csv", rows[150:])
    mapping = tables.mapping(tmp_path / "mapping.yaml")
    found = run(tmp_path, data, mapping, "--test", str(test))
    assert (found["rows"]["train"], found["rows"]["test"]) == (150, 50)


def test_a_column_may_say_what_is_held_out_and_hours_may_be_the_unit(tmp_path):
    rows = tables.rows(300)
    for i, row in enumerate(rows):
        row["part"] = "late" if i % 3 == 0 else "early"
        row["hours"] = str(0.4 + int(row["items"]) / 10 + i % 7 / 50)
    mapping = tables.mapping(
        tmp_path / "mapping.yaml",
        target={"column": "hours", "unit": "hours"},
        split={"column": "part", "train": ["early"], "test": ["late"]},
        history=None,
    )
    found = run(tmp_path, tables.write(tmp_path / "data.csv", rows), mapping)
    assert (found["rows"]["train"], found["rows"]["test"]) == (200, 100)
    assert found["unit"] == "hours"
    assert found["model"]["mae"] < found["baselines"]["median"]["mae"]


def constant(rows):
    for row in rows:
        row["asap"], row["items"] = "yes", "3"
    return {
        "target": {"column": "items"},
        "columns": {"categorical": ["vehicle"]},
        "split": {"time": "placed"},
        "history": None,
    }


def leaking(rows):
    for row in rows:
        row["arrived"] = row["delivered"]
    return {"columns": {"timestamp": ["arrived"], "numeric": ["items"]}}


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (leaking, "Column arrived gives away the target delivered − placed"),
        (constant, "The target items is 3 in every row"),
        (lambda rows: rows.__delitem__(slice(60, None)) or {}, "too few rows: 48 to train"),
        (lambda _: {"columns": {"numeric": ["moon"]}}, "lacks the columns moon"),
        (lambda _: {"filters": [{"column": "asap", "equals": "no"}]}, "no row that can be used"),
        (lambda _: {"columns": {"numerik": ["items"]}}, "unknown key columns.numerik; known are"),
        (lambda _: {"columns": {"numeric": ["delivered"]}}, "delivered is the target"),
        (lambda _: {"columns": {"numeric": ["items"], "ignore": ["items"]}}, "and under ignore"),
        (lambda _: {"target": {"from": "placed"}}, "target must have column, or both"),
        (lambda _: {"target": {"column": "items", "unit": "days"}}, "allowed are seconds"),
        (lambda _: {"split": {"time": "placed", "random": True}}, "one of time, column and random"),
        (lambda _: {"split": {"time": "placed", "test_from": "x"}}, "test_from 'x' is no time"),
        (lambda _: {"split": {"random": True, "test_fraction": 2}}, "not between 0 and 1"),
        (lambda _: {"time": {"zone": "Mars/North"}}, "'Mars/North' is no time zone"),
        (lambda _: {"time": {"pattern": "QQ"}}, "time.pattern has 'Q'"),
        (lambda _: {"history": {"workers": "courier"}}, "history.entities is missing"),
    ],
)
def test_refuses_with_one_sentence(tmp_path, prepare, says, capsys):
    rows = tables.rows(200)
    mapping = tables.mapping(tmp_path / "mapping.yaml", **prepare(rows))
    data = tables.write(tmp_path / "data.csv", rows)
    arguments = ["--data", str(data), "--mapping", str(mapping), "--out", str(tmp_path / "out")]
    assert main(["table", *arguments, "--trials", "1"]) == 1
    assert says in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file_is_named(tmp_path, content, capsys):
    data = tmp_path / "data.csv"
    data.write_text(content)
    mapping = tables.mapping(tmp_path / "mapping.yaml")
    assert main(["table", "--data", str(data), "--mapping", str(mapping), "--out", "x"]) == 1
    assert f"{data} is empty" in capsys.readouterr().err


def test_a_file_that_was_cut_off_is_named(tmp_path, capsys):
    import gzip

    data = tmp_path / "data.csv.gz"
    content = tables.write(tmp_path / "data.csv", tables.rows(200)).read_bytes()
    data.write_bytes(gzip.compress(content)[:-2000])
    mapping = tables.mapping(tmp_path / "mapping.yaml")
    assert main(["table", "--data", str(data), "--mapping", str(mapping), "--out", "x"]) == 1
    assert "ends early or is damaged" in capsys.readouterr().err
