"""The process in which typst sets a PDF; apart.py beside it starts it.

It reads one JSON object from standard input, and answers with a PDF, or with a JSON
list of the characters that no font has. typst is loaded here and nowhere else, so the
desk's own memory never holds it.
"""

import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any

import typst

from factcheck.confining import confine
from factcheck.exports.pdf.apart import MEMORY, MISSING, SECONDS

_TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "essay.typ"
_TRY = b"""
#let found = json(bytes(sys.inputs.data))
#set document(title: "Characters")
#set page(height: auto)
#set text(font: found.fonts)
#for each in found.characters { par(each) }
"""
_LACKED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def main() -> None:
    """Do what is asked for."""
    confine(MEMORY, SECONDS)
    asked = json.loads(sys.stdin.buffer.read())
    fonts = _fonts(own_only=asked["own_fonts"])
    for name in {"fonts", "fonts_of_desk"} & asked["data"].keys():
        asked["data"][name] = _known(asked["data"][name], fonts)
    try:
        sys.stdout.buffer.write(_set(asked, fonts))
    except typst.TypstError as error:
        lacked = [_plain(found) for found in _LACKED.findall(error.diagnostic)]
        if not lacked:
            sys.stderr.write(error.diagnostic)
            sys.exit(1)
        sys.stdout.buffer.write(json.dumps(lacked).encode())
        sys.exit(MISSING)


def _set(asked: dict[str, Any], fonts: typst.Fonts) -> bytes:
    stamp = asked["timestamp"]
    found: bytes = typst.compile(
        _TRY if "characters" in asked["data"] else _TEMPLATE,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(asked["data"])},
        pdf_standards="ua-1",
        timestamp=dt.datetime.fromisoformat(stamp),
    )
    return found


def _fonts(*, own_only: bool) -> typst.Fonts:
    """Return typst's own fonts, with the system's if asked.

    Looking through a system's fonts takes longer than setting a short essay.
    """
    return typst.Fonts(include_system_fonts=not own_only)


def _known(wanted: list[Any], fonts: typst.Fonts) -> list[Any]:
    """Leave out families that are not here, of which typst would warn."""
    here = {family.lower() for family in fonts.families()}
    return [
        family
        for family in wanted
        if (family if isinstance(family, str) else family["name"]).lower() in here
    ]


def _plain(quoted: str) -> str:
    """Undo the escapes that typst's messages write characters with."""

    def character(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else match[2]

    return _ESCAPE.sub(character, quoted)


if __name__ == "__main__":
    main()
