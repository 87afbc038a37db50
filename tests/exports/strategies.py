"""Annotated essays of every kind, for property tests.

Texts are arbitrary Unicode, and often what formats trip over: markup, formulas, right
to left, emoji, line ends. Claims overlap.
"""

import hashlib
from dataclasses import replace

from hypothesis import strategies as st

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedInquiry,
    AnnotatedReview,
    AnnotatedRewording,
    AnnotatedRuling,
    AnnotatedSource,
    Correction,
    EditionNote,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import Ruled, annotate
from factcheck.rules.citations import SourceKind, Stance
from factcheck.rules.quoted import QuotationFound
from factcheck.rules.rulings import Disagreement
from factcheck.rules.scales import NEWSROOM, PRESETS, ScaleDefinition, VerdictLabel
from factcheck.rules.sorting import Reason, Sorting
from factcheck.rules.sources import SourceDetails
from factcheck.text.paragraphs import ParagraphKind

NASTY = (
    "<script>alert(1)</script>",
    "</p></details></style></script>",
    '"><img src=x onerror=alert(1)>',
    "&amp;&lt;&#38;&copy;&nbsp;",
    "{{ 7 * 7 }} {% raw %}",
    "=HYPERLINK(A1)",
    "  +1-1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\u200b=1",
    "\uff1d1",
    "# heading #",
    "1. one",
    "- item",
    "***",
    "---",
    "===",
    "```",
    "~~~ ~~gone~~",
    "[link](https://example.org)",
    "[^1]: note",
    "[^1]",
    "![x](y)",
    "!",
    "(aside)",
    ": colon",
    "> quoted",
    "a | b",
    "| - |",
    "_a_ *b* `c` $d$",
    "a\\",
    "\\*",
    "www.example.org https://example.org me@example.org",
    "one\ntwo",
    "one  \n  two",
    "one\n\ntwo",
    "one\rtwo\r\nthree",
    "one\u2028two\x0bthree\x85four",
    "\ufeffmark",
    "“said,” he",
    "שלום עולם",
    "مرحبا \u202eabc\u202c",
    "今日は。元気です。",
    "e\u0301a\u0308",
    "👩‍👩‍👧‍👦🇰🇷",
    "'apostrophe",
    "x" * 300,
)

GAPS = (" ", "", "\n", "  \n ", "\r\n", "\u3000")

# Everything that can be written as UTF-8 and kept, which is all but NUL.
words = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map(" ".join),
)
some_words = words.filter(str.strip)
# A desk's own labels are trimmed and never empty.
labels = some_words.map(lambda text: " ".join(text.split())).filter(str.strip)
# A desk keeps findings without the white space around them.
findings = words.map(str.strip)
numbers = st.integers(1, 9)
times = st.builds(
    "{:04}-{:02}-{:02}T{:02}:00:00Z".format,
    st.integers(1990, 2030),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
)
urls = st.sampled_from(
    [
        "",
        "https://example.org/a_b(c)?x=1&copy=2&amp;y=*z*#f",
        "http://example.org/%E2%82%AC/<b>'\"",
        "https://пример.рф/путь\\x",
        "HTTPS://example.org",
        "javascript:alert(1)",
        "https://example.org/with space",
        "ftp://example.org/file",
        *("https:nowhere", "doi:10.1000/182", "https://[broken"),
    ]
)
dates = st.sampled_from(["", "1949", "1949-01", "2010-05-21"])

ARCHIVED = "https://web.archive.org/web/2019/http://example.org/<b>'\"?x=1&copy=2"
quotations = st.builds(
    QuotationFound,
    outcome=st.sampled_from(["exact", "elided", "altered", "absent"]),
    kept=st.just("2026-03-04"),
    changed=st.integers(0, 9),
    stands=words,
)
levels = st.sampled_from(["", "primary"])
details = st.builds(SourceDetails, editor=words, accessed=dates, level=levels)
sources = st.builds(
    AnnotatedSource,
    kind=st.sampled_from([kind.value for kind in SourceKind]),
    title=words,
    url=urls,
    author=words,
    publisher=words,
    issued=dates,
    quote=words,
    locator=words,
    stance=st.sampled_from([stance.value for stance in Stance]),
    details=details,
    quotation=st.none() | quotations,
    archived=st.sampled_from(["", ARCHIVED]),
)
inquiries = st.builds(
    AnnotatedInquiry,
    whom=words,
    channel=words,
    asked=st.sampled_from(["", "2026-02-01"]),
    answered=st.sampled_from(["", "2026-02-28"]),
    printed=some_words,
)
rewordings = st.builds(
    AnnotatedRewording,
    original=words,
    proposed=words,
    status=st.sampled_from(["accepted", "rejected", "answered"]),
    answer=words,
)
corrections = st.builds(
    Correction, claim=numbers, quote=words, old=words, new=words, reason=words
)
editions = st.builds(
    EditionNote, numbers, times, words, st.lists(corrections, max_size=2).map(tuple)
)


