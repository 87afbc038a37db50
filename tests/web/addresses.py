"""What an address answers to each; the way in, and what is looked up."""

from dataclasses import dataclass, field

SIGN_IN, GONE_ON = "to sign in", 302

# What each of a stranger, a reviewer, an editor and an admin gets.
ANYONE = (200, 200, 200, 200)
STAFF = (SIGN_IN, 200, 200, 200)
EDITORS = (SIGN_IN, 403, 200, 200)
ADMINS = (SIGN_IN, 403, 403, 200)


@dataclass(frozen=True)
class Visited:
    """An address and what it answers to each; POST sends `form`."""

    path: str
    answers: tuple[int | str, ...]
    form: dict[str, str] = field(default_factory=dict)


def done(status: int = GONE_ON) -> tuple[int | str, ...]:
    """All who work here may send this."""
    return (401, status, status, status)


WAY_IN: dict[tuple[str, str], Visited] = {
    ("security.login", "GET"): Visited("/sign-in", (200, 302, 302, 302)),
    ("security.login", "POST"): Visited("/sign-in", (200, 302, 302, 302)),
    ("security.verify", "GET"): Visited("/sign-in/again", STAFF),
    ("security.verify", "POST"): Visited("/sign-in/again", done(200)),
    ("security.forgot_password", "GET"): Visited("/password/reset", ANYONE),
    ("security.forgot_password", "POST"): Visited("/password/reset", ANYONE),
    ("security.reset_password", "GET"): Visited("/password/reset/x", (302,) * 4),
    ("security.reset_password", "POST"): Visited("/password/reset/x", (302,) * 4),
    ("security.change_password", "GET"): Visited("/password/change", STAFF),
    ("security.change_password", "POST"): Visited("/password/change", done(200)),
    ("security.two_factor_setup", "GET"): Visited(
        "/profile/two-factor", (302, 200, 200, 200)
    ),
    ("security.two_factor_setup", "POST"): Visited(
        "/profile/two-factor", (302, 200, 200, 200)
    ),
    ("security.two_factor_setup_validate", "POST"): Visited(
        "/profile/two-factor/x", done()
    ),
    ("security.two_factor_rescue", "GET"): Visited("/sign-in/lost", (302,) * 4),
    ("security.two_factor_rescue", "POST"): Visited("/sign-in/lost", (302,) * 4),
    ("security.tf_select", "GET"): Visited("/sign-in/choose", (302,) * 4),
    ("security.tf_select", "POST"): Visited("/sign-in/choose", (302,) * 4),
    ("security.mf_recovery", "GET"): Visited("/sign-in/recovery", (302,) * 4),
    ("security.mf_recovery", "POST"): Visited("/sign-in/recovery", (302,) * 4),
    ("security.mf_recovery_codes", "GET"): Visited("/profile/recovery-codes", STAFF),
    ("security.mf_recovery_codes", "POST"): Visited(
        "/profile/recovery-codes", done(200)
    ),
    ("security.wan_register", "GET"): Visited("/profile/passkeys", STAFF),
    ("security.wan_register", "POST"): Visited("/profile/passkeys", done(200)),
    ("security.wan_register_response", "POST"): Visited("/profile/passkeys/x", done()),
    ("security.wan_delete", "GET"): Visited(
        "/profile/passkeys/remove", (SIGN_IN, 302, 302, 302)
    ),
    ("security.wan_delete", "POST"): Visited("/profile/passkeys/remove", done()),
    ("security.wan_signin", "GET"): Visited("/sign-in/passkey", (200, 302, 302, 302)),
    ("security.wan_signin", "POST"): Visited("/sign-in/passkey", (200, 302, 302, 302)),
    ("security.wan_signin_response", "POST"): Visited("/sign-in/passkey/x", (302,) * 4),
    ("security.wan_verify", "GET"): Visited("/sign-in/again/passkey", STAFF),
    ("security.wan_verify", "POST"): Visited("/sign-in/again/passkey", done(200)),
    ("security.wan_verify_response", "POST"): Visited(
        "/sign-in/again/passkey/x", done()
    ),
    ("second_factor.require_it", "POST"): Visited(
        "/people/two-factor", (401, 403, 403, 302), {"required": "no"}
    ),
    ("second_factor.reset", "POST"): Visited(
        "/people/99/two-factor", (401, 403, 403, 404)
    ),
    ("security.two_factor_token_validation", "GET"): Visited(
        "/sign-in/code", (302,) * 4
    ),
    ("security.two_factor_token_validation", "POST"): Visited(
        "/sign-in/code", (302, 400, 400, 400)
    ),
}

