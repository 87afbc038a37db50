"""Settings, read once from FACTCHECK_* variables."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from factcheck import translating
from factcheck.errors import FactcheckError

PACKAGE = Path(__file__).resolve().parent
ENVIRONMENT = "FACTCHECK_"

_YES: Final = frozenset(("1", "true", "yes", "on"))
_NO: Final = frozenset(("", "0", "false", "no", "off"))

# The least and the most of each whole number; None where there is no most.
_BETWEEN: Final[Mapping[str, tuple[int, int | None]]] = {
    "max_document_bytes": (1, None),
    "proxies": (0, None),
    "mail_port": (1, 65_535),
    "learn_hour": (-1, 23),
    "fetch_seconds": (1, None),
    "fetch_pause": (0, None),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation may set; each has a FACTCHECK_ variable of its name.

    Attributes:
        data_dir: holds the SQLite file and the secret key.
        database_url: a SQLAlchemy address; "" puts SQLite in data_dir.
        secret_key: "" reads or makes the key file in data_dir.
        desk_name: printed on pages and exports.
        language: spoken to readers, in files and mail, and to whoever chose no other.
        public_url: where readers reach the desk, e.g. https://check.example.org.
        max_document_bytes: largest document an import reads.
        secure_cookies: send cookies over https only; set it behind https.
        proxies: how many reverse proxies to believe X-Forwarded-* from.
        mail_server: "" prints mail to the console.
        limits_storage_url: where sign-in attempts are counted (memory:// or redis://).
        learn_hour: of the day, on this machine's clock, at which a served desk learns
            from its sorting; -1 for never.
        fetch: fetch the pages that are cited, in the background.
        fetch_allow: host names and networks that may be private, with commas between.
        fetch_seconds: for one page, with its redirects.
        fetch_pause: seconds between two requests to one host.
        fetch_archive: whom to ask for a copy of a page that is gone, as the Wayback
            Machine is asked; "" asks nobody.
        redis_url: where several machines share what is to be done; "" keeps it in
            data_dir.
        sign_in_limit: attempts to sign in, tokens tried that do not work, or reports
            by readers, from one address.
        api_limit: requests of the JSON door with one token, or without from one
            address.
    """

    data_dir: Path = Path("factcheck-data")
    database_url: str = ""
    secret_key: str = ""
    desk_name: str = "Factcheck"
    language: str = translating.ENGLISH
    public_url: str = ""
    max_document_bytes: int = 5_000_000
    secure_cookies: bool = False
    proxies: int = 0
    mail_server: str = ""
    mail_port: int = 25
    mail_username: str = ""
    mail_password: str = ""
    mail_use_tls: bool = False
    mail_sender: str = "factcheck@localhost"
    learn_hour: int = 3
    limits_storage_url: str = "memory://"
    fetch: bool = True
    fetch_allow: str = ""
    fetch_seconds: int = 20
    fetch_pause: int = 2
    fetch_archive: str = "https://archive.org/wayback/available"
    redis_url: str = ""
    sign_in_limit: str = "10 per minute;100 per day"
    api_limit: str = "600 per minute"

    @property
    def database(self) -> str:
        """The SQLAlchemy address in force."""
        if self.database_url:
            return with_driver(self.database_url)
        return f"sqlite:///{(self.data_dir / 'factcheck.sqlite3').absolute()}"

    @property
    def max_upload_bytes(self) -> int:
        """The largest file that pages and the JSON door take."""
        return self.max_document_bytes * 4

    @property
    def copies_dir(self) -> Path:
        """The folder of the bytes of kept copies, by their SHA-256."""
        return self.data_dir / "copies"

    def read_secret_key(self) -> str:
        """Return the secret key, making its file (mode 0600) on first use."""
        return self.secret_key or _key_file(self.data_dir / "secret-key")


def with_driver(url: str) -> str:
    """Name psycopg 3 in a plain PostgreSQL address."""
    for plain in ("postgres://", "postgresql://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url.removeprefix(plain)
    return url


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read FACTCHECK_* variables.

    Raises:
        ValueError: a variable is not what it must be; the message names it. A slip of
            the pen in one that guards the desk would else leave it unguarded, unsaid.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, object] = {}
    for name, field in Settings.__dataclass_fields__.items():
        given = environ.get(ENVIRONMENT + name.upper())
        if given is None:
            continue
        try:
            values[name] = _parse(name, given, field.default)
        except ValueError as error:
            message = f"{ENVIRONMENT}{name.upper()} must be {error}."
            raise ValueError(message) from error
    return Settings(**values)  # type: ignore[arg-type]


