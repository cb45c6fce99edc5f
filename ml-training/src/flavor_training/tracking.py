"""MLflow: every run with parameters, metrics and files, and the registry with its two aliases."""

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from flavor_training.failure import TrainingError
from flavor_training.progress import say

CHAMPION, CHALLENGER = "champion", "challenger"
_MOST_PARAM = 500


@dataclass(frozen=True)
class Run:
    """What is logged of a training."""

    name: str
    params: Mapping[str, Any]
    metrics: Mapping[str, float]
    trials: Sequence[float]
    tags: Mapping[str, str]
    files: Sequence[Path]


@dataclass(frozen=True)
class Registered:
    """Where a model stands in the registry."""

    run_id: str
    version: str
    alias: str


def log(uri: str, experiment: str, run: Run) -> str:
    """Log a run and give its id.

    Raises:
        TrainingError: when the store cannot be used
    """
    return _log(_client(uri), uri, experiment, run)[0]


def register(uri: str, name: str, run: Run, alias: str) -> Registered:
    """Log a run and register its files as the newest version of the model, with the alias."""
    from mlflow.exceptions import MlflowException  # noqa: PLC0415

    client = _client(uri)
    run_id, source = _log(client, uri, name, run)
    try:
        if not client.search_registered_models(filter_string=f"name='{name}'"):
            client.create_registered_model(name)
        version = client.create_model_version(
            name, source=source, run_id=run_id, tags=dict(run.tags)
        )
        client.set_registered_model_alias(name, alias, str(version.version))
    except MlflowException as refused:
        raise TrainingError(f"MLflow at {uri} cannot register the model: {refused}") from None
    return Registered(run_id, str(version.version), alias)


def _client(uri: str) -> Any:  # noqa: ANN401
    """Import MLflow only now: it takes seconds."""
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("mlflow").setLevel(logging.WARNING)
    from mlflow import MlflowClient  # noqa: PLC0415
    from mlflow.exceptions import MlflowException  # noqa: PLC0415

    say(f"logging to MLflow at {uri}")
    try:
        client = MlflowClient(tracking_uri=uri, registry_uri=uri)
        client.search_experiments(max_results=1)
    except MlflowException as refused:
        raise TrainingError(f"MLflow at {uri} does not answer: {refused}") from None
    return client


def _log(client: Any, uri: str, experiment: str, run: Run) -> tuple[str, str]:  # noqa: ANN401
    found = client.get_experiment_by_name(experiment)
    experiment_id = (
        found.experiment_id
        if found
        else client.create_experiment(experiment, artifact_location=_artifacts(uri))
    )
    started = client.create_run(experiment_id, run_name=run.name, tags=dict(run.tags))
    run_id = started.info.run_id
    for name, value in run.params.items():
        client.log_param(run_id, name, str(value)[:_MOST_PARAM])
    for name, value in run.metrics.items():
        client.log_metric(run_id, name, value)
    for step, value in enumerate(run.trials):
        client.log_metric(run_id, "trial_mae", value, step=step)
    for path in run.files:
        client.log_artifact(run_id, str(path))
    client.set_terminated(run_id)
    return run_id, started.info.artifact_uri


def _artifacts(uri: str) -> str | None:
    """Give the folder beside a SQLite store; any other store knows its own place."""
    if not uri.startswith("sqlite:///"):
        return None
    store = Path(urlparse(uri).path.removeprefix("/")).absolute()
    if uri.startswith("sqlite:////"):
        store = Path("/") / urlparse(uri).path.lstrip("/")
    return (store.parent / "mlflow-artifacts").as_uri()
