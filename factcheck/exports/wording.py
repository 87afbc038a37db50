"""The words that page and files share, so that they say the same.

Counts, dates, why a claim is open, what a source is: plain words without markup, in
the language that is spoken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from factcheck.dates import long_day, month, year
from factcheck.exports.directions import isolated
from factcheck.rules import editions
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EditionNote,
)
from factcheck.rules.citations import STANCE_LABELS, Stance
from factcheck.rules.mementos import memento_of
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.translating import (
    N_,
    _,
    listed,
    ngettext,
    number,
    spoken,
)

OPEN_DEFINITION = N_("Marked as a claim; its reviews are not all in, or differ.")
_WAITS: Mapping[Settlement, str] = {
    Settlement.CHANGED: N_(
        "The author changed these words; the verdict waits to be confirmed."
    ),
    Settlement.DIFFER: N_("The reviewers differ; an editor will rule."),
    Settlement.REOPENED: N_(
        "A review changed after the ruling; an editor will rule again."
    ),
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_KINDS: Mapping[tuple[Sorting, Reason | None], str] = {
    (Sorting.CLAIM, None): N_("%(num)s with claims"),
    (Sorting.NOT_A_CLAIM, Reason.OPINION): N_("%(num)s opinion"),
    (Sorting.NOT_A_CLAIM, Reason.PREDICTION): N_("%(num)s prediction"),
    (Sorting.NOT_A_CLAIM, Reason.QUESTION): N_("%(num)s question"),
    (Sorting.NOT_A_CLAIM, Reason.TURN_OF_PHRASE): N_("%(num)s turn of phrase"),
    (Sorting.NOT_A_CLAIM, Reason.NOT_PROSE): N_("%(num)s not prose"),
    (Sorting.TO_SORT, None): N_("%(num)s still to sort"),
}
_QUOTATIONS: Mapping[str, str] = {
    "exact": N_("Quotation checked against a copy kept on %(day)s."),
    "elided": N_("Quotation, shortened, checked against a copy kept on %(day)s."),
    "absent": N_("Quotation not found in the copy kept on %(day)s."),
}
_NOT_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f]")


def day(iso: str) -> str:
    """Write 2026-03-03 as "3 March 2026", 1949-01 as "January 1949", 1949 as is."""
    return _day(iso, spoken())


@lru_cache(4_096)  # a page has few days, and each in many places
def _day(iso: str, _language: str) -> str:
    match = _DATE.match(iso)
    if not match:
        return iso
    try:
        found = date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return iso
    write = (year, month, long_day)[match.lastindex - 1 if match.lastindex else 0]
    return write(found)


def open_label() -> str:
    """Return what stands in a verdict's place where there is none yet."""
    return _(editions.OPEN_LABEL)


def verdict_words(claim: AnnotatedClaim) -> str:
    """Return the verdict's label, or that there is none yet."""
    return claim.verdict.label if claim.verdict else open_label()


def finding_words(claim: AnnotatedClaim, needed: int) -> str:
    """Return the finding, or why the claim is still open."""
    if claim.verdict:
        return claim.finding
    if claim.settlement in _WAITS:
        return _(_WAITS[claim.settlement])
    return ngettext(
        "Waits for a review.", "Waits for %(num)s reviews that agree.", needed
    )


def checked_words(claim: AnnotatedClaim, reviewers: Sequence[str]) -> str:
    """Say who gave the reviews, and when; "" while the claim is open."""
    if not claim.reviews:
        return ""
    days = {review.given[:10] for review in claim.reviews}
    if len(days) == 1:
        who = listed([isolated(reviewers[r.reviewer]) for r in claim.reviews])
        return _("Checked %(day)s by %(names)s.", day=day(days.pop()), names=who)
    who = listed([_by(r, reviewers) for r in claim.reviews])
    return _("Checked by %(names)s.", names=who)


def _by(review: AnnotatedReview, reviewers: Sequence[str]) -> str:
    name, given = isolated(reviewers[review.reviewer]), day(review.given[:10])
    return _("%(name)s (%(day)s)", name=name, day=given)


def checked_by(essay: AnnotatedEssay) -> str:
    """Say who checked the essay and when; who ruled, where somebody did."""
    given = [review.given for claim in essay.claims for review in claim.reviews]
    lines = []
    if essay.reviewers:
        last = day(max(given)[:10])
        lines.append(
            _(
                "Checked by %(names)s; last review %(day)s.",
                names=listed([isolated(name) for name in essay.reviewers]),
                day=last,
            )
        )
    editors = dict.fromkeys(isolated(c.ruling.by) for c in essay.claims if c.ruling)
    if editors:
        lines.append(_("Rulings by %(names)s.", names=listed(list(editors))))
    return " ".join(lines)


