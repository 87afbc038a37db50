"""The note on a claim as HTML: verdict and finding first, then what they rest on.

Built here and not in the template, because a long essay has thousands of notes and
this is twice as fast. Whatever somebody wrote goes through `escape`.
"""

from html import escape

from markupsafe import Markup

from factcheck.exports import beside, house_style, wording
from factcheck.exports.glyphs import glyph
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, AnnotatedSource
from factcheck.translating import _, ngettext


def note(claim: AnnotatedClaim, essay: AnnotatedEssay, href: str = "") -> Markup:
    """Return a claim's note, closed; its id is "c" and the claim's number.

    `href` is the address of the claim's own page, where it has one.
    """
    number, standing = claim.number, claim.standing
    finding = wording.finding_words(claim, essay.facts.reviews_needed)
    sources = claim.sources
    more = (
        ngettext("%(num)s source", "%(num)s sources", len(sources))
        if sources
        else _("More")
    )
    check = _("Check")
    return Markup(  # noqa: S704 (escaped below)
        f'<details class="note v-{standing}" id="c{number}">\n'
        f'<summary><span class="note-head">{glyph(standing)} <span class="num">'
        f'<span class="vh">{check} </span>{number}</span> <span class="label">'
        f"{escape(wording.verdict_words(claim))}"
        f'<span class="vh">.</span></span> <span class="more">{more}</span></span>'
        f' <span class="finding" dir="auto">{escape(finding)}</span></summary>\n'
        f'<div class="note-body">\n{body(claim, essay)}{_ways(number, href)}</div>\n'
        "</details>\n"
    )


def body(claim: AnnotatedClaim, essay: AnnotatedEssay) -> str:
    """Write what a verdict rests on, as a note or the claim's own page shows it."""
    facts, checked = essay.facts, wording.checked_words(claim, essay.reviewers)
    language = f'lang="{escape(facts.language)}" dir="{escape(facts.direction)}"'
    quote = f"<q {language}>{escape(claim.quote)}</q>"
    said = _("The words checked:")
    words = f'<span class="vh">{said} </span>'
    parts = [f'<p class="claimed">{words}{quote}</p>\n']
    if claim.statement and claim.statement != claim.quote:
        shown = f"<bdi>{escape(claim.statement)}</bdi>"
        statement = _("Checked as: %(statement)s", statement=shown)
        parts.append(f'<p class="statement">{statement}</p>\n')
    if claim.explanation:
        explanation = escape(claim.explanation)
        parts.append(f'<p class="explanation" dir="auto">{explanation}</p>\n')
    parts += _ruling(claim, essay)
    if claim.sources:
        items = "".join(_source(source) for source in claim.sources)
        label = _("Sources")
        parts.append(f'<ol class="sources" aria-label="{label}">\n{items}</ol>\n')
    parts += _beside(claim, essay)
    if checked:
        parts.append(f'<p class="meta">{escape(checked)}</p>\n')
    return "".join(parts)


def _ways(number: int, href: str) -> str:
    """Write where to go from a note: back to its words, or to its own page."""
    link, words = _("Link to this check"), _("Back to the words")
    own = f' <a class="own" href="{escape(href)}">{link}</a>'
    back = f'<a class="back" href="#m{number}">{words}</a>'
    return f'<p class="meta">{back}{own if href else ""}</p>\n'


def _ruling(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Write who ruled and why, and printed dissent."""
    lines = beside.dissent_lines(claim, essay)
    parts = [f'<p class="dissent" dir="auto">{escape(line)}</p>\n' for line in lines]
    if claim.ruling is None:
        return parts
    ruling = escape(beside.ruling_words(claim))
    return [f'<p class="ruling" dir="auto">{ruling}</p>\n', *parts]


def _beside(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Write what was asked outside, what the author answered, who declares what."""
    lines = [
        *(("inquiry", beside.inquiry_words(asked)) for asked in claim.inquiries),
        *(("rewording", beside.rewording_words(words)) for words in claim.rewordings),
        *(("interest", line) for line in beside.interest_lines(claim, essay)),
    ]
    return [
        f'<p class="{kind}" dir="auto">{escape(line)}</p>\n' for kind, line in lines
    ]


def _source(source: AnnotatedSource) -> str:
    """Write one source; only a web address becomes a link."""
    name, address = house_style.source_name(source), wording.web_address(source.url)
    shown = f"<bdi>{escape(name)}</bdi>"
    if address:
        shown = f'<a href="{escape(address)}">{shown}</a>'
    line = house_style.source_line(source)
    parts = [
        f"<li>{shown}",
        f' <span class="by">{escape(line)}</span>' if line else "",
        f' <span class="stance">{wording.stance_words(source)}</span>',
    ]
    if source.quote:
        parts.append(f'<q class="quoted" dir="auto">{escape(source.quote)}</q>')
    if checked := wording.checked_quotation(source):
        parts.append(f'<span class="checked" dir="auto">{escape(checked)}</span>')
    if copy := wording.archived_words(source.archived):
        there = wording.web_address(wording.archived_elsewhere(source))
        shown = f'<a href="{escape(there)}">{escape(copy)}</a>' if there else copy
        parts.append(f'<span class="archived" dir="auto">{shown}</span>')
    if source.locator:
        parts.append(f'<span class="locator">{escape(source.locator)}</span>')
    if source.url not in {address, name}:
        parts.append(f' <span class="url">{escape(source.url)}</span>')
    return "".join([*parts, "</li>\n"])
