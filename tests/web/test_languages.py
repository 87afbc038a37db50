"""What the pages speak: a person's choice, the desk's language, else English."""

import pytest

from factcheck.config import read_settings
from factcheck.rules.permissions import Role
from factcheck.translating import spoken
from tests.factories.visits import send
from tests.web.conftest import OpenDesk, Visit

PROFILE = {"name": "Robin Hale", "time_zone": "UTC", "digest": "never"}


def test_a_person_chooses_a_language_for_themselves(visit: Visit):
    robin = visit(Role.REVIEWER)
    answer = send(robin, "/profile", **PROFILE, language="ko")
    assert answer.status_code == 302
    page = robin.get("/profile").text
    assert '<html lang="ko" dir="ltr">' in page
    assert "화면에 쓰이는 언어입니다." in page
    assert '<html lang="en" dir="ltr">' in visit(Role.EDITOR).get("/profile").text
    assert spoken() == "en"


def test_a_language_that_is_not_spoken_is_refused(visit: Visit):
    answer = send(visit(Role.REVIEWER), "/profile", **PROFILE, language="tlh")
    assert answer.status_code == 422


def test_strangers_are_spoken_to_as_the_desk_speaks(open_desk: OpenDesk):
    desk = open_desk(language="ko").test_client()
    page = desk.get("/sign-in", headers={"Accept-Language": "fr"}).text
    assert '<html lang="ko" dir="ltr">' in page


def test_a_desk_speaks_only_what_is_translated():
    assert read_settings({"FACTCHECK_LANGUAGE": "ko"}).language == "ko"
    with pytest.raises(ValueError, match="must be one of en, ko"):
        read_settings({"FACTCHECK_LANGUAGE": "tlh"})
