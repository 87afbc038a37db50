"""Settings, read once from FACTCHECK_* variables."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck import translating

PACKAGE = Path(__file__).resolve().parent
ENVIRONMENT = "FACTCHECK_"


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
        ValueError: a variable that should be a number is not one, or there is no
            translation into the desk's language.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, object] = {}
    for name, field in Settings.__dataclass_fields__.items():
        given = environ.get(ENVIRONMENT + name.upper())
        if given is not None:
            values[name] = _parse(name, given, field.default)
    settings = Settings(**values)  # type: ignore[arg-type]
    if settings.language not in translating.languages():
        there_are = ", ".join(translating.languages())
        message = f"{ENVIRONMENT}LANGUAGE must be one of {there_are}."
        raise ValueError(message)
    return settings


def resource(name: str) -> Path:
    """Where `migrations` or `seed` is: inside an installed wheel, or the checkout."""
    packed = PACKAGE / f"_{name}"
    return packed if packed.is_dir() else PACKAGE.parent / name


def _parse(name: str, given: str, default: object) -> object:
    if isinstance(default, bool):
        return given.strip().lower() in {"1", "true", "yes", "on"}
    if isinstance(default, Path):
        return Path(given)
    if not isinstance(default, int):
        return given
    try:
        return int(given)
    except ValueError as error:
        message = f"{ENVIRONMENT}{name.upper()} must be a whole number, not {given!r}."
        raise ValueError(message) from error


def _key_file(path: Path) -> str:
    """Read the key; when it is missing, make it so that only one maker wins."""
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
