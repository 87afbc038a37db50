"""The pinned versions: hashed, without addresses, within the package's own bounds."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME, TESTS = "constraints.txt", "constraints-test.txt"
PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+) \\((?:\n    --hash=sha256:[0-9a-f]{64} ?\\?)+)$",
    re.MULTILINE,
)


def pins(name: str) -> dict[str, str]:
    """Return the version of each package that a file pins."""
    return {package: version for package, version, _ in PIN.findall(read(name))}


def read(name: str) -> str:
    return (ROOT / name).read_text()


@pytest.mark.parametrize("name", [RUNTIME, TESTS])
def test_a_file_of_pins_holds_nothing_but_versions_and_hashes(name: str):
    assert PIN.sub("", read(name)).strip() == ""


def test_the_tests_run_on_what_is_installed_for_use():
    assert pins(RUNTIME).items() <= pins(TESTS).items()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (RUNTIME, PROJECT["project"]["dependencies"]),
        (RUNTIME, PROJECT["build-system"]["requires"]),
        (TESTS, PROJECT["project"]["optional-dependencies"]["test"]),
        (TESTS, PROJECT["project"]["optional-dependencies"]["postgresql"]),
    ],
)
def test_each_dependency_is_pinned_within_its_bounds(name: str, wanted: list[str]):
    pinned = pins(name)
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name), "")
        assert version in requirement.specifier, f"{name}: run `make pins`"
