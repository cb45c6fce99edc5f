"""Java and Python agree to 1e-9: Java's side is PythonAgreementTest in ml-inference."""

import csv
import gzip

import numpy as np
import pytest

import agreement_fixture
import vectors
from agreement_fixture import FOLDER, ROWS, ROWS_SEED
from flavor_training import boosting
from flavor_training.cli import main
from flavor_training.eta import package, vector

TOLERANCE = 1e-9


@pytest.fixture(scope="module")
def rows():
    return vectors.vectors(ROWS, ROWS_SEED)


def numbers(name: str) -> np.ndarray:
    with gzip.open(FOLDER / name, "rt") as file:
        return np.array([[float(v) for v in line.split(",")] for line in file])


def test_a_model_of_javas_lightgbm_answers_the_same_here(rows):
    model = boosting.load((FOLDER / "java-model.txt").read_text())
    assert model.feature_name() == vector.names()
    expected = numbers("java-answers.csv.gz")[:, 0]
    np.testing.assert_allclose(boosting.predict(model, rows), expected, rtol=0, atol=TOLERANCE)


def test_the_answers_that_java_is_held_to_are_these(rows):
    found = agreement_fixture.answers(package.read(FOLDER / "package.zip").model, rows)
    made = np.column_stack([found.minutes, found.p10, found.p90])
    np.testing.assert_allclose(made, numbers("answers.csv.gz"), rtol=0, atol=TOLERANCE)


def test_agree_writes_what_reads_back_the_same(rows, tmp_path):
    file, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    with file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["baseline_minutes", *(f"x_{name}" for name in vector.names())])
        writer.writerows([20, *("" if np.isnan(v) else v for v in row)] for row in rows[:50])
    arguments = ["--package", str(FOLDER / "package.zip"), "--rows", str(file), "--out", str(out)]
    assert main(["agree", *arguments]) == 0
    with out.open() as opened:
        found = list(csv.DictReader(opened))
    model = package.read(FOLDER / "package.zip").model
    expected = model.answer(rows[:50], np.full(50, 20.0))
    assert [float(row["minutes"]) for row in found] == expected.minutes.tolist()
    assert [float(row["p90"]) for row in found] == expected.p90.tolist()
    assert "p10_residual" in found[0]
