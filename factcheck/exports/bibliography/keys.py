"""Keys by which entries of a bibliography are told apart."""

from collections.abc import Iterable, Iterator
from itertools import chain, count

from factcheck.rules.citations import SourceFacts
from factcheck.rules.sources import names_in
from factcheck.text.slugs import slugify

_WORDS = 3


def keyed(sources: Iterable[SourceFacts]) -> Iterator[tuple[str, SourceFacts]]:
    """Give each source a key made of who, when and what; the same for equal lists."""
    used: set[str] = set()
    for source in sources:
        key = _key(source)
        numbered = chain([key], (f"{key}-{number}" for number in count(2)))
        free = next(each for each in numbered if each not in used)
        used.add(free)
        yield free, source


def _key(source: SourceFacts) -> str:
    who = names_in(source.author)[:1]
    what = "-".join(slugify(source.title or source.url).split("-")[:_WORDS])
    when = [source.issued[:4]] if source.issued else []
    return "-".join([*map(slugify, who), *when, what])
