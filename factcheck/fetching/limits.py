"""What a fetch may cost, and where it may go."""

from dataclasses import dataclass

from factcheck import __version__
from factcheck.config import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch.

    Attributes:
        seconds: for everything, redirects too.
        size: bytes of an answer, unpacked.
        redirects: how often an answer may send elsewhere.
        pause: seconds between two requests to one host.
        allow: host names and networks (10.0.0.0/8) that may be private.
        agent: what the program calls itself.
    """

    seconds: float = 20.0
    size: int = 20_000_000
    redirects: int = 5
    pause: float = 2.0
    allow: tuple[str, ...] = ()
    agent: str = "Factcheck"


def limits_of(settings: Settings) -> Limits:
    """Return what one fetch may cost, and where it may go."""
    named = f"Factcheck/{__version__} (keeps copies of what is cited"
    about = f"; {settings.public_url}" if settings.public_url else ""
    allow = (entry.strip() for entry in settings.fetch_allow.split(","))
    return Limits(
        seconds=settings.fetch_seconds,
        pause=settings.fetch_pause,
        allow=tuple(entry for entry in allow if entry),
        agent=f"{named}{about})",
    )