def edition_words(edition: EditionNote | None) -> str:
    """Say which edition this is, or that it is none."""
    if edition is None:
        return _("Working copy, not published.")
    number, on = edition.number, day(edition.published[:10])
    if not edition.note:
        return _("Edition %(number)s, %(day)s.", number=number, day=on)
    return _(
        "Edition %(number)s, %(day)s: %(note)s",
        number=number,
        day=on,
        note=edition.note,
    )


def standfirst(essay: AnnotatedEssay) -> str:
    """Say in honest counts how far the check is."""
    sentences = essay.sentences
    unsorted = sum(1 for s in sentences if s.sorting is Sorting.TO_SORT)
    prose = sum(1 for s in sentences if s.reason is not Reason.NOT_PROSE)
    marked = len(essay.claims)
    lines = [_marked(marked, prose)]
    if marked:
        lines.append(_progress(marked, essay.settled))
    if unsorted:
        left = ngettext(
            "%(num)s sentence has not been sorted yet.",
            "%(num)s sentences have not been sorted yet.",
            unsorted,
        )
        lines.append(left)
    return " ".join(lines)


def _marked(marked: int, prose: int) -> str:
    if prose == 1:
        return ngettext(
            "%(num)s claim is marked in the 1 sentence of this essay.",
            "%(num)s claims are marked in the 1 sentence of this essay.",
            marked,
        )
    return ngettext(
        "%(num)s claim is marked in the %(sentences)s sentences of this essay.",
        "%(num)s claims are marked in the %(sentences)s sentences of this essay.",
        marked,
        sentences=number(prose),
    )


def _progress(marked: int, settled: int) -> str:
    if not settled:
        return _("None has a verdict yet.")
    if settled < marked:
        return ngettext(
            "%(num)s has a verdict so far.", "%(num)s have a verdict so far.", settled
        )
    return _("It has a verdict.") if marked == 1 else _("All have a verdict.")


def sorted_words(essay: AnnotatedEssay) -> str:
    """Account for every sentence: with claims, not claims and why, to sort."""
    tally = Counter((s.sorting, s.reason) for s in essay.sentences)
    counts = [(tally[kind], words) for kind, words in _KINDS.items()]
    return ", ".join(_(words, num=number(found)) for found, words in counts if found)


def stance_words(source: AnnotatedSource) -> str:
    """Return what the source does to the claim."""
    return _(STANCE_LABELS[Stance(source.stance)])


def quotation_words(outcome: str, kept: str, changed: int = 0) -> str:
    """Say how a quotation stands in the copy of its source kept on a day.

    Args:
        outcome: exact, elided, altered or absent; "" for any other.
        kept: the copy's day, YYYY-MM-DD.
        changed: of an altered one, how many words differ.
    """
    on = day(kept)
    if outcome == "altered":
        return ngettext(
            "Quotation altered: %(num)s word differs from the copy kept on %(day)s.",
            "Quotation altered: %(num)s words differ from the copy kept on %(day)s.",
            changed,
            day=on,
        )
    said = _QUOTATIONS.get(outcome, "")
    return _(said, day=on) if said else ""


def checked_quotation(source: AnnotatedSource) -> str:
    """Say how a source's quotation stands in its kept copy, or nothing."""
    found = source.quotation
    if found is None:
        return ""
    said = quotation_words(found.outcome, found.kept, found.changed)
    if not found.stands:
        return said
    return " ".join(
        (said, _("The copy says: “%(words)s”", words=isolated(found.stands)))
    )


def archived_words(url: str) -> str:
    """Say of which day an archived copy elsewhere is; "" where there is none."""
    memento = memento_of(url)
    return _("Archived copy of %(day)s.", day=day(memento.day)) if memento else ""


def archived_elsewhere(source: AnnotatedSource) -> str:
    """Return the address of a source's archived copy, unless it is what is cited."""
    return source.archived if source.archived != source.url else ""


@lru_cache(4_096)  # a page asks for each source in several places, and at each look
def web_address(url: str) -> str:
    """Return an address that may become a link, or "" for any other."""
    if _NOT_IN_ADDRESS.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""
