"""Counts what comes from one address, for the doors to limit."""

from ipaddress import IPv6Address, ip_address

from flask import Flask, request
from flask_limiter import Limiter
from limits.errors import ConfigurationError

from factcheck.config import Settings
from factcheck.errors import FactcheckError


def open_limiter(app: Flask, settings: Settings) -> Limiter:
    """Return the app's limiter; views are limited one by one, by whoever has them.

    Raises:
        FactcheckError: attempts cannot be counted where the settings say.
    """
    try:
        limiter = Limiter(
            address,
            app=app,
            storage_uri=settings.limits_storage_url,
            strategy="fixed-window",
            headers_enabled=False,
        )
    except ConfigurationError as error:
        raise FactcheckError(
            f"FACTCHECK_LIMITS_STORAGE_URL cannot be used: {error}."
        ) from error
    _look_nowhere_else(app, limiter)
    return limiter


def _look_nowhere_else(app: Flask, limiter: Limiter) -> None:
    """Take away the hook that looks for limits before each request.

    The views that have limits look for themselves, and no other has any.
    """
    hooks = app.before_request_funcs[None]
    hooks[:] = [hook for hook in hooks if getattr(hook, "__self__", None) != limiter]


def address() -> str:
    """Return the address a request came from; in IPv6, its /64 network.

    Behind proxies the address is the client's as far as `proxies` are believed.
    """
    given = request.remote_addr or ""
    try:
        found = ip_address(given)
    except ValueError:
        return given
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return f"{IPv6Address(int(found) >> 64 << 64)}/64"
    return str(getattr(found, "ipv4_mapped", None) or found)
