"""A million examples: trained within bounded memory, telling how far it is. Tier `long`."""

import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import synthetic

_ORDERS = 333_334
_BYTES = 3 * 2**30


@pytest.mark.long
def test_a_million_examples(tmp_path: Path):
    data = synthetic.write(tmp_path / "examples.csv.gz", orders=_ORDERS)
    summary = tmp_path / "summary.json"
    command = [sys.executable, "-m", "flavor_training", "eta", "--examples", str(data)]
    command += ["--out", str(tmp_path / "out"), "--trials", "2", "--json", str(summary)]
    source = Path(__file__).parent.parent / "src"
    ended = subprocess.run(
        command, env={"PYTHONPATH": str(source)}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(summary.read_text())
    assert sum(found["rows"][part] for part in ("train", "test")) > 0.95 * 3 * _ORDERS
    assert found["rows"]["rejected"] == 0
    assert found["model"]["mae"] < found["baselines"]["rule"]["mae"]
    for told in (r"read 1,000,000 examples", r"trial 2 of 2", r"training p90 on [\d,]+ examples"):
        assert re.search(told, ended.stderr), ended.stderr
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert peak < _BYTES, f"{peak / 2**30:.1f} GiB"
