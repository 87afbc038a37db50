"""Which addresses may be fetched: public ones, by the address really connected to.

A name is looked up once; every address it has is judged, and the connection goes to
one of those and not to the name, so that a second answer of the name's server cannot
lead into the desk's own network.
"""

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from factcheck.errors import FetchError
from factcheck.translating import N_, _

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_LEAST_PORT = 1024  # below it only the web's own two
# Addresses that carry an IPv4 address within (NAT64, RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_REFUSED = N_("This address leads into a private network, so it was not fetched.")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: a checked address, and how to ask there.

    Attributes:
        secure: whether over TLS.
        host: as it is named in the request.
        port: of the server.
        addresses: the checked IP addresses.
        path: with query, as it is asked for.
    """

    secure: bool
    host: str
    port: int
    addresses: tuple[str, ...]
    path: str

    @property
    def site(self) -> str:
        """The host and port, which pauses and robots.txt belong to."""
        return f"{'https' if self.secure else 'http'}://{self.host}:{self.port}"


def target_of(url: str, allow: Sequence[str]) -> Target:
    """Return where an address leads.

    Raises:
        FetchError: it may not be fetched, or its name is not known.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise FetchError(_("This is no web address."), refused=True) from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        raise FetchError(
            _("Only http and https addresses are fetched; this is another."),
            refused=True,
        )
    if parts.username is not None:
        raise FetchError(
            _("An address with a name or password in it is not fetched."), refused=True
        )
    port = port or _PORTS[scheme]
    addresses = _checked(host, port, allow)
    path = parts.path or "/"
    path += f"?{parts.query}" if parts.query else ""
    return Target(scheme == "https", host, port, addresses, _quoted(path))


def is_within(url: str) -> bool:
    """Say whether an address leads into private networks.

    Raises:
        FetchError: its name is not known, so nobody can say.
    """
    try:
        target_of(url, ())
    except FetchError as error:
        if error.refused:
            return True
        raise
    return False


def is_public(address: IPAddress) -> bool:
    """Say whether an address, and any that it carries, is of the public network."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo:
            inner = address.teredo[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _checked(host: str, port: int, allow: Sequence[str]) -> tuple[str, ...]:
    named = host in allow
    if port < _LEAST_PORT and port not in _PORTS.values() and not named:
        said = _("Port %(port)s is none of the web's.", port=port)
        raise FetchError(said, refused=True)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        said = _("No server is known by the name %(host)s.", host=host)
        raise FetchError(said, again=True) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    for each in addresses:
        address = ipaddress.ip_address(each.partition("%")[0])
        if not (named or is_public(address) or _allowed(address, allow)):
            raise FetchError(_(_REFUSED), refused=True)
    return tuple(addresses)


def _allowed(address: IPAddress, allow: Sequence[str]) -> bool:
    for entry in allow:
        try:
            network = ipaddress.ip_network(entry, strict=False)
        except ValueError:
            continue  # A name.
        if address in network:
            return True
    return False


def _quoted(path: str) -> str:
    """Escape what a request line cannot hold, such as letters outside ASCII."""
    return "".join(
        c
        if "!" <= c <= "~"
        else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in path
    )
