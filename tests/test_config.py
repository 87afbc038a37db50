"""Settings: what they must be, and how a wrong one is told."""

from pathlib import Path

import pytest

from factcheck.app import create_app
from factcheck.config import Settings, read_settings
from factcheck.errors import FactcheckError


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("SECURE_COOKIES", "yse", "1 or 0, not 'yse'"),
        ("PROXIES", "lots", "a whole number"),
        ("PROXIES", "-1", "at least 0"),
        ("MAIL_PORT", "70000", "1 to 65535"),
        ("LEARN_HOUR", "25", "-1 to 23"),
        ("LANGUAGE", "tlh", "one of en, ko"),
        ("SIGN_IN_LIMIT", "often", "10 per minute"),
        ("API_LIMIT", "lots", "10 per minute"),
        ("PUBLIC_URL", "check.example.org", "https://check.example.org"),
        ("FETCH_ALLOW", "wiki.example.org,10.1.0.0/99", "10.1.0.0/16"),
        ("DATABASE_URL", "nonsense", "postgresql://user:password@host/name"),
        ("DATABASE_URL", "mysql://user:secret@host/name", "postgresql://"),
        ("DATABASE_URL", "postgresql://u:secret/word@host/name", "%2F"),
    ],
)
def test_a_wrong_setting_is_named_and_told_what_it_must_be(name, given, told):
    with pytest.raises(ValueError, match=f"^FACTCHECK_{name} must be ") as refusal:
        read_settings({f"FACTCHECK_{name}": given})

    assert told in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_an_empty_folder_is_the_usual_one_and_not_the_one_that_happens_to_be_open():
    assert read_settings({"FACTCHECK_DATA_DIR": ""}) == Settings()


def test_no_and_off_are_as_good_as_0():
    settings = read_settings({"FACTCHECK_FETCH": "off", "FACTCHECK_PROXIES": "2"})

    assert (settings.fetch, settings.proxies) == (False, 2)


def test_an_empty_key_file_is_told_before_anybody_can_sign_in(tmp_path: Path):
    (tmp_path / "secret-key").touch()

    with pytest.raises(FactcheckError, match="is empty"):
        Settings(data_dir=tmp_path).read_secret_key()


def test_a_key_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(FactcheckError, match="cannot be read or made"):
        Settings(data_dir=tmp_path / "file").read_secret_key()


def test_a_place_where_nothing_can_be_counted_is_told(tmp_path: Path):
    settings = Settings(data_dir=tmp_path, limits_storage_url="bogus://host")

    with pytest.raises(FactcheckError, match="FACTCHECK_LIMITS_STORAGE_URL"):
        create_app(settings)
