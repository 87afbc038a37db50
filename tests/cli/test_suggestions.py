"""factcheck suggestions, and the lesson of each night that a served desk has."""

import json
import logging

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from factcheck.cli import nights
from factcheck.cli.nights import Nights
from factcheck.config import Settings, read_settings
from factcheck.database import open_engine
from factcheck.queries.lessons import list_lessons
from factcheck.rules.permissions import Role
from tests.cli.conftest import Terminal
from tests.factories.herons import ENOUGH, TOO_FEW, sort_herons
from tests.factories.people import person


def herons(count: int = ENOUGH, title: str = "Herons") -> Settings:
    """Let an editor of the desk in force sort sentences; return its settings."""
    settings = read_settings()
    engine = open_engine(settings.database)
    with Session(engine) as session:
        sort_herons(session, person(session, Role.EDITOR), count, title=title)
        session.commit()
    engine.dispose()
    return settings


def test_a_desk_learns_tells_and_forgets(
    desk: Terminal, tmp_path, monkeypatch: pytest.MonkeyPatch
):
    stepped_back: list[int] = []
    monkeypatch.setattr("os.nice", stepped_back.append)
    herons()
    text = tmp_path / "birds.txt"
    text.write_text("A linnet sat by pond 7000 all day.", encoding="utf-8")

    def likelihood() -> float:
        return json.loads(desk("split", text, "--json").stdout)["likelihood"]

    shipped = likelihood()
    assert "In force: the shipped weights." in desk("suggestions", "status").stdout
    said = desk("suggestions", "learn").stdout
    assert said.startswith("Kept: better than before. From 300 sentences. Before: ")
    assert likelihood() < shipped / 2
    assert stepped_back == []
    assert desk("suggestions", "learn", "--nightly").stdout.startswith("Nothing new")
    assert len(stepped_back) == 1
    status = json.loads(desk("suggestions", "status", "--json").stdout)
    assert (status["weights"], status["sentences"], status["enough"]) == (
        "own",
        300,
        True,
    )
    assert [lesson["outcome"] for lesson in status["lessons"]] == ["kept"]
    assert "The shipped weights are in force." in desk("suggestions", "forget").stdout
    assert likelihood() == shipped
    assert json.loads(desk("suggestions", "forget", "--json").stdout) == {
        "forgotten": False
    }
    assert (
        json.loads(desk("suggestions", "learn", "--nightly", "--json").stdout) is None
    )


def test_without_a_desk_the_shipped_weights_split(terminal: Terminal, tmp_path):
    text = tmp_path / "birds.txt"
    text.write_text("The river rose in 1949.", encoding="utf-8")
    found = json.loads(terminal("split", text, "--json").stdout)
    assert found["likelihood"] > 0.5
    assert terminal("suggestions", "status").exit_code == 1


@pytest.mark.usefixtures("desk")
def test_a_night_is_learned_in_by_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch):
    settings = herons(TOO_FEW)
    told = iter(["2026-03-01", "2026-03-01", "2026-03-02"])
    monkeypatch.setattr(nights, "night_of", lambda _at, _hour: next(told))
    clock = Nights(settings)
    clock.look()
    assert lessons(settings) == []
    clock.look()
    (lesson,) = lessons(settings)
    assert lesson.outcome == "too_little"
    assert lesson.night is not None


def test_a_night_that_fails_is_told_and_the_desk_goes_on(
    tmp_path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.delenv("FACTCHECK_DATABASE_URL", raising=False)
    told = iter(["2026-03-01", "2026-03-02"])
    monkeypatch.setattr(nights, "night_of", lambda _at, _hour: next(told))
    with caplog.at_level(logging.WARNING):
        Nights(Settings(data_dir=tmp_path / "nowhere")).look()
    assert "There is no desk in this database yet." in caplog.text


def test_the_clock_ends_with_the_server_and_may_never_begin(tmp_path):
    clock = Nights(Settings(data_dir=tmp_path))
    clock.start()
    clock.end()
    clock._thread.join(timeout=10)
    assert not clock._thread.is_alive()
    never = Nights(Settings(data_dir=tmp_path, learn_hour=-1))
    never.start()
    assert not never._thread.is_alive()


def lessons(settings: Settings):
    engine = create_engine(settings.database)
    with Session(engine) as session:
        found = list_lessons(session)
    engine.dispose()
    return found
