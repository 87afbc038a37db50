"""A claim's words while they are looked for in the new version."""

from dataclasses import dataclass

from factcheck.errors import InvalidError
from factcheck.text.carried import Anchored, Place
from factcheck.text.context import Nearness, nearness
from factcheck.text.relation import Relation
from factcheck.text.sides import Bounds, bounds
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class Sought:
    """A claim's folded words and where they stand in the old version.

    Attributes:
        claim: the claim.
        start: where its words start in the folded old text.
        end: where they end there.
        quote: the folded words.
        like: whether a word goes on before and after them.
        sentences: the old sentences that they touch.
    """

    claim: Anchored
    start: int
    end: int
    quote: str
    like: Bounds
    sentences: range


def seek(relation: Relation, claim: Anchored) -> Sought:
    """Fold a claim's words.

    Raises:
        InvalidError: on the field `claims`, if the claim's words stand elsewhere.
    """
    version, folded = relation.old.version, relation.old.folded
    if version.text[claim.start : claim.end] != claim.quote:
        raise InvalidError(
            "claims",
            _(
                "Claim %(number)s does not stand at its place in the old version."
                " Nothing was carried over. Attach the claim to its words first.",
                number=claim.number,
            ),
        )
    start, end = folded.folded(claim.start), folded.folded(claim.end)
    quote = folded.text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    end = start + len(quote)
    like = bounds(folded.text, start, end)
    sentences = relation.old.covering(start, end)
    return Sought(claim, start, end, quote, like, sentences)


def near(relation: Relation, old: tuple[int, int], new: tuple[int, int]) -> Nearness:
    """Compare the surroundings of folded words in both versions."""
    return nearness(relation.old.folded.text, old, relation.new.folded.text, new)


def place(relation: Relation, start: int, end: int) -> Place:
    """Return the place of words of the folded new text."""
    folded = relation.new.folded
    text = relation.new.version.text
    return Place.of(text, folded.raw_start(start), folded.raw_end(end))


def exact_place(relation: Relation, sought: Sought, start: int) -> Place:
    """Return the place of the same words, with what folding dropped at their ends.

    A claim may begin with a soft hyphen or end with a space, if the same stands in
    the new text.
    """
    found = place(relation, start, start + len(sought.quote))
    claim, folded = sought.claim, relation.old.folded
    old, text = relation.old.version.text, relation.new.version.text
    head = old[claim.start : folded.raw_start(sought.start)]
    tail = old[folded.raw_end(sought.end) : claim.end]
    first = found.start - len(head) * text[: found.start].endswith(head)
    last = found.end + len(tail) * text.startswith(tail, found.end)
    return (
        found
        if (first, last) == (found.start, found.end)
        else Place.of(text, first, last)
    )
