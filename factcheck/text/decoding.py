"""The bytes of a file as text, whatever encoding they were saved in."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from factcheck.errors import UnreadableError

_SAVE_AS_UTF8 = "Nothing was stored. Save it as plain text in UTF-8 and try again."

# The longer marks come first: UTF-32's begins with UTF-16's.
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)

# What word processors of every region saved before UTF-8. Rarer relatives are left
# out: among near-equals the guess falls on the wrong one (Baltic for Polish).
_LEGACY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp874",
    "cp932",
    "euc_jp",
    "cp949",
    "gb18030",
    "big5",
    "mac_roman",
    "iso8859_15",
]

_WESTERN = "cp1252"
_MISREAD_HUNGARIAN = re.compile("[õû]")  # The letters ő and ű.
_MISREAD_ROMANIAN = re.compile("[a-z]º|º[a-z]")

_KNOWN = (
    (b"%PDF", "a PDF", "Copy its text, or export it as plain text"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file", "Save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as plain text"),
    (b"{\\rtf", "a rich text file", "Save it as plain text"),
    (b"\x89PNG", "an image", "Type out its words, or have them recognised"),
    (b"\xff\xd8\xff", "an image", "Type out its words, or have them recognised"),
    (b"GIF8", "an image", "Type out its words, or have them recognised"),
    (b"\x1f\x8b", "a compressed file", "Unpack it"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)

_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f]")
_FEW_CONTROLS = 3
_CONTROL_SHARE = 0.05


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises:
        UnreadableError: when the bytes are not text, or not surely readable.
    """
    _refuse_known(data)
    text, encoding = _marked(data) or _utf8(data) or _legacy(data)
    controls = len(_CONTROL.findall(text))
    if controls > max(_FEW_CONTROLS, _CONTROL_SHARE * len(text)):
        raise UnreadableError(f"This file is not text. {_SAVE_AS_UTF8}")
    return text, encoding


def _refuse_known(data: bytes) -> None:
    for start, kind, advice in _KNOWN:
        if data.startswith(start):
            raise UnreadableError(
                f"This is {kind}, and only plain text and Markdown can be read. "
                f"Nothing was stored. {advice} and try again."
            )
    if _WEB_PAGE.match(data):
        raise UnreadableError(
            "This is a web page, and only plain text and Markdown can be read. Nothing "
            "was stored. Copy the essay's text out of the page and paste it."
        )


def _marked(data: bytes) -> tuple[str, str] | None:
    """Decode a text that begins with a byte order mark, which is dropped."""
    for mark, codec, name in _MARKED:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError as error:
                raise _damaged(name, error) from error
    return None


def _utf8(data: bytes) -> tuple[str, str] | None:
    """Decode UTF-8; return nothing when the text seems to be in another encoding."""
    if 0 in data:
        raise UnreadableError(
            f"This file holds NUL bytes, so it is not text. {_SAVE_AS_UTF8}"
        )
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise _damaged("utf-8", error) from error
    return None


def _is_nearly_utf8(data: bytes) -> bool:
    """Say whether damage, not another encoding, keeps bytes from being UTF-8.

    Read in another encoding, every accent and quotation mark would come out wrong
    without a word of warning, so such a file is refused.
    """
    if _holds_half_characters(data):
        return True
    lenient = data.decode(errors="replace")
    wrong = lenient.count("\ufffd")
    right = sum(not character.isascii() for character in lenient) - wrong
    return right > 4 * wrong


def _holds_half_characters(data: bytes) -> bool:
    """Say whether bytes are UTF-8 but for surrogates that lost their other half."""
    if not _SURROGATE.search(data):
        return False
    try:
        return bool(data.decode(errors="surrogatepass"))
    except UnicodeDecodeError:
        return False


def _legacy(data: bytes) -> tuple[str, str]:
    """Decode a text in one of the encodings from before UTF-8, by its letters."""
    matches = from_bytes(data, cp_isolation=_LEGACY)
    best = matches.best()
    if best is None:
        raise UnreadableError(
            f"This file is not text, or its encoding is not known. {_SAVE_AS_UTF8}"
        )
    western = next((match for match in matches if match.encoding == _WESTERN), best)
    if _reads_as_well(western, best) and not _is_central_european(str(western), best):
        best = western
    return data.decode(best.encoding), best.encoding


def _reads_as_well(one: CharsetMatch, best: CharsetMatch) -> bool:
    """Say whether a reading is no worse than the best: "São" and "Săo" often tie."""
    return one.chaos <= best.chaos and one.coherence >= best.coherence


def _is_central_european(western: str, best: CharsetMatch) -> bool:
    """Say whether a western reading gives away Hungarian or Romanian."""
    hungarian = best.language == "Hungarian" and _MISREAD_HUNGARIAN.search(western)
    return bool(hungarian or _MISREAD_ROMANIAN.search(western))


def _damaged(encoding: str, error: UnicodeDecodeError) -> UnreadableError:
    return UnreadableError(
        f"This file looks like {encoding.upper()} but is damaged at byte "
        f"{error.start}. {_SAVE_AS_UTF8}"
    )
