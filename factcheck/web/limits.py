"""How often one address may try a password, ask for a reset link or report."""

from typing import Any

from flask import Flask, Response
from flask_limiter import Limiter

from factcheck.config import Settings

# Of the first two only attempts that fail are counted, of the others every one.
_TRIED = ("security.login", "security.verify")
_LIMITED = (*_TRIED, "security.forgot_password", "reports.send")


def init_app(app: Flask, settings: Settings, limiter: Limiter) -> None:
    """Limit POST to pages that take a password, send a mail or keep a report."""
    for endpoint in _LIMITED:
        counts = _failed if endpoint in _TRIED else None
        limit = limiter.limit(
            settings.sign_in_limit, methods=["POST"], deduct_when=counts
        )
        view: Any = app.view_functions[endpoint]
        app.view_functions[endpoint] = limit(view)


def _failed(response: Response) -> bool:
    """A sign-in that worked moves on; only the others are counted."""
    return response.status_code not in {302, 303}
