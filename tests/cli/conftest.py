"""A terminal and a desk of its own for commands."""

import shutil
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from factcheck.__main__ import main


class Terminal(Protocol):
    """Runs `factcheck` with these words."""

    def __call__(self, *words: str | Path, stdin: str = "") -> Result: ...


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Run commands on a desk in a folder of this test's own."""
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "desk"))
    runner = CliRunner()

    def run(*words: str | Path, stdin: str = "") -> Result:
        return runner.invoke(main, [str(word) for word in words], input=stdin)

    return run


@pytest.fixture
def desk(terminal: Terminal, sqlite_template: Path, tmp_path: Path) -> Terminal:
    """Run commands on a desk whose database is there."""
    (tmp_path / "desk").mkdir(mode=0o700)
    shutil.copy(sqlite_template, tmp_path / "desk" / "factcheck.sqlite3")
    return terminal
