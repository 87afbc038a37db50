"""How much a token, and whoever has none, may ask for in a minute."""

import hashlib
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter

from factcheck.config import Settings
from factcheck.limits import address


def init_app(app: Flask, settings: Settings, limiter: Limiter) -> None:
    """Limit every view of this door, and tokens that are tried and do not work.

    What is refused as no token of ours is counted as a password that is tried.
    """
    tried = limiter.shared_limit(
        settings.sign_in_limit, scope="api-tokens", deduct_when=_no_token
    )
    asked = limiter.shared_limit(settings.api_limit, scope="api", key_func=_who)
    for endpoint, view in app.view_functions.items():
        if _is_ours(app, endpoint):
            limited: Any = asked(tried(view))
            app.view_functions[endpoint] = limited


def _is_ours(app: Flask, endpoint: str) -> bool:
    names = app.extensions["flask-smorest"]["blp_name_to_api"]
    return endpoint.partition(".")[0] in names


def _no_token(response: Response) -> bool:
    given = request.headers.get("Authorization", "")
    return response.status_code == 401 and bool(given)


def _who() -> str:
    """Name a token without keeping it, or the address of who has none."""
    given = request.headers.get("Authorization", "")
    return hashlib.sha256(given.encode()).hexdigest() if given else address()
