"""How often one address may try a password, ask for a reset link or report."""

from ipaddress import IPv6Address, ip_address
from typing import Any

from flask import Flask, Response, request
from flask_limiter import Limiter

from factcheck.config import Settings

# Of the first two only attempts that fail are counted, of the others every one.
_TRIED = ("security.login", "security.verify")
_LIMITED = (*_TRIED, "security.forgot_password", "reports.send")


def init_app(app: Flask, settings: Settings) -> None:
    """Limit POST to pages that take a password, send a mail or keep a report."""
    limiter = Limiter(
        _address,
        app=app,
        storage_uri=settings.limits_storage_url,
        strategy="fixed-window",
        headers_enabled=False,
    )
    for endpoint in _LIMITED:
        counts = _failed if endpoint in _TRIED else None
        limit = limiter.limit(
            settings.sign_in_limit, methods=["POST"], deduct_when=counts
        )
        view: Any = app.view_functions[endpoint]
        app.view_functions[endpoint] = limit(view)
    _look_nowhere_else(app, limiter)


def _look_nowhere_else(app: Flask, limiter: Limiter) -> None:
    """Take away the hook that looks for limits before each request.

    The views above look for themselves, and no other has any.
    """
    hooks = app.before_request_funcs[None]
    hooks[:] = [hook for hook in hooks if getattr(hook, "__self__", None) != limiter]


def _failed(response: Response) -> bool:
    """A sign-in that worked moves on; only the others are counted."""
    return response.status_code not in {302, 303}


def _address() -> str:
    """Return the address a request came from; in IPv6, its /64 network.

    Behind proxies the address is the client's as far as `proxies` are believed.
    """
    given = request.remote_addr or ""
    try:
        address = ip_address(given)
    except ValueError:
        return given
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return f"{IPv6Address(int(address) >> 64 << 64)}/64"
    return str(getattr(address, "ipv4_mapped", None) or address)
