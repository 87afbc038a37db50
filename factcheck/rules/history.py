"""What an event says, in words."""

from collections.abc import Mapping
from typing import Any

UNDOABLE = (
    "sentences.sorted",
    "claim.marked",
    "claim.words_changed",
    "claim.withdrawn",
    "review.drafted",
    "review.given",
    "ruling.not_a_claim",
)

_SAID: dict[str, str] = {
    "essay.imported": "Essay imported",
    "essay.edited": "Essay details changed",
    "essay.reviewing_changed": "How the essay is reviewed changed",
    "claims.assigned": "Claims assigned",
    "claim.marked": "Claim marked",
    "claim.words_changed": "Words of the claim changed",
    "claim.withdrawn": "Mark taken back",
    "review.drafted": "Draft saved",
    "review.given": "Review given",
    "ruling.given": "Ruled",
    "ruling.not_a_claim": "Ruled not a claim",
    "ruling.reopened": "Reopened: a review changed after the ruling",
    "comment.made": "Comment made",
    "comment.withdrawn": "Comment taken back",
    "inquiry.asked": "Inquiry made",
    "inquiry.changed": "Inquiry changed",
    "rewording.proposed": "Other words proposed to the author",
    "rewording.withdrawn": "Proposed words taken back",
    "rewording.answered": "Author answered to proposed words",
    "guest.invited": "Author given a link",
    "guest.withdrawn": "Link of an author withdrawn",
    "edition.published": "Edition published",
    "edition.unpublished": "Editions taken down",
    "desk_page.edited": "Page of the desk changed",
    "person.added": "Person added",
    "person.edited": "Person changed",
    "person.joined": "Joined by an invitation",
    "essay_role.given": "Role on the essay given",
    "essay_role.taken": "Role on the essay taken away",
    "invitation.made": "Invited",
    "invitation.withdrawn": "Invitation withdrawn",
    "undone": "Undone",
}

_SORTED = {"claim": "claim", "not_a_claim": "not a claim", "to_sort": "to sort"}


_TALK = frozenset(("comment", "inquiry", "rewording", "ruling"))


def is_talk(kind: str) -> bool:
    """Say whether an event tells of talk or a ruling, which can be blind as a whole."""
    return kind.partition(".")[0] in _TALK


def describe(kind: str, after: Mapping[str, Any]) -> str:
    """Say what an event did, as a short sentence without its full stop."""
    if kind == "sentences.sorted":
        return _describe_sorting(after.get("sentences", {}))
    return _SAID.get(kind, kind)


def _describe_sorting(sentences: Mapping[str, list[str | None]]) -> str:
    if not sentences:
        return "Nothing changed"
    sorting, reason = next(iter(sentences.values()))
    words = _SORTED[sorting or "to_sort"]
    if reason:
        words = f"{words} ({reason.replace('_', ' ')})"
    if len(sentences) == 1:
        return f"Sentence {next(iter(sentences))} sorted: {words}"
    return f"{len(sentences)} sentences sorted: {words}"
