"""The addresses that are fetched: of what kind, how many, and how each must end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4")
TOTAL = 200
_CLOSED = 9_999  # a port at which nobody answers


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of address.

    Attributes:
        name: what it is.
        paths: of the test site, or whole addresses; each is used in turn.
        count: how many there are.
        state: in which each must end.
        said: what must be said of it then.
    """

    name: str
    paths: Sequence[str]
    count: int
    state: str
    said: str = ""


ADDRESSES = (
    Kind("a page", ["page"], 30, "kept"),
    Kind("a page that is packed", ["packed"], 8, "kept"),
    Kind("a page in chunks", ["chunks"], 5, "kept"),
    Kind("a page in another charset than is said", ["korean"], 6, "kept"),
    Kind("a page whose charset the header alone says", ["korean-said"], 3, "kept"),
    Kind("a charset that is none", ["odd-charset"], 3, "kept"),
    Kind("a PDF", ["pdf"], 10, "kept"),
    Kind("plain text", ["plain"], 8, "kept"),
    Kind("a picture", ["picture"], 4, "kept"),
    Kind("a page somewhere else for now", ["moved"], 6, "kept"),
    Kind("a page somewhere else for good", ["moved-for-good"], 5, "kept"),
    Kind("a circle of redirects", ["loop"], 7, "failed", "more than 5 times"),
    Kind("a slow drip", ["drip"], 3, "failed", "took too long"),
    Kind("a head that never ends", ["slow-head"], 2, "failed", "took too long"),
    Kind("20 GB advertised", ["advertised"], 5, "failed", "more than 20 MB"),
    Kind("a body that never ends", ["endless"], 3, "failed", "more than 20 MB"),
    Kind("a gzip bomb", ["bomb"], 4, "failed", "more than 20 MB"),
    Kind("a PDF bomb", ["pdf-bomb"], 2, "failed", "The page came, but"),
    Kind("a sign-in asked for", ["locked", "forbidden"], 8, "failed", "to sign in"),
    Kind("a sign-in instead of the page", ["way-in"], 5, "failed", "to sign in"),
    Kind("a page that is gone", ["not-there", "went"], 8, "failed", "is not there"),
    Kind("the front page instead", ["front/a/b"], 3, "failed", "front page"),
    Kind("a server that fails", ["broken"], 3, "failed", "status 500"),
    Kind("a connection broken off", ["reset", "short"], 4, "failed", "broke off"),
    Kind("no HTTP", ["no-http", "headers"], 4, "failed", "broke off"),
    Kind("packed wrongly", ["wrongly-packed", "brotli"], 4, "failed", "packed"),
    Kind("half a picture", ["half-picture"], 2, "failed", "This is an image"),
    Kind("nothing at all", ["empty"], 3, "failed", "no words"),
    Kind("a zip file", ["zip"], 2, "failed", "The page came, but"),
    Kind("a page that programs may not have", ["kept-out/a"], 5, "refused", "robots"),
    Kind(
        "a private address by redirect",
        [
            "to?http://10.0.0.1/",
            "to?http://169.254.169.254/latest/",
            "to?http://[::1]/",
            "to?http://[::ffff:192.168.0.1]/",
            "to?http://0x7f000001/",
            "to?http://2130706433/",
            "to?http://127.1/",
        ],
        9,
        "refused",
        "private network",
    ),
    Kind(
        "another scheme by redirect",
        ["to?file:///etc/passwd", "to?ftp://example.org/", "to?gopher://127.0.0.2/"],
        4,
        "refused",
        "Only http and https",
    ),
    Kind("a private address by DNS", ["dns"], 5, "refused", "private network"),
    Kind(
        "a private address",
        [
            "http://10.0.0.1/",
            "http://192.168.1.1/",
            "http://[fd00::1]/",
            "http://[::ffff:a00:1]/",
            "http://[64:ff9b::a00:1]/",
            "http://0177.0.0.1/",
            "http://169.254.169.254/",
        ],
        8,
        "refused",
        "private network",
    ),
    Kind("a name and password", ["http://a:b@127.0.0.2/"], 2, "refused", "password"),
    Kind(
        "another service's port", ["http://93.184.215.14:25/"], 2, "refused", "Port 25"
    ),
    Kind(
        "nobody there",
        [f"http://127.0.0.2:{_CLOSED}/"],
        3,
        "failed",
        "does not take connections",
    ),
    Kind("a name that is none", ["http://no.invalid/"], 2, "failed", "No server"),
)


def addresses(ports: Mapping[str, int]) -> dict[str, Kind]:
    """Return every address and its kind; `ports` are those of the sites, by host."""
    hosts = [host for host in HOSTS if host != "127.0.0.1"]
    found: dict[str, Kind] = {}
    for kind in ADDRESSES:
        for number in range(kind.count):
            path = kind.paths[number % len(kind.paths)]
            host = hosts[len(found) % len(hosts)]
            site = f"http://{host}:{ports[host]}"
            if path == "dns":
                site, path = f"http://localhost:{ports['127.0.0.1']}", "page"
            url = path if path.startswith("http") else f"{site}/{path}"
            found[f"{url}{'&' if '?' in url else '?'}n={len(found)}"] = kind
    return found
