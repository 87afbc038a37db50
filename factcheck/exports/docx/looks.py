"""The styles of the Word file: those of the reader's page, as far as Word has them."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from factcheck.rules.scales import Standing
from factcheck.translating import direction_of

_CLAIMS: Mapping[str, tuple[str, str]] = {
    Standing.HOLDS: ("single", "1D7464"),
    Standing.PARTLY: ("dash", "0F4480"),
    Standing.CONTEXT: ("dotted", "774A00"),
    Standing.REFUTED: ("double", "C01F48"),
    Standing.UNVERIFIED: ("wave", "7E50BD"),
    Standing.OPEN: ("dotDash", "5F6267"),
}
# Name, properties of the paragraph, properties of its runs; in the schema's order.
_HEADING = (
    '<w:keepNext/><w:spacing w:before="{}" w:after="120"/><w:outlineLvl w:val="{}"/>'
)
_HANGING = '<w:ind w:left="425" w:hanging="425"/>'
_INSET = '<w:ind w:left="567" w:right="567"/>'
_PARAGRAPHS: Mapping[str, tuple[str, str, str]] = {
    "Title": (
        "Title",
        '<w:spacing w:after="120"/>',
        '<w:b/><w:bCs/><w:sz w:val="44"/>',
    ),
    "Heading1": (
        "heading 1",
        _HEADING.format(360, 0),
        '<w:b/><w:bCs/><w:sz w:val="32"/>',
    ),
    "Heading2": (
        "heading 2",
        _HEADING.format(240, 1),
        '<w:b/><w:bCs/><w:sz w:val="26"/>',
    ),
    "Essay": ("Essay", '<w:spacing w:after="160" w:line="300"/>', ""),
    "Quote": ("Quote", f'<w:spacing w:after="160"/>{_INSET}', ""),
    "EssayItem": ("Essay item", '<w:spacing w:after="80"/><w:ind w:left="425"/>', ""),
    "EssaySmall": ("Essay small", '<w:spacing w:after="120"/>', '<w:sz w:val="19"/>'),
    "Lead": ("Lead", '<w:spacing w:after="100"/>', '<w:sz w:val="20"/>'),
    "Note": (
        "Note",
        f'<w:keepNext/><w:spacing w:before="160" w:after="40"/>{_HANGING}',
        '<w:sz w:val="20"/>',
    ),
    "NoteMore": (
        "Note more",
        '<w:spacing w:after="40"/><w:ind w:left="425"/>',
        '<w:sz w:val="19"/>',
    ),
    "CommentText": ("annotation text", "", '<w:sz w:val="20"/>'),
}
_OF_THE_ESSAY = {"Title", "Heading2", "Essay", "Quote", "EssayItem", "EssaySmall"}
_EAST_ASIAN = {"ja", "ko", "zh"}
_SIZE = re.compile(r'<w:sz w:val="(\d+)"/>')


def styles(language: str) -> Iterator[str]:
    """Return all styles; the author's words are in the essay's language."""
    fonts = 'w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"'
    yield (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
    for ident, (name, of_paragraph, of_runs) in _PARAGRAPHS.items():
        spoken = _lang(language) if ident in _OF_THE_ESSAY else ""
        yield (
            f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{of_paragraph}</w:pPr>'
            f"<w:rPr>{_sized(of_runs)}{spoken}</w:rPr></w:style>"
        )
    yield _character("Hyperlink", '<w:color w:val="0B57D0"/>')
    yield _character("CommentReference", '<w:sz w:val="16"/>')
    for standing, (line, colour) in _CLAIMS.items():
        under = f'<w:u w:val="{line}" w:color="{colour}"/>'
        yield _character(f"Claim-{standing}", under)


def _sized(of_runs: str) -> str:
    """Give letters of scripts such as Arabic the size that the others have."""
    return _SIZE.sub(r'\g<0><w:szCs w:val="\1"/>', of_runs)


def _character(ident: str, properties: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{ident}"><w:name w:val="{ident}"/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _lang(language: str) -> str:
    if not language:
        return ""
    base = language.split("-", maxsplit=1)[0].lower()
    rtl = direction_of(language) == "rtl"
    kind = "eastAsia" if base in _EAST_ASIAN else "bidi" if rtl else "val"
    return f"<w:lang w:{kind}={quoteattr(language)}/>"
