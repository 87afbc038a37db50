"""Tables, one noun a file."""

from factcheck.models.base import Base
from factcheck.models.claims import Anchor, Claim
from factcheck.models.editions import Edition
from factcheck.models.essays import Essay, Version
from factcheck.models.events import Event
from factcheck.models.people import Role, User
from factcheck.models.reviews import Review
from factcheck.models.scales import Scale, Verdict
from factcheck.models.sentences import Sentence
from factcheck.models.sources import Citation, Source

__all__ = [
    "Anchor",
    "Base",
    "Citation",
    "Claim",
    "Edition",
    "Essay",
    "Event",
    "Review",
    "Role",
    "Scale",
    "Sentence",
    "Source",
    "User",
    "Verdict",
    "Version",
]
