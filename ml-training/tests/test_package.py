import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from flavor_training.cli import main
from flavor_training.eta import package as packages
from flavor_training.failure import TrainingError


def rewritten(source: Path, target: Path, change, sums: bool = True) -> Path:
    """The package with its files changed, and its checksums made right again."""
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if sums and "SHA256SUMS" in files:
        files["SHA256SUMS"] = "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n"
            for name, content in files.items()
            if name != "SHA256SUMS"
        ).encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target


def signed(key, change):
    def apply(files):
        signature = json.loads(files["signature.json"])
        signature[key] = change(signature[key])
        files["signature.json"] = json.dumps(signature).encode()

    return apply


def test_verify_accepts_a_package(package, capsys):
    assert main(["package", "verify", str(package)]) == 0
    assert json.loads(capsys.readouterr().out)["valid"] is True


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda files: files.pop("p90.txt"), "a package has"),
        (signed("target", lambda _: "rating"), "predicts rating"),
        (signed("schema_version", lambda _: 9), "schema_version is 9"),
        (signed("model_version", lambda _: "a b"), "'a b' is no model version"),
        (signed("features", lambda f: [f[1], f[0], *f[2:]]), "feature 0 is"),
        (signed("features", lambda f: f[:-1]), "has 32 features; the vector has 33"),
        (signed("interval", lambda i: {"placed": i["placed"]}), "interval must give"),
        (lambda files: files.update({"point.txt": files["point.txt"][:300]}), "no complete"),
        (lambda files: files.update({"metrics.json": b"{"}), "metrics.json"),
    ],
)
def test_verify_refuses(package, tmp_path, change, says):
    broken = rewritten(package, tmp_path / "broken.zip", change)
    with pytest.raises(TrainingError, match=says):
        packages.read(broken)


def test_verify_refuses_a_changed_file(package, tmp_path):
    def change(files):
        files["point.txt"] += b"\n"

    broken = rewritten(package, tmp_path / "broken.zip", change, sums=False)
    with pytest.raises(TrainingError, match=r"point.txt is not the one that SHA256SUMS lists"):
        packages.read(broken)


def test_verify_refuses_what_is_cut_off(package, tmp_path):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(package.read_bytes()[:5000])
    with pytest.raises(TrainingError, match="broken or cut off"):
        packages.read(broken)
