"""What an event says, in words."""

from collections.abc import Mapping
from typing import Any

from factcheck.rules.paragraphs import kind_label
from factcheck.rules.sentences import SentenceName
from factcheck.rules.sorting import REASON_LABELS, Reason
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import N_, _, ngettext, within

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
    "essay.imported": N_("Essay imported"),
    "essay.brought_in": N_("Essay brought in from an archive"),
    "essay.edited": N_("Essay details changed"),
    "essay.revised": N_("Text revised"),
    "essay.reviewing_changed": N_("How the essay is reviewed changed"),
    "claims.assigned": N_("Claims assigned"),
    "claim.marked": N_("Claim marked"),
    "claim.words_changed": N_("Words of the claim changed"),
    "claim.withdrawn": N_("Mark taken back"),
    "claim.confirmed": N_("Changed words of the claim confirmed"),
    "claim.attached": N_("Claim put on words of the new text"),
    "review.drafted": N_("Draft saved"),
    "review.given": N_("Review given"),
    "review.restored": N_("Earlier state of the review put back"),
    "ruling.given": N_("Ruled"),
    "ruling.not_a_claim": N_("Ruled not a claim"),
    "ruling.reopened": N_("Reopened: a review changed after the ruling"),
    "comment.made": N_("Comment made"),
    "comment.withdrawn": N_("Comment taken back"),
    "inquiry.asked": N_("Inquiry made"),
    "inquiry.changed": N_("Inquiry changed"),
    "rewording.proposed": N_("Other words proposed to the author"),
    "rewording.withdrawn": N_("Proposed words taken back"),
    "rewording.answered": N_("Author answered to proposed words"),
    "guest.invited": N_("Author given a link"),
    "guest.withdrawn": N_("Link of an author withdrawn"),
    "edition.published": N_("Edition published"),
    "edition.unpublished": N_("Editions taken down"),
    "desk_page.edited": N_("Page of the desk changed"),
    "person.added": N_("Person added"),
    "person.edited": N_("Person changed"),
    "person.joined": N_("Joined by an invitation"),
    "person.two_factor_reset": N_("Second factor reset"),
    "two_factor.on": N_("Second factor set up"),
    "two_factor.off": N_("Second factor turned off"),
    "passkey.added": N_("Passkey added"),
    "passkey.removed": N_("Passkey removed"),
    "token.made": N_("Token made"),
    "token.revoked": N_("Token revoked"),
    "desk.edited": N_("Desk changed"),
    "earlier.linked": N_("Earlier verdict linked"),
    "earlier.dismissed": N_("Earlier verdict dismissed"),
    "earlier.taken_back": N_(
        "Link to an earlier verdict, or its dismissal, taken back"
    ),
    "collection.imported": N_("Verdicts of other desks imported"),
    "collection.removed": N_("Verdicts of other desks removed"),
    "suggestions.learned": N_("Suggestions learned from the desk"),
    "suggestions.forgotten": N_("Suggestions went back to the shipped weights"),
    "essay_role.given": N_("Role on the essay given"),
    "essay_role.taken": N_("Role on the essay taken away"),
    "invitation.made": N_("Invited"),
    "invitation.withdrawn": N_("Invitation withdrawn"),
    "source.edited": N_("Source corrected"),
    "source.merged": N_("Another source merged into it"),
    "source.undone": N_("Last change of the source undone"),
    "source.copied": N_("Copy of a source uploaded"),
    "sources.imported": N_("Sources brought into the list"),
    "undone": N_("Undone"),
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

_SORTED = {
    "claim": N_("claim"),
    "not_a_claim": N_("not a claim"),
    "to_sort": N_("to sort"),
}


# Events of talk or a ruling can be blind as a whole.
TALK = ("comment", "inquiry", "rewording", "ruling", "earlier")

# What a history can be narrowed to: a name, its label, and how its kinds begin.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "sorting": (N_("Sorting"), ("sentences.",)),
    "layout": (N_("Sentences and paragraphs"), ("layout.",)),
    "claims": (N_("Marks and words"), ("claim.",)),
    "reviews": (N_("Reviews"), ("review.",)),
    "rulings": (N_("Rulings"), ("ruling.",)),
    "comments": (N_("Comments"), ("comment.",)),
    "inquiries": (N_("Inquiries"), ("inquiry.",)),
    "rewordings": (N_("Rewordings"), ("rewording.", "guest.")),
    "assignments": (N_("Assignments and roles"), ("claims.assigned", "essay_role.")),
    "editions": (N_("Editions"), ("edition.",)),
    "details": (N_("The essay itself"), ("essay.",)),
    "undone": (N_("Undone"), ("undone",)),
}


def describe(kind: str, after: Mapping[str, Any]) -> str:
    """Say what an event did, as a short sentence without its full stop."""
    if kind == "sentences.sorted":
        return _describe_sorting(after.get("sentences", {}))
    if kind in _LAID_OUT:
        return _describe_layout(kind, after["layout"])
    said = _SAID.get(kind)
    return _(said) if said else kind


def _describe_layout(kind: str, layout: Mapping[str, Any]) -> str:
    first = layout["run"][0] if layout["run"] else ()
    opens = first[-1] if first else None
    label = within(kind_label(ParagraphKind(opens))) if opens else ""
    return _(_LAID_OUT[kind], number=layout["position"], kind=label)


def sorted_as(sorting: str | None, reason: str | None) -> str:
    """Say how a sentence is sorted."""
    state = sorting or "to_sort"
    words = _(_SORTED[state])
    if not reason:
        return words
    because = within(_(REASON_LABELS[Reason(reason)]))
    return _("%(sorted)s (%(reason)s)", sorted=words, reason=because)


def _describe_sorting(sentences: Mapping[str, list[str | None]]) -> str:
    if not sentences:
        return _("Nothing changed")
    words = sorted_as(*next(iter(sentences.values())))
    if len(sentences) == 1:
        number = SentenceName.parse(next(iter(sentences))).position
        return _("Sentence %(number)s sorted: %(how)s", number=number, how=words)
    return ngettext(
        "%(num)s sentence sorted: %(how)s",
        "%(num)s sentences sorted: %(how)s",
        len(sentences),
        how=words,
    )
