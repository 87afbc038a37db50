"""A reviewer's whole job on the seed essay: with script, then without."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in

ADDRESS = "https://example.org/telegrams/110478"
PART = "He also tried to prevent Mao from crossing the Yangtze River"


def test_the_whole_job_from_the_keyboard(desk, visit):
    page = visit(desk.url, permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, "robin@example.org")
    page.get_by_role("link", name="Mao", exact=True).click()
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("#sentences").focus()

    _sort_by_keys(page)
    _mark_a_part_by_keys(page)
    _review_by_keys(page)
    _undo_and_redo(page)
    page.get_by_role("link", name="Mao", exact=True).click()
    _look_and_export(page)


def _sort_by_keys(page: Page) -> None:
    page.keyboard.press("o")
    expect(page.locator("#s1")).to_have_class(re.compile("is-not_a_claim"))
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#s2")).to_have_class(re.compile("is-claim"))
    for key in ("j", "j", "Shift+J", "o"):
        page.keyboard.press(key)
    for number in (4, 5):
        expect(page.locator(f"#s{number}")).to_have_class(re.compile("is-not_a_claim"))
    page.keyboard.press("z")
    for number in (4, 5):
        expect(page.locator(f"#s{number}")).to_have_class(re.compile("is-to_sort"))


def _mark_a_part_by_keys(page: Page) -> None:
    page.locator("#s3 .sg").click()
    expect(page.locator("#claim-title")).to_have_text("Sentence 3")
    page.locator("#sentences").focus()
    page.keyboard.press("c")
    expect(page.locator("#claim-title")).to_have_text("Claim 2")
    page.keyboard.press("w")
    words = page.locator("#quote .pick")
    words.get_by_text("He", exact=True).click()
    words.get_by_text("River", exact=True).click()
    page.keyboard.press("Enter")
    expect(page.locator("#s3 mark")).to_have_text(PART)


def _review_by_keys(page: Page) -> None:
    page.locator("#sentences").focus()
    page.keyboard.press("3")
    expect(page.get_by_role("radio", name=re.compile("Mixed"))).to_be_checked()
    page.keyboard.press("t")
    page.keyboard.type("In 1949 Stalin tried to stop Mao at the Yangtze.")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.keyboard.type("Historians dispute it; the telegrams hold no order to halt.")
    page.keyboard.press("Escape")
    page.evaluate("address => navigator.clipboard.writeText(address)", ADDRESS)
    page.keyboard.press("Control+V")
    page.get_by_label("Title").first.fill("Ciphered telegram 50513")
    page.get_by_label("Quoted words").first.fill("we agree with you completely")
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#toast")).to_contain_text("Mixed")
    expect(page.locator("#claim-title")).to_have_text("Claim 1")


def _undo_and_redo(page: Page) -> None:
    page.locator("#sentences").focus()
    page.keyboard.press("z")
    expect(page.locator("#progress b")).to_have_text("0")
    page.goto(page.url.split("?")[0] + "?s=3&c=2")
    page.locator("#sentences").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress b")).to_have_text("1")


def _look_and_export(page: Page) -> None:
    expect(page.locator("#m2")).to_have_text(PART)
    expect(page.locator("#c2")).to_contain_text("Historians dispute it")
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON").click()
    exported = json.loads(download.value.path().read_text(encoding="utf-8"))
    first, second = exported["claims"]
    assert (first["number"], first["verdict"]) == (1, None)
    assert (second["quote"], second["verdict"]) == (PART, "mixed")
    assert second["statement"] == "In 1949 Stalin tried to stop Mao at the Yangtze."
    (source,) = second["sources"]
    assert (source["url"], source["title"], source["quote"]) == (
        ADDRESS,
        "Ciphered telegram 50513",
        "we agree with you completely",
    )


def test_the_whole_job_with_javascript_switched_off(desk, visit):
    page = visit(desk.url, java_script_enabled=False)
    sign_in(page, "robin@example.org")
    page.get_by_role("link", name="Mao", exact=True).click()

    _sort_by_forms(page)
    _mark_a_part_by_forms(page)
    _review_by_forms(page)
    page.get_by_role("link", name="Mao", exact=True).click()
    _look_and_export(page)


def _sort_by_forms(page: Page) -> None:
    page.locator("#s2 a").click()
    page.get_by_role("button", name="It is a claim").click()
    expect(page.locator("#s2")).to_have_class(re.compile("is-claim"))
    for number in (4, 5):
        page.get_by_label(f"Sentence {number}", exact=True).check()
    page.locator("#bulk").get_by_role("button", name="Opinion").click()
    for number in (4, 5):
        expect(page.locator(f"#s{number}")).to_have_class(re.compile("is-not_a_claim"))
    page.get_by_role("button", name="Undo").click()
    for number in (4, 5):
        expect(page.locator(f"#s{number}")).to_have_class(re.compile("is-to_sort"))


def _mark_a_part_by_forms(page: Page) -> None:
    page.locator("#s3 a").click()
    page.get_by_text("Only part of the sentence").click()
    page.get_by_label("First word").select_option(label="1 He")
    last = page.get_by_label("Last word")
    last.select_option(last.get_by_text("River").get_attribute("value"))
    page.get_by_role("button", name="Mark these words as a claim").click()
    expect(page.locator("#s3 mark")).to_have_text(PART)


def _review_by_forms(page: Page) -> None:
    page.get_by_label("Statement").fill(
        "In 1949 Stalin tried to stop Mao at the Yangtze."
    )
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator("#review")).to_contain_text("Draft until it has")
    page.get_by_role("radio", name=re.compile("Mixed")).check()
    page.get_by_label("Finding").fill(
        "Historians dispute it; the telegrams hold no order to halt."
    )
    page.get_by_label("Address").fill(ADDRESS)
    page.get_by_text("Title, quoted words and more").click()
    page.get_by_label("Title").fill("Ciphered telegram 50513")
    page.get_by_label("Quoted words").fill("we agree with you completely")
    page.get_by_role("button", name="Save and go to next").click()
    expect(page.locator("#claim-title")).to_have_text("Claim 1")
