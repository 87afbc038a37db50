"""The seed essay revised: a corrected split is kept, a changed claim is confirmed."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import select

from factcheck.config import resource
from factcheck.models import User
from factcheck.queries.essays import find_essay
from factcheck.queries.people import person_by_id
from tests.browser.conftest import Desk, Visit, rows, sign_in
from tests.factories import essays

CHANGED = "assistance to Mao in 1949 during the Chinese Civil War"
MOVED = "Mao rushed to Moscow in December 1949"
CUT = "Because of these actions, Mao began to question whether Stalin was a committed"
JOINED = "But Stalin would again let Mao down."


@pytest.fixture
def reviewed(desk: Desk) -> Desk:
    """Return a desk on which two claims of the seed essay have a verdict."""
    with rows(desk) as session:
        email = User.email == "robin@example.org"
        robin = person_by_id(
            session, session.scalars(select(User.id).where(email)).one()
        )
        essay = find_essay(session, "mao")
        for words in (CHANGED, MOVED):
            claim = essays.mark(session, essay, robin, words)
            essays.save(session, claim, robin)
    return desk


def revised() -> str:
    """Return the essay with a claim changed, a paragraph moved, a sentence cut."""
    text = (resource("seed") / "essay.txt").read_text(encoding="utf-8")
    first, *others = text.split("\n\n")
    at = next(i for i, paragraph in enumerate(others) if MOVED in paragraph)
    text = "\n\n".join([others[at], first, *others[:at], *others[at + 1 :]])
    (line,) = [line for line in text.splitlines() if line.startswith(CUT)]
    text = text.replace(f"{line}\n", "")
    return text.replace(CHANGED, CHANGED.replace("1949", "1948"))


def test_a_revised_essay_is_confirmed_and_published(
    reviewed: Desk, visit: Visit, tmp_path: Path
):
    page = visit(reviewed.url)
    sign_in(page, "editor@example.org")
    _join_by_key(page)
    file = tmp_path / "revised.txt"
    file.write_text(revised(), encoding="utf-8")
    _revise(page, file)
    _confirm(page)
    _publish(page)


def _join_by_key(page: Page) -> None:
    page.goto("/essays/mao/workbench?s=8")
    expect(page.locator("#s8 .tx")).to_have_text(JOINED)
    expect(page.locator("#sentences")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#s8 .tx")).to_contain_text("Instead of meeting Mao")


def _revise(page: Page, file: Path) -> None:
    page.get_by_role("link", name="Mao", exact=True).click()
    page.goto("/essays/mao/versions")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="See what changes").click()
    expect(page.get_by_text("1 of 2 claims stay on their words.")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Store this version").click()
    expect(page.get_by_role("heading", name="One claim needs somebody")).to_be_visible()
    expect(page.locator(".waiting del")).to_have_text("1949")
    expect(page.locator(".waiting ins")).to_have_text("1948")
    expect(page.locator(".changes .is-cut")).to_contain_text(CUT)
    expect(page.locator(".changes .is-moved").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.goto("/essays/mao/workbench")
    joined = page.locator("#sentences .tx", has_text=JOINED)
    expect(joined).to_contain_text("Instead of meeting Mao")


def _confirm(page: Page) -> None:
    page.goto("/essays/mao/workbench?c=1")
    expect(page.get_by_text("The author changed these words.")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Still the same claim").click()
    expect(page.get_by_text("The words of claim 1 are confirmed.")).to_be_visible()
    expect(page.get_by_text("The author changed these words.")).to_have_count(0)


def _publish(page: Page) -> None:
    page.goto("/essays/mao/publish")
    page.get_by_role("button", name="Publish edition 1").click()
    expect(page.get_by_text("Edition 1 is published at")).to_be_visible()
    page.goto("/e/mao")
    expect(page.locator("#m1")).to_contain_text("in 1948")
    expect(page.locator("#c1")).to_contain_text("True")
    expect(page.locator("#c2")).to_contain_text("True")
