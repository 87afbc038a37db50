"""A desk's whole work: from import to a second edition with one correction."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.config import Settings, resource
from factcheck.rules.permissions import Role
from tests.browser.conftest import Visit, sign_in
from tests.browser.serving import serve
from tests.factories.people import person
from tests.factories.visits import PASSWORD, PASSWORD_HASH

ESSAY = resource("seed") / "essay.txt"
PEOPLE = {
    "ines@example.org": ("Ines Moreau", Role.EDITOR),
    "robin@example.org": ("Robin Hale", Role.REVIEWER),
    "sunmi@example.org": ("Sunmi Cho", Role.REVIEWER),
    "mina@example.org": ("Mina Okafor", Role.REVIEWER),
}
SENTENCES = (2, 3, 7)
NEW_WORDS = "Stalin was no steady friend of Mao."
PRINTED = "The author says that this rests on one memoir."


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve a desk with an editor and three reviewers, and no essay."""
    settings = Settings(data_dir=tmp_path)
    database.upgrade(settings.database)
    engine = database.open_engine(settings.database)
    with Session(engine) as session:
        for email, (name, role) in PEOPLE.items():
            person(session, role, name=name, email=email, password_hash=PASSWORD_HASH)
        session.commit()
    engine.dispose()
    with serve(tmp_path) as url:
        yield url


def test_a_desk_takes_an_essay_to_its_second_edition(address: str, visit: Visit):
    ines, robin, sunmi, mina = (_at_work(visit(address), email) for email in PEOPLE)
    _import(ines)
    _mark(ines)

    _review(robin, 1, "True", "The dispatches of 1949 say so.")
    _review(robin, 2, "False", "No such order is in the telegrams.")
    _sees_nothing_yet(sunmi, "No such order is in the telegrams.")
    _review(sunmi, 1, "True", "Two archives agree on it.")
    _review(sunmi, 2, "Mixed", "Historians dispute it.")
    _review(robin, 3, "True", "The treaty has it in its first article.")
    _review(mina, 3, "True", "Both copies of the treaty say it.")

    _rule(ines, "False", "The telegrams hold no such order.")
    _ask(ines)
    _propose(mina)
    _answer_as_author(visit(address), _link_for_the_author(ines))
    _publish(ines, 1)

    _note_the_answer(ines)
    _rule_again(ines, "Mixed", "One memoir has it; the telegrams do not.")
    _publish(ines, 2, why="A memoir came to light.")
    _read_the_second_edition(visit(address))
    _read_the_history(sunmi)


def _at_work(page: Page, email: str) -> Page:
    sign_in(page, email, PASSWORD)
    return page


def _way(page: Page, name: str) -> None:
    """Go from the desk to one of the essay's pages."""
    page.goto("/")
    page.get_by_role("link", name="History of Mao").click()
    nav = page.get_by_role("navigation", name="This essay")
    nav.get_by_role("link", name=re.compile(f"^{name}")).click()
    nav.locator("[aria-current=page]", has_text=name).wait_for()


def _import(page: Page) -> None:
    page.goto("/essays/new")
    page.get_by_label("File", exact=True).set_input_files(ESSAY)
    page.get_by_label("Language").fill("en")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="Is this right?").wait_for()
    page.get_by_label("Title").fill("Mao")
    page.get_by_label("Reviews each claim needs").fill("2")
    page.get_by_role("button", name="Store the essay").click()
    expect(page.get_by_role("option").first).to_be_visible()


def _mark(page: Page) -> None:
    for number, sentence in enumerate(SENTENCES, start=1):
        page.goto(f"/essays/mao/workbench?s={sentence}")
        page.get_by_role("button", name="It is a claim").click()
        expect(page.locator("#claim-title")).to_have_text(f"Claim {number}")


def _review(page: Page, number: int, verdict: str, finding: str) -> None:
    page.goto(f"/essays/mao/workbench?c={number}")
    expect(page.locator("#claim-title")).to_have_text(f"Claim {number}")
    page.get_by_role("radio", name=re.compile(f"^{verdict}")).check()
    page.get_by_label("Finding").fill(finding)
    # Sources of the desk that are alike are offered over what follows, until Tab.
    address = page.get_by_label("Address").first
    address.fill("https://example.org/telegrams")
    address.press("Tab")
    page.get_by_text("Title, quoted words and more").first.click()
    title = page.get_by_label("Title").first
    title.fill("Telegrams of 1949")
    title.press("Tab")
    page.get_by_role("button", name="Save and go to next").click()
    expect(page.locator("#toast")).to_contain_text(verdict)


def _sees_nothing_yet(page: Page, secret: str) -> None:
    _way(page, "History")
    expect(page.get_by_role("main")).to_contain_text("Sentence 2 sorted: claim")
    expect(page.get_by_role("main")).not_to_contain_text(secret)


