"""The bytes of a file as text, whatever encoding they were saved in."""

import codecs
import re
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableError
from factcheck.translating import N_, _

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_SAVE_AS_UTF8 = N_("Nothing was stored. Save it as plain text in UTF-8 and try again.")

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

# Names that pages give to what their writers' programs wrote.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
_MEANT |= {"us-ascii": "cp1252", "ascii": "cp1252", "ks_c_5601-1987": "cp949"}
_MEANT |= {"euc-kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}
_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]{2,30})"
    rb"|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096
# Python knows them, but no page is written in them; some take very long, or fail oddly.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
)

_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f]")
_FEW_CONTROLS = 3
_CONTROL_SHARE = 0.05


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises:
        UnreadableError: when the bytes are not text, or not surely readable.
    """
    text, encoding = _marked(data) or _utf8(data) or _legacy(data)
    controls = len(_CONTROL.findall(text))
    if controls > max(_FEW_CONTROLS, _CONTROL_SHARE * len(text)):
        raise UnreadableError(
            _("This file is not text. %(save_as_utf8)s", save_as_utf8=_(_SAVE_AS_UTF8))
        )
    return text, encoding


def decode_page(data: bytes) -> str:
    """Return the text of a web page, in the encoding that it names if that fits.

    Raises:
        UnreadableError: when the bytes are not text, or not surely readable.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared and not any(data.startswith(mark) for mark, _, _ in _MARKED):
        name = (
            (declared.group(1) or declared.group(2)).decode("ascii", "replace").lower()
        )
        text = _in_charset(data, name)
        if text is not None:
            return text
    return decode(data)[0]


def in_utf8(data: bytes, charset: str) -> bytes:
    """Return the bytes of a text in UTF-8, where only its sender named its charset.

    What is marked or says itself how it is written, or is UTF-8 by all signs, stays as
    it is: servers often name a charset that they know nothing of.
    """
    named = _DECLARED.search(data[:_DECLARED_WITHIN])
    if named or 0 in data or any(data.startswith(mark) for mark, _, _ in _MARKED):
        return data
    if _in_charset(data, "utf-8") is not None:
        return data
    text = _in_charset(data, charset.strip(" \"'").lower())
    return data if text is None else codecs.BOM_UTF8 + text.encode()


def _in_charset(data: bytes, name: str) -> str | None:
    """Decode bytes in a charset by its name on the web; None where it does not fit."""
    try:
        codec = codecs.lookup(_MEANT.get(name, name))
        if codec.name in _NO_CHARSETS:
            return None
        return data.decode(codec.name)
    except (LookupError, ValueError):
        return None


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
            _(
                "This file holds NUL bytes, so it is not text. %(save_as_utf8)s",
                save_as_utf8=_(_SAVE_AS_UTF8),
            )
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
    from charset_normalizer import from_bytes  # noqa: PLC0415  (3 MB, seldom needed)

    matches = from_bytes(data, cp_isolation=_LEGACY)
    best = matches.best()
    if best is None:
        raise UnreadableError(
            _(
                "This file is not text, or its encoding is not known. %(save_as_utf8)s",
                save_as_utf8=_(_SAVE_AS_UTF8),
            )
        )
    western = next((match for match in matches if match.encoding == _WESTERN), best)
    if _reads_as_well(western, best) and not _is_central_european(str(western), best):
        best = western
    return data.decode(best.encoding), best.encoding


def _reads_as_well(one: "CharsetMatch", best: "CharsetMatch") -> bool:
    """Say whether a reading is no worse than the best: "São" and "Săo" often tie."""
    return one.chaos <= best.chaos and one.coherence >= best.coherence


def _is_central_european(western: str, best: "CharsetMatch") -> bool:
    """Say whether a western reading gives away Hungarian or Romanian."""
    hungarian = best.language == "Hungarian" and _MISREAD_HUNGARIAN.search(western)
    return bool(hungarian or _MISREAD_ROMANIAN.search(western))


def _damaged(encoding: str, error: UnicodeDecodeError) -> UnreadableError:
    return UnreadableError(
        _(
            "This file looks like %(upper)s but is damaged at byte %(start)s."
            " %(save_as_utf8)s",
            upper=encoding.upper(),
            start=error.start,
            save_as_utf8=_(_SAVE_AS_UTF8),
        )
    )