@st.composite
def scales(draw: st.DrawFn) -> ScaleDefinition:
    """Return one of the presets, or one whose words are arbitrary."""
    scale = draw(st.sampled_from([NEWSROOM, *PRESETS.values()]))
    if draw(st.booleans()):
        return scale
    verdicts = tuple(
        replace(v, label=draw(labels), definition=draw(words)) for v in scale.verdicts
    )
    return replace(scale, name=draw(words), version=draw(numbers), verdicts=verdicts)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[SentenceFacts]]:
    """Return a text and its sentences."""
    text = draw(st.sampled_from(["", "\n", "  "]))
    sentences: list[SentenceFacts] = []
    for paragraph in range(1, draw(st.integers(0, 3)) + 1):
        for index in range(draw(st.integers(1, 2))):
            if index:
                text += draw(
                    st.sampled_from([" ", "", "\n", "  \n ", "\r\n", "\u3000"])
                )
            words_here = draw(some_words).strip()
            sorting = draw(st.sampled_from(Sorting))
            reason = draw(st.sampled_from(Reason))
            sentences.append(
                SentenceFacts(
                    position=len(sentences) + 1,
                    paragraph=paragraph,
                    start=len(text),
                    end=len(text) + len(words_here),
                    sorting=sorting,
                    reason=reason if sorting is Sorting.NOT_A_CLAIM else None,
                )
            )
            text += words_here
        text += draw(st.sampled_from(["\n\n", "\n \n", "\n\n\n"]))
    return text, sentences


@st.composite
def reviews(draw: st.DrawFn, verdicts: tuple[VerdictLabel, ...]) -> AnnotatedReview:
    """Return a review by one of three people."""
    return AnnotatedReview(
        reviewer=draw(st.integers(0, 2)),
        verdict=draw(st.sampled_from(verdicts)).key,
        finding=draw(findings),
        explanation=draw(words),
        given=draw(times),
        sources=tuple(draw(st.lists(sources, max_size=2))),
    )


@st.composite
def claims_in(
    draw: st.DrawFn, text: str, sentence: SentenceFacts, scale: ScaleDefinition
) -> AnnotatedClaim:
    """Return a claim on some of a sentence's words; its number is set later."""
    start = draw(st.integers(sentence.start, sentence.end - 1))
    end = draw(st.integers(start + 1, sentence.end))
    if not text[start:end].strip():
        start, end = sentence.start, sentence.end
    few = scale.verdicts[: draw(st.integers(1, 2))]
    return AnnotatedClaim(
        number=1,
        sentence=sentence.position,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - 8) : start],
        suffix=text[end : end + 8],
        statement=draw(words),
        reviews=tuple(draw(st.lists(reviews(few), max_size=2))),
        inquiries=tuple(draw(st.lists(inquiries, max_size=1))),
        rewordings=tuple(draw(st.lists(rewordings, max_size=1))),
    )


@st.composite
def ruled(draw: st.DrawFn, scale: ScaleDefinition) -> Ruled:
    """Return a ruling in force, now and then reopened."""
    return Ruled(
        verdict=draw(st.sampled_from(scale.verdicts)).key,
        finding=draw(findings),
        explanation=draw(words),
        ruling=AnnotatedRuling(
            by=draw(words),
            ruled=draw(times),
            reason=draw(words),
            disagreement=draw(st.sampled_from(Disagreement)).value,
            print_dissent=draw(st.booleans()),
        ),
        reopened=draw(st.integers(0, 3)) == 0,
    )


@st.composite
def annotated_essays(draw: st.DrawFn) -> AnnotatedEssay:
    """Return an annotated essay as `annotate` makes them."""
    text, sentences = draw(texts())
    scale = draw(scales())
    drawn = [
        draw(claims_in(text, sentence, scale))
        for sentence in sentences
        for _ in range(draw(st.integers(0, 3)))
    ]
    order = draw(st.permutations(range(1, len(drawn) + 1)))
    claims = [replace(c, number=n) for c, n in zip(drawn, order, strict=True)]
    decided = draw(st.lists(st.sampled_from(order), unique=True)) if order else []
    return annotate(
        EssayFacts(
            slug="essay",
            title=draw(words),
            byline=draw(words),
            appeared=draw(st.one_of(words, urls)),
            language=draw(st.sampled_from(["", "en", "ar", "ja"])),
            direction=draw(st.sampled_from(["ltr", "rtl"])),
            reviews_needed=draw(st.integers(1, 2)),
            version=draw(numbers),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            scale=scale,
        ),
        sentences,
        claims,
        [draw(words) for _ in range(3)],
        draw(st.none() | editions),
        interests=[draw(words) for _ in range(3)],
        rulings={number: draw(ruled(scale)) for number in decided},
        kinds={s.paragraph: draw(st.sampled_from(ParagraphKind)) for s in sentences},
    )
