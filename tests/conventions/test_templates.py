"""Each page has a title of its own, and none carries script or style in its markup."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "factcheck" / "web" / "templates"


def templates() -> dict[str, str]:
    """Return the source of each template, without its comments, by name."""
    found = {
        str(file.relative_to(TEMPLATES)): re.sub(r"(?s)\{#.*?#\}", "", file.read_text())
        for file in sorted(TEMPLATES.rglob("*.html"))
    }
    assert found, f"there are no templates in {TEMPLATES}"
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


def test_no_template_needs_an_unsafe_content_security_policy():
    inline = re.compile(
        r"<style\b|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", re.IGNORECASE
    )
    found = {name: inline.findall(source) for name, source in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_template_turns_escaping_off():
    raw = re.compile(r"\|\s*safe\b|autoescape\s+false")
    found = {name: raw.findall(source) for name, source in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}
