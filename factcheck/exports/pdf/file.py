"""Writes the PDF: what fonts lack is found and said first, then everything is set."""

from factcheck.errors import UnwritableError
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.pdf.apart import LackedError, set_apart
from factcheck.exports.pdf.document import Json, cleaned, document, strings
from factcheck.exports.pdf.fonts import families
from factcheck.exports.pdf.missing import Clean, lines, named, remedy, to_try, unseen
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import NOTHING_HELD, Holdings
from factcheck.translating import _

# A text of which more than this share cannot be printed is not worth printing.
_MOST_MISSING = 0.02
_NO_TIME = "1980-01-01T00:00:00+00:00"


def write_pdf(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the PDF.

    Raises:
        UnwritableError: no font here has the essay's letters, or it is too much.
        BusyError: enough PDFs are being set already.
    """
    return hold_pdf(essay, about)[0]


def hold_pdf(
    essay: AnnotatedEssay,
    about: Addresses = NOWHERE,
    holdings: Holdings = NOTHING_HELD,  # noqa: ARG001  (as every format is given it)
) -> tuple[bytes, list[str]]:
    """Return the PDF, and which characters it could not print, what to install.

    Raises:
        UnwritableError: no font here has the essay's letters, or it is too much.
        BusyError: enough PDFs are being set already.
    """
    data = document(essay, about)
    tried = to_try(strings(data))
    missing = _missing(tried, essay)
    _check(essay, missing)
    lost = _lost(essay, missing)
    try:
        return set_apart(_asked(essay, data, missing, lost, own_fonts=not tried)), lost
    except LackedError as lacked:
        # What only shows when letters join is said like the rest.
        missing = [*missing, *lacked.characters]
    lost = _lost(essay, missing)
    return set_apart(_asked(essay, data, missing, lost, own_fonts=False)), lost


def _missing(tried: list[str], essay: AnnotatedEssay) -> list[str]:
    """Return those of the characters that no font here has."""
    if not tried:
        return []
    data = {"characters": tried, "fonts": families(essay.facts.language)}
    asked = {"data": data, "timestamp": _NO_TIME, "own_fonts": False}
    try:
        set_apart(asked)
    except LackedError as lacked:
        return lacked.characters
    return []


def _lost(essay: AnnotatedEssay, missing: list[str]) -> list[str]:
    found = lines(missing)
    if hidden := unseen(essay.text):
        names = ", ".join(f"U+{ord(character):04X}" for character in hidden)
        said = _(
            "A PDF cannot hold control characters; left out: %(names)s.", names=names
        )
        found.insert(0, said)
    return found


def _check(essay: AnnotatedEssay, missing: list[str]) -> None:
    """Refuse an essay of which too much cannot be printed."""
    if not missing:
        return
    lacked = {cluster[0] for cluster in missing}
    count = sum(1 for letter in essay.text if letter in lacked)
    if count <= len(essay.text) * _MOST_MISSING:
        return
    names = ", ".join(dict.fromkeys(map(named, missing)))
    raise UnwritableError(
        _(
            "This essay cannot be set as a PDF here: no font has its letters"
            " (%(names)s). %(remedy)s",
            names=names,
            remedy=remedy(),
        )
    )


def _asked(
    essay: AnnotatedEssay,
    data: Json,
    missing: list[str],
    lost: list[str],
    *,
    own_fonts: bool,
) -> Json:
    """Return what press.py sets: the essay, with what cannot be printed in words."""
    return {
        "data": cleaned(data, Clean(missing)) | {"lost": lost},
        "timestamp": _when(essay),
        "own_fonts": own_fonts,
    }


def _when(essay: AnnotatedEssay) -> str:
    """Say when the file was made: the edition's time or the day of the last review."""
    if essay.edition:
        return essay.edition.published.replace("Z", "+00:00")
    return f"{essay.checked}T00:00:00+00:00" if essay.checked else _NO_TIME
