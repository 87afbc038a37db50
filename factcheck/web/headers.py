"""Headers on every answer: what a page may load, and who may keep a copy."""

import secrets
from http import HTTPStatus

from flask import Flask, Response, g, request

from factcheck.config import Settings

_STILL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(),"
    " microphone=(), payment=(), usb=()",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{nonce};"
    " img-src 'self' data:; font-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_YEAR = 31_536_000


def init_app(app: Flask, settings: Settings) -> None:
    """Set the headers after each request."""
    app.after_request(_set_headers)
    if settings.secure_cookies:
        app.after_request(_set_https)


def nonce() -> str:
    """Return this answer's nonce, for the one <style> of the reader's page."""
    return str(g.setdefault("csp_nonce", secrets.token_urlsafe(16)))


def _set_headers(response: Response) -> Response:
    for name, value in _STILL.items():
        response.headers.setdefault(name, value)
    if response.status_code != HTTPStatus.NOT_MODIFIED:
        # A kept page keeps the policy it came with, whose nonce is in its markup.
        own = f" 'nonce-{g.csp_nonce}'" if "csp_nonce" in g else ""
        # What strangers wrote comes with a stricter one of its own (web/copies).
        policy = _POLICY.format(nonce=own)
        response.headers.setdefault("Content-Security-Policy", policy)
    if request.endpoint == "static" and response.status_code < 400:
        _keep_static(response)
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _keep_static(response: Response) -> None:
    """A static address that names its content never changes; others are asked again."""
    if request.args.get("v"):
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"


def _set_https(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    return response
