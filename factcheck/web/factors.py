"""Second factors and passkeys, as Flask-Security is told to do them.

An authenticator's secret is kept encrypted by a key made from the desk's own; a desk
that loses its key lets people in again after an admin resets their second factor.
"""

import base64
import hashlib
import hmac
from datetime import timedelta
from typing import Any

from flask_security import (
    Totp,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    WebAuthnRegisterForm,
    WebauthnUtil,
)
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from factcheck.config import Settings
from factcheck.translating import N_

MESSAGES: dict[str, tuple[str, str]] = {
    "TWO_FACTOR_INVALID_TOKEN": (
        N_(
            "That code is not the one in force, or was used already. Wait for the next."
        ),
        "error",
    ),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": (N_("The code was right."), "success"),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (
        N_("From now on you sign in with your password and a code."),
        "success",
    ),
    "TWO_FACTOR_DISABLED": (N_("From now on your password is enough."), "success"),
    "TWO_FACTOR_PERMISSION_DENIED": (
        N_("Start with your address and your password."),
        "error",
    ),
    "TWO_FACTOR_SETUP_EXPIRED": (N_("That took too long. Start again."), "error"),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": (
        N_("This desk asks everybody for a second factor."),
        "error",
    ),
    "INVALID_RECOVERY_CODE": (
        N_("That is none of your recovery codes, or it was used already."),
        "error",
    ),
    "WEBAUTHN_EXPIRED": (N_("That took too long. Start again."), "error"),
    "WEBAUTHN_NAME_REQUIRED": (
        N_("Name the passkey, so that you know it again."),
        "error",
    ),
    "WEBAUTHN_NAME_INUSE": (N_("You have a passkey called %(name)s already."), "error"),
    "WEBAUTHN_NAME_NOT_FOUND": (N_("You have no passkey called %(name)s."), "error"),
    "WEBAUTHN_NAME_DISALLOWED_CHARACTERS": (
        N_("Use letters, digits, spaces and hyphens in the name."),
        "error",
    ),
    "WEBAUTHN_CREDENTIAL_DELETED": (
        N_("%(name)s signs nobody in any more."),
        "success",
    ),
    "WEBAUTHN_REGISTER_SUCCESSFUL": (
        N_("You can sign in with %(name)s now."),
        "success",
    ),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": (
        N_("This passkey is known here already."),
        "error",
    ),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": (N_("This passkey is not known here."), "error"),
    "WEBAUTHN_MISMATCH_USER_HANDLE": (N_("This passkey is somebody else’s."), "error"),  # noqa: RUF001
    "WEBAUTHN_NO_VERIFY": (
        N_("This passkey could not be checked. Try again."),
        "error",
    ),
}


class OnceTotp(Totp):
    """Codes that work once, so that one read over a shoulder is worth nothing."""

    _seen: dict[str, int] = {}  # noqa: RUF012  (one for the whole process)

    def get_last_counter(self, user: Any) -> int | None:
        """Return the counter of the last code a person used."""
        return self._seen.get(user.fs_uniquifier)

    def set_last_counter(self, user: Any, tmatch: Any) -> None:
        """Remember the counter of the code a person just used."""
        self._seen[user.fs_uniquifier] = tmatch.counter


class Passkeys(WebauthnUtil):
    """Passkeys of any kind that know their owner: by a finger, a face or a PIN."""

    def authenticator_selection(
        self, _user: Any, _usage: str
    ) -> AuthenticatorSelectionCriteria:
        """Ask for one that is found without an address, and checks its owner."""
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        )

    def user_verification(
        self, _user: Any, _usage: list[str]
    ) -> UserVerificationRequirement:
        """Have it check its owner each time."""
        return UserVerificationRequirement.REQUIRED


class SetupForm(TwoFactorSetupForm):
    """What to do with the second factor; the page's buttons say it."""

    setup = StringField()  # type: ignore[assignment]


class RescueForm(TwoFactorRescueForm):
    """Not shown: whoever lost their phone is sent to the recovery codes."""

    help_setup = RadioField(choices=[SelectChoice("help", "Help")])


class PasskeyForm(WebAuthnRegisterForm):
    """A new passkey, which signs in by itself."""

    usage = StringField()  # type: ignore[assignment]

    def validate(self, **more: Any) -> bool:
        """Check the name; each passkey here signs in by itself."""
        self.usage.data = "first"
        return bool(super().validate(**more))


FORMS: dict[str, type] = {
    "two_factor_setup_form": SetupForm,
    "two_factor_rescue_form": RescueForm,
    "wan_register_form": PasskeyForm,
}


def options(settings: Settings) -> dict[str, object]:
    """Return Flask-Security's settings for second factors and passkeys."""
    key = settings.read_secret_key()
    return {
        "TWO_FACTOR": True,
        "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
        "TWO_FACTOR_RESCUE_EMAIL": False,
        "TOTP_SECRETS": {"1": _derive(key, "totp").hex()},
        "TOTP_ISSUER": settings.desk_name.replace(":", " "),
        "MULTI_FACTOR_RECOVERY_CODES": True,
        "MULTI_FACTOR_RECOVERY_CODES_N": 10,
        "MULTI_FACTOR_RECOVERY_CODES_KEYS": [
            base64.urlsafe_b64encode(_derive(key, "recovery"))
        ],
        "WEBAUTHN": True,
        "WAN_RP_NAME": settings.desk_name,
        "WAN_ALLOW_USER_HINTS": False,
        "WAN_SIGNIN_WITHIN": timedelta(minutes=3),
        "WAN_ALLOW_AS_VERIFY": ["first"],
        "TWO_FACTOR_SETUP_URL": "/profile/two-factor",
        "TWO_FACTOR_TOKEN_VALIDATION_URL": "/sign-in/code",
        "TWO_FACTOR_RESCUE_URL": "/sign-in/lost",
        "TWO_FACTOR_SELECT_URL": "/sign-in/choose",
        "MULTI_FACTOR_RECOVERY_CODES_URL": "/profile/recovery-codes",
        "MULTI_FACTOR_RECOVERY_URL": "/sign-in/recovery",
        "WAN_REGISTER_URL": "/profile/passkeys",
        "WAN_DELETE_URL": "/profile/passkeys/remove",
        "WAN_SIGNIN_URL": "/sign-in/passkey",
        "WAN_VERIFY_URL": "/sign-in/again/passkey",
        "TWO_FACTOR_SETUP_TEMPLATE": "security/two_factor.html",
        "TWO_FACTOR_VERIFY_CODE_TEMPLATE": "security/code.html",
        "TWO_FACTOR_SELECT_TEMPLATE": "security/code.html",
        "MULTI_FACTOR_RECOVERY_CODES_TEMPLATE": "security/recovery_codes.html",
        "MULTI_FACTOR_RECOVERY_TEMPLATE": "security/recovery.html",
        "WAN_REGISTER_TEMPLATE": "security/passkeys.html",
        "WAN_SIGNIN_TEMPLATE": "security/passkey.html",
        "WAN_VERIFY_TEMPLATE": "security/passkey_again.html",
    }


def _derive(key: str, purpose: str) -> bytes:
    """Make a key of its own for each purpose from the desk's key."""
    return hmac.digest(key.encode(), f"factcheck:{purpose}".encode(), hashlib.sha256)
