"""The marks of plain text and Markdown that stand on a line of their own."""

import re

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"=+|-{2,}")
_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)[ \t]*\n"
    r"(?P<fields>[A-Za-z][\w-]*[ \t]*[:=].*\n(?:.+\n){0,200}?)"
    r"\1[ \t]*(?:\n|\Z)"
)
_EMPHASIS = "*_ \t"


def has_words(unit: str) -> bool:
    """Say whether a unit holds a letter or a digit: "* * *" and "---" do not."""
    return _LETTER_OR_DIGIT.search(unit) is not None


def heading(line: str) -> str:
    """Return the words of a Markdown heading such as "## Sources ##", or nothing."""
    if not line.startswith("#"):
        return ""
    match = _HEADING.fullmatch(line)
    return plain(match.group(1)) if match else ""


def is_underline(line: str) -> bool:
    """Say whether a line of "===" or "---" makes the line above it a heading."""
    return _UNDERLINE.fullmatch(line.rstrip()) is not None


def plain(words: str) -> str:
    """Take the emphasis off a whole line: "**Mao and Stalin**"."""
    return words.strip(_EMPHASIS)


def front_matter(text: str) -> tuple[str, int]:
    """Return the fields above a Markdown text, and where the text after them starts.

    Fields are kept between lines of "---" (YAML) or "+++" (TOML) at the very top.
    """
    match = _FRONT_MATTER.match(text)
    return (match.group("fields"), match.end()) if match else ("", 0)
