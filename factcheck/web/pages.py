"""The annotated essay as a page of this desk, with the links around it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import request, url_for

from factcheck.database import db
from factcheck.doors import settings
from factcheck.exports.addresses import Addresses, Link, addresses_under
from factcheck.exports.formats import FORMATS
from factcheck.exports.html import PageLinks, render_page
from factcheck.exports.wording import edition_words
from factcheck.queries.editions import list_editions
from factcheck.rules.annotated import AnnotatedEssay, EditionNote
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.frame import static_url
from factcheck.web.headers import nonce


def essay_page(  # noqa: PLR0913  (each is said by name)
    essay: AnnotatedEssay,
    *,
    workbench: str = "",
    editions: tuple[Link, ...] = (),
    newer: Link | None = None,
    downloads: str,
    number: int | None = None,
    may: Callable[[Deed], bool] = lambda _deed: False,
) -> str:
    """Draw the page.

    Args:
        essay: what to show.
        workbench: its address, for those who work here.
        editions: every published edition.
        newer: the edition to read instead of this one.
        downloads: endpoint that gives the essay in a format.
        number: of the edition, for that endpoint.
        may: whether whoever looks may do something, where it is no edition.
    """
    slug = essay.facts.slug
    published = number is not None
    values: dict[str, Any] = {} if number is None else {"number": number}
    *stylesheets, script = page_parts()
    links = PageLinks(
        stylesheets=tuple(stylesheets),
        script=script,
        home=url_for("desk.show"),
        desk=settings().desk_name,
        workbench=workbench,
        editions=editions,
        newer=newer,
        about=about_pages(slug if published else ""),
        downloads=tuple(
            Link(_(fmt.label), url_for(downloads, slug=slug, name=name, **values))
            for name, fmt in FORMATS.items()
            if not fmt.withheld(essay, site(slug))
            and (not fmt.of_the_desk if published else may(fmt.deed))
        ),
    )
    return render_page(essay, nonce=nonce(), links=links)


def claim_links(slug: str, number: int) -> PageLinks:
    """Return what surrounds the page of one claim."""
    *stylesheets, script = page_parts()
    return PageLinks(
        stylesheets=tuple(stylesheets),
        script=script,
        home=url_for("desk.show"),
        desk=settings().desk_name,
        about=replace(
            about_pages(slug), report=url_for("reports.new", slug=slug, claim=number)
        ),
    )


def about_pages(slug: str = "") -> Addresses:
    """Return the desk's own pages; with those about a published essay, if it is one."""
    claims = url_for("editions.claim", slug=slug, number=0) if slug else ""
    return Addresses(
        method=url_for("about.show", key="method"),
        scale=url_for("about.show", key="scale"),
        policy=url_for("about.show", key="corrections"),
        corrections=url_for("corrections.index"),
        report=url_for("reports.new", slug=slug) if slug else "",
        claims=claims.removesuffix("0"),
    )


def site(slug: str) -> Addresses:
    """Return the addresses of a published essay as others reach them."""
    root = settings().public_url or request.url_root
    return addresses_under(root, slug, settings().desk_name)


def page_parts() -> tuple[str, ...]:
    """Return the addresses of the page's style sheets and, last, its script."""
    names = ("css/tokens.css", "css/reader.css", "js/reader.js")
    return tuple(static_url(name) for name in names)


def edition_links(slug: str) -> tuple[Link, ...]:
    """Return links to every published edition, newest first."""
    return tuple(
        Link(
            edition_words(
                EditionNote(
                    row.number, f"{row.published_at:%Y-%m-%dT%H:%M:%SZ}", row.note
                )
            ),
            url_for("editions.show", slug=slug, number=row.number),
        )
        for row in list_editions(db.session, slug)
    )
