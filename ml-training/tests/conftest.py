from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import synthetic
from flavor_training.eta.train import Request, train


@dataclass(frozen=True)
class Run:
    """One training of the platform's model, which many tests look at."""

    request: Request
    summary: dict[str, Any]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("eta")
    request = Request(
        synthetic.write(folder / "examples.csv.gz", orders=400), folder / "out", trials=2
    )
    return Run(request, train(request))


@pytest.fixture
def package(run: Run) -> Path:
    return Path(run.summary["package"])
