"""Splitting, joining and naming what stands in a text by keys; nothing is lost."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlalchemy import select

from factcheck.models import Essay, User
from factcheck.queries.people import person_by_id
from tests.browser.conftest import Desk, Visit, rows, sign_in
from tests.factories.layouts import split

FIRST = "However, in June 1949, Mao Zedong declared the “leaning to one side” strategy,"


@pytest.fixture
def page(desk: Desk, visit: Visit) -> Page:
    """Return the workbench of the seed essay, with sentence 5 in hand."""
    page = visit(desk.url)
    sign_in(page, "robin@example.org")
    page.goto("/essays/mao/workbench?s=5")
    expect(page.locator("#sentences")).to_be_focused()
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def words_of(page: Page, position: int) -> str:
    return page.locator(f"#s{position} .tx").inner_text()


def test_a_sentence_is_split_joined_and_undone_by_keys(page: Page):
    whole, after = words_of(page, 5), words_of(page, 6)
    press(page, "b")
    expect(page.locator("#words-said")).to_contain_text("The second sentence begins")
    while page.locator("#quote .cut").inner_text() != "expressing":
        press(page, "ArrowRight")
    assert Axe().run(page).response["violations"] == []
    press(page, "Enter")
    expect(page.locator("#s5 .tx")).to_have_text(FIRST)
    expect(page.locator("#s7 .tx")).to_have_text(after)
    expect(page.locator("#toast")).to_contain_text("Sentence 5 split.")
    expect(page.locator("#sentences")).to_be_focused()
    press(page, "o", "j", "c")
    expect(page.locator("#s5")).to_contain_text("Not a claim: opinion.")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    press(page, "k", "u")
    expect(page.locator("#s5 .tx")).to_have_text(whole)
    expect(page.locator("#s6 .tx")).to_have_text(after)
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    press(page, "z")
    expect(page.locator("#s5 .tx")).to_have_text(FIRST)
    expect(page.locator("#s5")).to_contain_text("Not a claim: opinion.")


def test_a_word_is_clicked_and_a_claim_is_in_the_way(page: Page, visit: Visit):
    press(page, "c")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
    press(page, "b")
    page.locator("#quote .w", has_text="expressing").click()
    expect(page.locator("#toast")).to_contain_text("words of claim 1 go across")
    expect(page.locator("#s5 .tx")).not_to_have_text(FIRST)
    visit.errors[:] = [error for error in visit.errors if "422" not in error]


def test_a_paragraph_becomes_a_heading_by_keys(page: Page):
    press(page, "End", "h")
    expect(page.locator("#kind")).to_be_focused()
    page.locator("#kind").select_option("Footnote")
    press(page, "Tab", "Enter")
    expect(page.locator("#s25 .kind")).to_have_text("footnote")
    expect(page.locator("#sentences")).to_be_focused()
    press(page, "z")
    expect(page.locator("#s25 .kind")).to_have_text("byline")


def test_what_is_typed_survives_when_others_renumber(
    page: Page, desk: Desk, visit: Visit
):
    press(page, "c", "f")
    expect(page.locator("#finding")).to_be_focused()
    page.keyboard.type("Typed before")
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    with rows(desk) as session:
        essay = session.scalars(select(Essay)).one()
        found = session.scalars(select(User.id).where(User.name == "Ines Moreau"))
        split(session, person_by_id(session, found.one()), essay, "enjoyed general")
    page.keyboard.type(" and after")
    press(page, "Escape")
    press(page, "k", "o")  # Of the old numbering: refused, not done to another.
    expect(page.locator("#toast")).to_contain_text("other numbers now")
    expect(page.locator("#s2 .tx")).to_contain_text("enjoyed general popularity")
    expect(page.locator("#sentences .is-not_a_claim")).to_have_count(2)
    page.goto("/essays/mao/workbench?c=1")
    expect(page.locator("#claim-state")).to_contain_text("sentence 6")
    expect(page.locator("#finding")).to_have_value("Typed before and after")
    visit.errors[:] = [error for error in visit.errors if "409" not in error]
