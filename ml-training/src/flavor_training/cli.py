"""The commands: `python -m flavor_training eta|table|package|agree`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from flavor_training.eta import agreement, package
from flavor_training.eta import train as eta
from flavor_training.failure import TrainingError
from flavor_training.table import train as table

_USAGE, _FAILED = 2, 1
_SEEDS = 2**31


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; a failure is one sentence on standard error and an exit code above 0."""
    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], dict[str, Any]] = options.command
        result = command(options)
    except TrainingError as failure:
        print(f"flavor_training: {failure}", file=sys.stderr)  # noqa: T201
        return _FAILED
    text = json.dumps(result, indent=2, ensure_ascii=False)
    target: Path | None = getattr(options, "json", None)
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + "\n", encoding="utf-8")
    print(text)  # noqa: T201
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="flavor_training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("eta", help="train the platform's model on exported examples")
    command.add_argument("--examples", type=Path, required=True, help="CSV, plain or gzipped")
    command.add_argument("--champion", type=Path, help="package to beat; else the baseline")
    command.add_argument("--model-version", help="default: made of data, seed and trials")
    _training(command)
    command.set_defaults(command=_eta)

    command = commands.add_parser("table", help="train on any table of deliveries")
    command.add_argument("--data", type=Path, required=True, help="CSV, plain or gzipped")
    command.add_argument("--mapping", type=Path, required=True, help="YAML: what its columns mean")
    command.add_argument("--test", type=Path, help="CSV of the rows to hold out")
    _training(command)
    command.set_defaults(command=_table)

    command = commands.add_parser("package", help="packages")
    verify = command.add_subparsers(required=True, metavar="ACTION").add_parser(
        "verify", help="check a package as the platform would"
    )
    verify.add_argument("package", type=Path)
    verify.set_defaults(command=_verify)

    command = commands.add_parser("agree", help="predict rows, to compare with Java")
    command.add_argument("--package", type=Path, required=True)
    command.add_argument("--rows", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    command.set_defaults(command=_agree)
    return parser


def _training(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, help="folder for what is made")
    command.add_argument("--trials", type=_number(1, 10_000), default=50)
    command.add_argument("--seed", type=_number(0, _SEEDS - 1), default=1)
    command.add_argument("--tracking-uri", help="MLflow; eta's default is OUT/mlflow.db")
    command.add_argument("--json", type=Path, help="also write the summary here")


def _number(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"'{text}' is no whole number from {low} to {high}")
        return int(text)

    return number


def _eta(options: argparse.Namespace) -> dict[str, Any]:
    return eta.train(
        eta.Request(
            examples=options.examples,
            out=options.out,
            trials=options.trials,
            seed=options.seed,
            champion=options.champion,
            tracking_uri=options.tracking_uri,
            model_version=options.model_version,
        )
    )


def _table(options: argparse.Namespace) -> dict[str, Any]:
    return table.train(
        table.Request(
            data=options.data,
            mapping=options.mapping,
            out=options.out,
            test=options.test,
            trials=options.trials,
            seed=options.seed,
            tracking_uri=options.tracking_uri,
        )
    )


def _verify(options: argparse.Namespace) -> dict[str, Any]:
    found = package.read(options.package)
    rows = found.metrics.get("rows", {})
    return {"model_version": found.version, "sha256": found.sha256, "rows": rows, "valid": True}


def _agree(options: argparse.Namespace) -> dict[str, Any]:
    return {"rows": agreement.agree(options.package, options.rows, options.out)}
