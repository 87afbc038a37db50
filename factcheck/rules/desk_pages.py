"""Pages on which a desk says how it works: method, scale and corrections."""

from enum import StrEnum

from factcheck.errors import InvalidError
from factcheck.translating import N_, _, number

TEXT_LIMIT = 20_000


class DeskPageKey(StrEnum):
    """The pages there are; each has an address of its own."""

    METHOD = "method"
    SCALE = "scale"
    CORRECTIONS = "corrections"


TITLES: dict[DeskPageKey, str] = {
    DeskPageKey.METHOD: N_("How we check"),
    DeskPageKey.SCALE: N_("What the verdicts mean"),
    DeskPageKey.CORRECTIONS: N_("How we correct"),
}

# What is true of every desk that runs this program, until the desk writes its own.
DEFAULTS: dict[DeskPageKey, str] = {
    DeskPageKey.METHOD: N_(
        "We read an essay sentence by sentence. Each sentence makes a claim that can be"
        " checked, or it does not, and then we keep the reason: opinion, prediction,"
        " question, turn of phrase, or not prose.\n\n"
        "Each claim is reviewed by as many people as the essay asks for. A reviewer"
        " gives a verdict, a finding in one sentence, and the sources it rests on, with"
        " the words of the source where there are any. While a claim still needs"
        " reviews, reviewers do not see each other's.\n\n"
        "Where the reviews agree, the claim is settled. Where they differ, an editor"
        " rules and gives a reason, which is printed with the verdict. An editor can"
        " have the reviews that found otherwise printed beside it.\n\n"
        "The author's text is never altered. What the author says to a proposed"
        " rewording, and what people we asked answered, can be printed with the claim."
        " No score is worked out for an essay as a whole."
    ),
    DeskPageKey.SCALE: N_(
        "A verdict is one of the labels below, and means what is written beside it."
        " The same definitions hold for every author and every side."
    ),
    DeskPageKey.CORRECTIONS: N_(
        "What we published stays as we published it. When a verdict turns out to be"
        " wrong, we publish a new edition. It names each claim whose verdict changed,"
        " the old verdict, the new one, the day, and the reason. Earlier editions can"
        " still be read.\n\n"
        "All corrections stand on one page and in a feed, the newest first.\n\n"
        "If you see an error, use the link on the essay's page to tell us. An editor"
        " reads every report. If we take an essay down, its address says so, and why."
    ),
}


def check_page(text: str) -> str:
    """Return a page's text with its line ends made plain.

    Raises:
        InvalidError: it is empty or too long.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise InvalidError("text", _("Write something; readers are sent to this page."))
    if len(text) > TEXT_LIMIT:
        raise InvalidError(
            "text", _("Keep it under %(limit)s characters.", limit=number(TEXT_LIMIT))
        )
    return text


def paragraphs(text: str) -> list[str]:
    """Cut a page's text at its empty lines."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]