def _rule(page: Page, verdict: str, finding: str) -> None:
    _way(page, "Rulings")
    page.get_by_role("row", name=re.compile("^2 ")).get_by_role("link").click()
    _fill_ruling(page, verdict, finding)
    page.get_by_label("What the reviewers differed about").select_option("weight")
    page.get_by_label("Print dissent").check()
    page.get_by_role("button", name="Rule", exact=True).click()
    expect(page.get_by_text(f"Claim 2 is ruled: {verdict}")).to_be_visible()


def _rule_again(page: Page, verdict: str, finding: str) -> None:
    page.goto("/essays/mao/claims/2")
    page.get_by_role("link", name="Rule again").click()
    _fill_ruling(page, verdict, finding)
    page.get_by_role("button", name="Rule", exact=True).click()
    expect(page.get_by_text(f"Claim 2 is ruled: {verdict}")).to_be_visible()


def _fill_ruling(page: Page, verdict: str, finding: str) -> None:
    page.get_by_role("heading", name="Ruling on claim 2").wait_for()
    page.get_by_role("radio", name=re.compile(f"^{verdict}")).check()
    page.get_by_label("Finding").fill(finding)
    page.get_by_label("Why you rule so").fill("The telegrams are the better witness.")


def _ask(page: Page) -> None:
    page.goto("/essays/mao/claims/3")
    page.get_by_role("link", name="Note an inquiry").click()
    page.get_by_label("Whom").fill("The author")
    page.get_by_label("Question").fill("On what does this rest?")
    page.get_by_role("button", name="Keep the inquiry").click()
    expect(page.get_by_text("No answer yet.")).to_be_visible()


def _note_the_answer(page: Page) -> None:
    _way(page, "Inquiries")
    page.get_by_role("link", name="The author").click()
    page.get_by_label("Answer", exact=False).and_(page.locator("#answer")).fill(
        "A memoir."
    )
    page.get_by_label("What readers are told").fill(PRINTED)
    page.get_by_label("Resolved").check()
    page.get_by_role("button", name="Keep the inquiry").click()
    expect(page.get_by_text("The inquiry is kept.")).to_be_visible()


def _propose(page: Page) -> None:
    page.goto("/essays/mao/claims/1")
    page.get_by_role("link", name="Propose other words").click()
    page.get_by_label("Proposed words").fill(NEW_WORDS)
    page.get_by_label("Reason").fill("The sentence says more than is known.")
    page.get_by_role("button", name="Propose it").click()
    expect(page.get_by_text("The proposal is kept.")).to_be_visible()


def _link_for_the_author(page: Page) -> str:
    _way(page, "Rewordings")
    page.get_by_label("Author").fill("Jonathan Adler")
    page.get_by_role("button", name="Make a link").click()
    said = page.get_by_role("status").filter(has_text="Copy this link now")
    return said.get_by_role("code").inner_text()


def _answer_as_author(page: Page, link: str) -> None:
    page.goto(link)
    proposal = page.get_by_role("article", name="Proposal 1")
    expect(proposal).to_contain_text(NEW_WORDS)
    proposal.get_by_label("I accept it").check()
    proposal.get_by_label("In your words").fill("Fair enough.")
    proposal.get_by_role("button", name="Send to the desk").click()
    expect(page.get_by_text("Thank you. The desk has your answer.")).to_be_visible()


def _publish(page: Page, number: int, why: str = "") -> None:
    _way(page, "Publish")
    if why:
        page.get_by_label("What was corrected since edition 1").fill("One verdict.")
        page.get_by_label("Why claim 2 changed").fill(why)
    page.get_by_role("button", name=f"Publish edition {number}").click()
    expect(page.get_by_text(f"Edition {number} is published at")).to_be_visible()


def _read_the_second_edition(page: Page) -> None:
    page.goto("/e/mao")
    body = page.locator("body")
    for words in (
        "Edition 2",
        "A memoir came to light.",
        "One memoir has it; the telegrams do not.",
        "Robin Hale",
        PRINTED,
        NEW_WORDS,
    ):
        expect(body).to_contain_text(words)
    page.goto("/e/mao/1")
    expect(body).to_contain_text("The telegrams hold no such order.")
    expect(body).to_contain_text("Historians dispute it.")
    page.goto("/corrections")
    expect(page.get_by_role("link", name="Claim 2")).to_have_count(1)
    expect(page.get_by_role("main")).to_contain_text("A memoir came to light.")


def _read_the_history(page: Page) -> None:
    _way(page, "History")
    main = page.get_by_role("main")
    expect(main.get_by_text("Edition published")).to_have_count(2)
    page.get_by_label("Person").select_option(label="Robin Hale")
    page.get_by_label("Claim").fill("2")
    page.get_by_label("Kind").select_option(label="Reviews")
    page.get_by_role("button", name="Show").click()
    expect(main.get_by_text("1 event", exact=True)).to_be_visible()
    expect(main).to_contain_text("No such order is in the telegrams.")
