"""Passkeys in Chromium, with an authenticator of its own: added, used, removed."""

import re

import pytest

from tests.browser.conftest import sign_in

WHO = "robin@example.org"


@pytest.fixture
def page(desk, visit):
    """Open a page that has an authenticator; a passkey needs a name, not a number."""
    page = visit(desk.url.replace("127.0.0.1", "localhost"))
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def add_passkey(page, name="Work laptop"):
    page.goto("/profile")
    page.get_by_role("link", name="Passkeys").click()
    page.get_by_label("Name of a new passkey").fill(name)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text(f"You can sign in with {name} now.").wait_for()


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in", exact=True).wait_for()


def test_a_passkey_signs_in_without_address_or_password(page):
    sign_in(page, WHO)
    add_passkey(page)
    sign_out(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="The desk").wait_for()
    assert page.get_by_role("link", name="Robin Hale").is_visible()


def test_a_passkey_counts_where_a_second_factor_is_required(page, desk, visit):
    sign_in(page, WHO)
    add_passkey(page)
    sign_out(page)
    admin = visit(desk.url)
    sign_in(admin, "admin@example.org")
    admin.goto("/people")
    admin.get_by_role("button", name="Require it of everybody").click()
    admin.wait_for_url(re.compile("/profile/two-factor"))
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="The desk").wait_for()


def test_a_passkey_that_was_removed_signs_nobody_in(page):
    sign_in(page, WHO)
    add_passkey(page)
    page.get_by_role("button", name="Remove Work laptop").click()
    page.get_by_text("Work laptop signs nobody in any more.").wait_for()
    sign_out(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("This passkey is not known here.").wait_for()
    assert page.get_by_role("link", name="Robin Hale").count() == 0


def test_a_passkey_says_again_who_one_is(page):
    sign_in(page, WHO)
    add_passkey(page)
    page.goto("/sign-in/again?next=/profile")
    page.get_by_role("button", name="Use a passkey instead").click()
    page.get_by_text("Thank you. Go on where you were.").wait_for()
    assert page.url.endswith("/profile")


def test_whoever_is_disabled_does_not_come_in_by_a_passkey(page, desk):
    sign_in(page, WHO)
    add_passkey(page)
    sign_out(page)
    desk.command("people", "disable", WHO)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(re.compile("/sign-in$"))
    page.get_by_label("Password").wait_for()
    assert page.get_by_role("link", name="Robin Hale").count() == 0