def resource(name: str) -> Path:
    """Where `migrations` or `seed` is: inside an installed wheel, or the checkout."""
    packed = PACKAGE / f"_{name}"
    return packed if packed.is_dir() else PACKAGE.parent / name


def _parse(name: str, given: str, default: object) -> object:
    """Return a variable's value.

    Raises:
        ValueError: what it must be instead, in words that follow "must be".
    """
    if isinstance(default, bool):
        return _yes_or_no(given)
    if isinstance(default, Path):
        return Path(given) if given else default
    if isinstance(default, int):
        return _whole_number(given, *_BETWEEN[name])
    if name in _MUST_BE:
        _MUST_BE[name](given)
    return given


def _yes_or_no(given: str) -> bool:
    word = given.strip().lower()
    if word not in _YES | _NO:
        message = f"1 or 0, not {given!r}"
        raise ValueError(message)
    return word in _YES


def _whole_number(given: str, least: int, most: int | None) -> int:
    try:
        number = int(given)
    except ValueError as error:
        message = f"a whole number, not {given!r}"
        raise ValueError(message) from error
    if number < least or (most is not None and number > most):
        span = f"at least {least}" if most is None else f"{least} to {most}"
        message = f"{span}, not {number}"
        raise ValueError(message)
    return number


def _language(given: str) -> None:
    if given not in translating.languages():
        message = f"one of {', '.join(translating.languages())}"
        raise ValueError(message)


def _web_address(given: str) -> None:
    parts = urlsplit(given)
    if given and not (parts.scheme in {"http", "https"} and parts.hostname):
        message = f"an address such as https://check.example.org, not {given!r}"
        raise ValueError(message)


def _networks(given: str) -> None:
    for entry in given.split(","):
        if "/" in entry:
            try:
                ip_network(entry.strip(), strict=False)
            except ValueError as error:
                message = f"host names and networks such as 10.1.0.0/16, but {error}"
                raise ValueError(message) from error


def _database(given: str) -> None:
    """An address may hold a password, so it is not said again."""
    kind = given.partition("://")[0]
    if given and kind not in {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}:
        message = "an address such as postgresql://user:password@host/name"
        raise ValueError(message)
    if kind.startswith("postgres"):
        _postgresql(given)


def _postgresql(given: str) -> None:
    if find_spec("psycopg") is None:
        message = "left out unless this is there: pip install 'factcheck[postgresql]'"
        raise ValueError(message)
    try:
        _ = urlsplit(given).port
    except ValueError as error:
        message = "postgresql://user:password@host/name, with a number for a port and"
        message += " letters such as @ or / in the password written as %40 or %2F"
        raise ValueError(message) from error


def _limit(given: str) -> None:
    from limits import parse_many  # noqa: PLC0415  (needed only where one is set)

    try:
        parse_many(given)
    except ValueError as error:
        message = f"limits such as '10 per minute;100 per day', not {given!r}"
        raise ValueError(message) from error


_MUST_BE: Final[Mapping[str, Callable[[str], None]]] = {
    "language": _language,
    "database_url": _database,
    "public_url": _web_address,
    "fetch_archive": _web_address,
    "fetch_allow": _networks,
    "sign_in_limit": _limit,
    "api_limit": _limit,
}


def _key_file(path: Path) -> str:
    """Read the key; when it is missing, make it so that only one maker wins.

    Raises:
        FactcheckError: it cannot be read or made, or there is nothing in it.
    """
    try:
        key = _key_in(path)
    except OSError as error:
        raise FactcheckError(
            f"The secret key {path} cannot be read or made: {error.strerror}. The desk"
            " must be run by whoever owns its folder."
        ) from error
    if not key.strip():
        raise FactcheckError(
            f"The secret key {path} is empty. Put your copy of it back; or remove it,"
            " and a new one is made: then everybody signs in again."
        )
    return key


def _key_in(path: Path) -> str:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    if not path.exists():
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()
