"""Commands on a desk elsewhere, with a token that is never told."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from factcheck.config import Settings
from factcheck.database import open_engine
from factcheck.exports.reading import read_json
from factcheck.rules.permissions import Role
from tests.bench.servers import serving
from tests.cli.conftest import Terminal
from tests.factories import people
from tests.factories.programs import secret_of


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, database_url=sqlite_url, secret_key="for tests")


def test_an_essay_goes_to_a_desk_elsewhere_and_comes_back(
    settings: Settings,
    terminal: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    engine = open_engine(settings.database)
    with Session(engine, expire_on_commit=False) as session:
        editor = secret_of(session, people.person(session, Role.EDITOR))
        reviewer = secret_of(session, people.person(session))
    engine.dispose()
    draft, back = tmp_path / "river.md", tmp_path / "river.json"
    draft.write_text("# The river\n\nThe river rose in 1949. Who knew?\n")
    with serving(settings) as server:
        there = f"http://{server.host}:{server.port}/"
        to_there = ("essays", "import", draft, "--mark", "all", "--desk", there)
        monkeypatch.setenv("FACTCHECK_TOKEN", editor)
        assert terminal(*to_there).stdout == "the-river\n"
        got = terminal(
            "essays", "export", "the-river", "--as", "json", "-o", back, "--desk", there
        )
        assert got.exit_code == 0, got.output
        assert len(read_json(back.read_bytes()).claims) == 2
        monkeypatch.delenv("FACTCHECK_TOKEN")
        asked = terminal(*to_there, stdin=f"{reviewer}\n")
        assert asked.exit_code == 1
        assert "an editor of this desk" in asked.output
        assert reviewer not in asked.output
        wrong = terminal(*to_there, stdin="factcheck_wrong\n")
        assert "no token of ours" in wrong.output
        missing = terminal(
            *("essays", "export", "no-river", "--as", "json", "--desk", there),
            stdin=f"{editor}\n",
        )
        assert "no essay called" in missing.output


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://check.example.org", "not https"),
        ("check.example.org", "no address of a desk"),
        ("http://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_no_token_goes_where_it_could_be_read(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, address: str, why: str
):
    monkeypatch.setenv("FACTCHECK_TOKEN", "factcheck_secret")
    got = terminal("essays", "export", "x", "--as", "json", "--desk", address)
    assert got.exit_code == 1
    assert why in got.output
    assert "secret" not in got.output
