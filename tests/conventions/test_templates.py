"""Each page has a title of its own, and none has script or style in its markup."""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "factcheck"


def templates() -> dict[str, str]:
    """Return the source of each template, without its comments, by its path."""
    found = {
        str(file.relative_to(PACKAGE)): re.sub(r"(?s)\{#.*?#\}", "", file.read_text())
        for file in sorted(PACKAGE.glob("*/templates/**/*.html"))
    }
    assert "web" in {Path(name).parts[0] for name in found}, "no page was found"
    return found


def test_every_page_has_a_title_of_its_own():
    untitled = [
        name
        for name, source in templates().items()
        if re.search(r"\{%-?\s*extends", source)
        and not re.search(r"\{%-?\s*block title", source)
        and not Path(name).name.startswith("_")
    ]
    assert untitled == []


def test_no_page_needs_an_unsafe_content_security_policy():
    inline = re.compile(
        r"<(?:style|script)(?![^>]*\b(?:src|nonce)=)|\sstyle=|\son[a-z]+=",
        re.IGNORECASE,
    )
    found = {
        name: inline.findall(source)
        for name, source in templates().items()
        if name.startswith("web/")
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_template_turns_escaping_off():
    raw = re.compile(r"\|\s*safe\b|autoescape\s+false")
    found = {name: raw.findall(source) for name, source in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_templates_translate_only_what_is_written_in_them():
    """A message may hold markup, so nothing that somebody typed may become one."""
    call = re.compile(r"(?<![\w.])(?:_|n?gettext|pgettext)\((?!\s*[\"'])[^)]*")
    found = {name: call.findall(source) for name, source in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}
