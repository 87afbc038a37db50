"""factcheck database."""

import stat

import pytest


def test_check_refuses_a_missing_desk_and_says_what_to_run(terminal):
    result = terminal("database", "check")

    assert result.exit_code == 1
    assert "factcheck database upgrade" in result.stderr
    assert "Traceback" not in result.stderr


def test_upgrade_makes_a_private_folder_and_check_agrees(terminal, tmp_path):
    assert terminal("database", "upgrade").exit_code == 0
    assert terminal("database", "check").exit_code == 0

    assert stat.S_IMODE((tmp_path / "desk").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "url",
    ["sqlite:////proc/none/x.sqlite3", "postgresql://nobody@127.0.0.1:1/none"],
)
def test_an_address_that_cannot_be_opened_is_told_without_a_traceback(
    terminal, monkeypatch, url
):
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", url)

    result = terminal("database", "upgrade")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr


def test_a_newer_database_is_left_alone(desk, tmp_path):
    import sqlite3  # noqa: PLC0415  (a second program's view of the file)

    with sqlite3.connect(tmp_path / "desk" / "factcheck.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")

    for words in (("database", "check"), ("database", "upgrade"), ("essays", "list")):
        result = desk(*words)
        assert result.exit_code == 1
        assert "newer Factcheck" in result.stderr


def test_a_setting_that_is_no_number_is_told(terminal, monkeypatch):
    monkeypatch.setenv("FACTCHECK_MAIL_PORT", "many")

    result = terminal("database", "check")

    assert result.exit_code == 1
    assert "FACTCHECK_MAIL_PORT" in result.stderr
