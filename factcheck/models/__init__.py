"""Tables, one noun a file."""

from factcheck.models.assignments import Assignment
from factcheck.models.base import Base
from factcheck.models.claims import Anchor, Claim
from factcheck.models.collections import CollectedClaim, Collection
from factcheck.models.desk import DeskPage, DeskSetting, ErrorReport
from factcheck.models.earlier import EarlierAnswer, IndexedClaim, IndexedTerm
from factcheck.models.editions import Edition
from factcheck.models.essays import Essay, Version
from factcheck.models.events import Event
from factcheck.models.invitations import Guest, Invitation
from factcheck.models.lessons import DeskLesson
from factcheck.models.originals import Original
from factcheck.models.paragraphs import Paragraph
from factcheck.models.people import EssayRole, Role, User, WebAuthn
from factcheck.models.reviews import Review
from factcheck.models.revisions import CarriedClaim, SentenceChange
from factcheck.models.rulings import Ruling
from factcheck.models.scales import Scale, Verdict
from factcheck.models.sentences import Sentence
from factcheck.models.snapshots import Fetch, Memento, QuotationCheck, Snapshot
from factcheck.models.sources import Citation, Source
from factcheck.models.talk import Comment, Inquiry, Mention, Rewording
from factcheck.models.tokens import KeptAnswer, Token

__all__ = [
    "Anchor",
    "Assignment",
    "Base",
    "CarriedClaim",
    "Citation",
    "Claim",
    "CollectedClaim",
    "Collection",
    "Comment",
    "DeskLesson",
    "DeskPage",
    "DeskSetting",
    "EarlierAnswer",
    "Edition",
    "ErrorReport",
    "Essay",
    "EssayRole",
    "Event",
    "Fetch",
    "Guest",
    "IndexedClaim",
    "IndexedTerm",
    "Inquiry",
    "Invitation",
    "KeptAnswer",
    "Memento",
    "Mention",
    "Original",
    "Paragraph",
    "QuotationCheck",
    "Review",
    "Rewording",
    "Role",
    "Ruling",
    "Scale",
    "Sentence",
    "SentenceChange",
    "Snapshot",
    "Source",
    "Token",
    "User",
    "Verdict",
    "Version",
    "WebAuthn",
]
