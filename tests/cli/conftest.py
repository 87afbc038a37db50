"""A terminal and a desk of its own for commands."""

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
def desk(terminal: Terminal) -> Terminal:
    """Run commands on a desk whose database is there."""
    assert terminal("database", "upgrade").exit_code == 0
    return terminal