# Tokens, and the page about what they are good for.
PROGRAMS: dict[tuple[str, str], Visited] = {
    ("reference.show", "GET"): Visited("/api", ANYONE),
    ("tokens.index", "GET"): Visited("/profile/tokens", STAFF),
    ("tokens.index", "POST"): Visited("/profile/tokens", done(422)),
    ("tokens.revoke", "POST"): Visited("/profile/tokens/99/revoke", done(404)),
}

# Kept copies, quotations checked in them, copies in archives elsewhere.
EVIDENCE: dict[tuple[str, str], Visited] = {
    ("evidence.show", "GET"): Visited(
        "/essays/the-river/claims/1/sources/1", (SIGN_IN, 404, 404, 404)
    ),
    ("evidence.states", "GET"): Visited("/essays/the-river/claims/1/evidence", STAFF),
    ("evidence.upload", "POST"): Visited(
        "/essays/the-river/claims/1/sources/1", (401, 404, 404, 404)
    ),
    ("copies.show", "GET"): Visited(
        "/essays/the-river/claims/1/sources/1/copies/1", (SIGN_IN, 404, 404, 404)
    ),
    ("copies.replay", "GET"): Visited(
        "/essays/the-river/claims/1/sources/1/copies/1/warc", (SIGN_IN, 404, 404, 404)
    ),
    ("mementos.note", "POST"): Visited(
        "/essays/the-river/claims/1/sources/1/mementos", (401, 404, 404, 404)
    ),
    ("mementos.forget", "POST"): Visited(
        "/essays/the-river/claims/1/sources/1/mementos/1/remove", (401, 404, 404, 404)
    ),
}

LIBRARY: dict[tuple[str, str], Visited] = {
    ("sources.index", "GET"): Visited("/sources", STAFF),
    ("sources.find", "GET"): Visited("/sources/find", STAFF),
    ("sources.export", "GET"): Visited("/sources/export/csl", STAFF),
    ("sources.show", "GET"): Visited("/sources/1", (SIGN_IN, 404, 404, 404)),
    ("sources.edit", "GET"): Visited("/sources/1/edit", (SIGN_IN, 404, 404, 404)),
    ("sources.edit", "POST"): Visited("/sources/1/edit", (401, 404, 404, 404)),
    ("sources.undo", "POST"): Visited("/sources/1/undo", (401, 404, 404, 404)),
    ("sources.merge", "GET"): Visited("/sources/merge", (SIGN_IN, 403, 303, 303)),
    ("sources.merge", "POST"): Visited("/sources/merge", (401, 403, 404, 404)),
    ("libraries.new", "GET"): Visited("/sources/import", EDITORS),
    ("libraries.new", "POST"): Visited("/sources/import", (401, 403, 422, 422)),
}

EARLIER: dict[tuple[str, str], Visited] = {
    ("earlier.index", "GET"): Visited("/essays/the-river/earlier", STAFF),
    ("earlier.show", "GET"): Visited("/essays/the-river/claims/1/earlier", STAFF),
    ("earlier.answer", "POST"): Visited(
        "/essays/the-river/claims/1/earlier",
        done(404),
        {"do": "link", "earlier": "c99"},
    ),
    ("collections.index", "GET"): Visited("/collections", EDITORS),
    ("collections.bring", "POST"): Visited("/collections", (401, 403, 422, 422)),
    ("collections.remove", "POST"): Visited(
        "/collections/99/remove", (401, 403, 404, 404)
    ),
}
