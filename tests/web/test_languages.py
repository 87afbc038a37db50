"""What the pages speak: a person's choice, the desk's language, else English."""

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.config import read_settings
from factcheck.models import User
from factcheck.rules.permissions import Role
from factcheck.translating import spoken
from tests.factories import essays
from tests.factories.visits import arrive, send
from tests.web.conftest import OpenDesk, Visit

PROFILE = {"name": "Robin Hale", "time_zone": "UTC", "digest": "never"}


def test_a_person_chooses_a_language_for_themselves(visit: Visit):
    robin = visit(Role.REVIEWER)
    answer = send(robin, "/profile", **PROFILE, language="ko")
    assert answer.status_code == 302
    page = robin.get("/profile").text
    assert '<html lang="ko" dir="ltr">' in page
    assert "페이지의 시각이 이 시간대로 표시됩니다." in page
    assert '<html lang="en" dir="ltr">' in visit(Role.EDITOR).get("/profile").text
    assert spoken() == "en"


def test_a_language_that_is_not_spoken_is_refused(visit: Visit):
    answer = send(visit(Role.REVIEWER), "/profile", **PROFILE, language="tlh")
    assert answer.status_code == 422


def test_strangers_are_spoken_to_as_the_desk_speaks(open_desk: OpenDesk):
    desk = open_desk(language="ko").test_client()
    page = desk.get("/sign-in", headers={"Accept-Language": "fr"}).text
    assert '<html lang="ko" dir="ltr">' in page


def test_what_is_published_speaks_as_the_desk_whoever_looks(
    session: Session, people: dict[Role, User], open_desk: OpenDesk
):
    editor = people[Role.EDITOR]
    editor.language = "en"
    essay = essays.essay(session, actor=editor)
    essays.save(session, essays.mark(session, essay, editor, "The river"), editor)
    publish_edition(session, actor=editor, essay=essay, note="")
    session.commit()
    here, there = (open_desk(language=language) for language in ("ko", "en"))
    english = arrive(here.test_client(), editor)
    assert "Corrections so far" in english.get("/").text
    written = english.get("/essays/the-river/export/markdown").text
    assert "\n## 판정의 의미\n" in written
    page = english.get("/e/the-river")
    assert '<html lang="ko" dir="ltr">' in page.text
    assert page.get_etag() != there.test_client().get("/e/the-river").get_etag()


def test_signing_in_is_refused_in_the_desks_language(open_desk: OpenDesk):
    fields = {"page": "/sign-in", "email": "a@example.org", "password": "?"}
    page = send(open_desk(language="ko").test_client(), "/sign-in", **fields).text
    assert "주소와 비밀번호가 맞지 않습니다." in page


def test_a_desk_speaks_only_what_is_translated():
    assert read_settings({"FACTCHECK_LANGUAGE": "ko"}).language == "ko"
    with pytest.raises(ValueError, match="must be one of en, ko"):
        read_settings({"FACTCHECK_LANGUAGE": "tlh"})
