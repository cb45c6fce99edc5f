"""The bars on public data, which lies beside the project where it may be used at all."""

import json
from pathlib import Path

import pytest

from flavor_training.cli import main

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
MAPPINGS = ROOT / "ml-training" / "mappings"


@pytest.mark.parametrize(
    ("name", "most", "trials"), [("doordash-month", 11.6, 5), ("modeldata-deliveries", 1.45, 1)]
)
def test_public_tables(name, most, trials, tmp_path):
    """A single quick run: what 50 trials reach over five splits is in the README."""
    data = DATA / name / "deliveries.csv.gz"
    if not data.is_file():
        pytest.skip(f"{data} is not here: it is for evaluation only and not part of the project")
    summary = tmp_path / "summary.json"
    mapping = MAPPINGS / f"{name}.yaml"
    arguments = ["--data", str(data), "--mapping", str(mapping), "--out", str(tmp_path / "out")]
    assert main(["table", *arguments, "--trials", str(trials), "--json", str(summary)]) == 0
    found = json.loads(summary.read_text())
    assert found["rows"]["rejected"] == 0
    assert found["model"]["mae"] <= most
    assert found["model"]["mae"] < found["baselines"]["linear"]["mae"]
    assert abs(found["model"]["coverage"] - 0.8) < 0.04
