"""What an event says, in words."""

from collections.abc import Mapping
from typing import Any

from factcheck.rules.paragraphs import kind_label
from factcheck.rules.sentences import SentenceName
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import N_, _

UNDOABLE = (
    "sentences.sorted",
    "claim.marked",
    "claim.words_changed",
    "claim.withdrawn",
    "claim.confirmed",
    "claim.attached",
    "review.drafted",
    "review.given",
    "review.restored",
    "ruling.not_a_claim",
    "layout.split",
    "layout.joined",
    "layout.kind_changed",
    "layout.parted",
    "layout.merged",
    "layout.covered",
)

_SAID: dict[str, str] = {
    "essay.imported": "Essay imported",
    "essay.edited": "Essay details changed",
    "essay.revised": "Text revised",
    "essay.reviewing_changed": "How the essay is reviewed changed",
    "claims.assigned": "Claims assigned",
    "claim.marked": "Claim marked",
    "claim.words_changed": "Words of the claim changed",
    "claim.withdrawn": "Mark taken back",
    "claim.confirmed": "Changed words of the claim confirmed",
    "claim.attached": "Claim put on words of the new text",
    "review.drafted": "Draft saved",
    "review.given": "Review given",
    "review.restored": "Earlier state of the review put back",
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
    "person.two_factor_reset": "Second factor reset",
    "two_factor.on": "Second factor set up",
    "two_factor.off": "Second factor turned off",
    "passkey.added": "Passkey added",
    "passkey.removed": "Passkey removed",
    "desk.edited": "Desk changed",
    "suggestions.learned": "Suggestions learned from the desk",
    "suggestions.forgotten": "Suggestions went back to the shipped weights",
    "essay_role.given": "Role on the essay given",
    "essay_role.taken": "Role on the essay taken away",
    "invitation.made": "Invited",
    "invitation.withdrawn": "Invitation withdrawn",
    "undone": "Undone",
}

# Of corrections by hand; the number is what the sentence was called then.
_LAID_OUT: dict[str, str] = {
    "layout.split": N_("Sentence %(number)s split"),
    "layout.joined": N_("Sentence %(number)s joined with the next"),
    "layout.kind_changed": N_("Paragraph at sentence %(number)s called %(kind)s"),
    "layout.parted": N_("New paragraph begun with sentence %(number)s"),
    "layout.merged": N_("Sentence %(number)s joined to the paragraph before"),
    "layout.covered": N_("Words that stood in no sentence made sentence %(number)s"),
}

_SORTED = {"claim": "claim", "not_a_claim": "not a claim", "to_sort": "to sort"}


# Events of talk or a ruling can be blind as a whole.
TALK = ("comment", "inquiry", "rewording", "ruling")

# What a history can be narrowed to: a name, its label, and how its kinds begin.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "sorting": ("Sorting", ("sentences.",)),
    "layout": ("Sentences and paragraphs", ("layout.",)),
    "claims": ("Marks and words", ("claim.",)),
    "reviews": ("Reviews", ("review.",)),
    "rulings": ("Rulings", ("ruling.",)),
    "comments": ("Comments", ("comment.",)),
    "inquiries": ("Inquiries", ("inquiry.",)),
    "rewordings": ("Rewordings", ("rewording.", "guest.")),
    "assignments": ("Assignments and roles", ("claims.assigned", "essay_role.")),
    "editions": ("Editions", ("edition.",)),
    "details": ("The essay itself", ("essay.",)),
    "undone": ("Undone", ("undone",)),
}


def describe(kind: str, after: Mapping[str, Any]) -> str:
    """Say what an event did, as a short sentence without its full stop."""
    if kind == "sentences.sorted":
        return _describe_sorting(after.get("sentences", {}))
    if kind in _LAID_OUT:
        return _describe_layout(kind, after["layout"])
    return _SAID.get(kind, kind)


def _describe_layout(kind: str, layout: Mapping[str, Any]) -> str:
    first = layout["run"][0] if layout["run"] else ()
    opens = first[-1] if first else None
    label = kind_label(ParagraphKind(opens)).lower() if opens else ""
    return _(_LAID_OUT[kind], number=layout["position"], kind=label)


def sorted_as(sorting: str | None, reason: str | None) -> str:
    """Say how a sentence is sorted."""
    words = _SORTED[sorting or "to_sort"]
    return f"{words} ({reason.replace('_', ' ')})" if reason else words


def _describe_sorting(sentences: Mapping[str, list[str | None]]) -> str:
    if not sentences:
        return "Nothing changed"
    words = sorted_as(*next(iter(sentences.values())))
    if len(sentences) == 1:
        number = SentenceName.parse(next(iter(sentences))).position
        return f"Sentence {number} sorted: {words}"
    return f"{len(sentences)} sentences sorted: {words}"
