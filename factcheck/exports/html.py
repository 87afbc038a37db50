"""The annotated essay as a web page: the reader's page, and one file that needs none.

Both come from `templates/reader.html` and the same style sheets. The page links them;
the file carries them inside and forbids itself everything else.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.exports import glyphs
from factcheck.exports.addresses import NOWHERE, Addresses, Link
from factcheck.exports.views import PageView, page_view
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.translating import teach

# Up to here each claim gets rules of its own in the page; beyond, notes stand beside
# their paragraph and the script lights claim and note together.
MOST_RULES = 200


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What surrounds the essay when a desk serves it.

    Attributes:
        stylesheets: addresses of tokens.css and reader.css, in this order.
        script: address of reader.js.
        home: address of the desk's front page.
        desk: the desk's name.
        workbench: address of the essay's workbench, or "" for readers.
        editions: all published editions; `wording.edition_words` makes the label.
        downloads: the essay in other formats.
        newer: the edition that replaced this one, if any did.
        about: the desk's own pages, and where each claim has its own.
    """

    stylesheets: tuple[str, ...]
    script: str
    home: str
    desk: str
    workbench: str = ""
    editions: tuple[Link, ...] = ()
    downloads: tuple[Link, ...] = ()
    newer: Link | None = None
    about: Addresses = NOWHERE


@dataclass(frozen=True, slots=True)
class _Shell:
    """How the template carries style and script."""

    links: PageLinks | None
    style: str
    nonce: str = ""
    script: str = ""
    policy: str = ""
    about: Addresses = NOWHERE


def render_page(essay: AnnotatedEssay, *, nonce: str, links: PageLinks) -> str:
    """Return the reader's page, for a strict Content-Security-Policy.

    Args:
        essay: what to show.
        nonce: of the one style block.
        links: where style, script and the rest of the desk are.
    """
    shell = _Shell(links=links, style=_rules(essay), nonce=nonce, about=links.about)
    return "".join(_drawn(essay, shell))


def write_html(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the essay as one file that opens without a network."""
    style = Markup("\n").join((_static("css/tokens.css"), _static("css/reader.css")))
    style = Markup("\n").join((style, _rules(essay)))
    script = _static("js/reader.js")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none';"
        f" style-src {_digest(style)}; script-src {_digest(script)}"
    )
    shell = _Shell(links=None, style=style, script=script, policy=policy, about=about)
    return b"".join(piece.encode() for piece in _drawn(essay, shell))


def _drawn(essay: AnnotatedEssay, shell: _Shell) -> Iterator[str]:
    """Draw the page piece by piece, so that a long one is never held twice."""
    beside_words = len(essay.claims) <= MOST_RULES
    view: PageView = page_view(essay, beside_words=beside_words, about=shell.about)
    return environment().get_template("reader.html").generate(page=view, shell=shell)


@cache
def environment() -> Environment:
    """Return what draws the pages for readers."""
    environment = Environment(
        loader=PackageLoader("factcheck.exports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    teach(environment)
    environment.globals.update(sprite=glyphs.sprite(), glyph=glyphs.glyph)
    return environment


@cache
def _static(name: str) -> Markup:
    """Read a style sheet or script of ours."""
    path = files("factcheck").joinpath("web", "static", *name.split("/"))
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 (our own file)


def _digest(content: str) -> str:
    """Name content for a Content-Security-Policy."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


def _rules(essay: AnnotatedEssay) -> Markup:
    """Write each claim's rules: where its note stands, and lighting both together."""
    if len(essay.claims) > MOST_RULES:
        return Markup()
    return Markup("\n").join(_rule(n) for n in _numbers(essay))


def _numbers(essay: AnnotatedEssay) -> Sequence[int]:
    return [claim.number for claim in essay.claims]


def _rule(n: int) -> Markup:
    words = f'#m{n},[data-n="{n}"]'
    return Markup(  # noqa: S704 (numbers)
        f"#m{n}{{anchor-name:--m{n}}}#c{n}{{--words:--m{n}}}"
        f".essay:has(:is({words},#c{n}):is(:hover,:focus-within,:target),"
        f'[href="#c{n}"]:is(:hover,:focus-visible)) :is({words},#c{n} summary)'
        "{background-color:var(--tint)}"
    )
