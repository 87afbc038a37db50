"""Names for things that stand on no page: IRIs that stay as long as the things do."""

import re
from base64 import urlsafe_b64encode
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from factcheck.exports.wording import web_address

_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = "!$%&'()*+,;=:@/?-._~"


def text_iri(sha256: str) -> str:
    """Name a text by its SHA-256 (RFC 6920), so that who holds it can tell."""
    digest = urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def made_iri(*parts: object) -> str:
    """Name something by what identifies it: the same parts give the same name."""
    return uuid5(NAMESPACE_URL, "\n".join(map(str, parts))).urn


def web_iri(url: str) -> str:
    """Write a web address with nothing but what RFC 3986 allows; "" for any other."""
    if not (address := web_address(url)):
        return ""
    rest, hash_, fragment = address.partition("#")
    scheme, _, rest = rest.partition("://")
    host, slash, path = rest.partition("/")
    parts = [
        scheme.lower(),
        "://",
        quote(host, safe=_KEPT + "[]"),
        slash,
        quote(path, safe=_KEPT),
        hash_,
        quote(fragment, safe=_KEPT),
    ]
    return _LOOSE_PERCENT.sub("%25", "".join(parts))
