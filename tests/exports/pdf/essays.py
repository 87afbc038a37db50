"""Short essays in several scripts, with claims that overlap, for setting as PDFs."""
# ruff: noqa: RUF001 - letters and marks of many scripts

import hashlib

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.scales import NEWSROOM
from factcheck.rules.sorting import Sorting

HOSTILE = '#panic("no") #read("/etc/passwd") $x$ *b* \\u{1} [@c1] <script> // _i_'
PARAGRAPHS = {
    "en": ("A list: [1] “two” — #set page(width: 1pt).", f"It says {HOSTILE}."),
    "ar": ("ارتفع النهر في عام 1949 بمقدار 3.5 متر.", "قال إن NATO وافقت (2019)."),
    "ja": ("川は「1949年」に増水した。", "首都の人口は約1,400万人である（2020年）。"),
    "ko": ("강은 1949년에 불어났다.", "수도 인구는 “940만 명”이다(2023년)."),
    "hi": ("नदी 1949 में बढ़ी।", "राजधानी की जनसंख्या दो करोड़ है।"),
    "he": ("הנהר עלה ב-1949.", "אוכלוסיית הבירה היא 9.4 מיליון (2023)."),
    "el": ("Ο ποταμός φούσκωσε το 1949.", "Η πρωτεύουσα έχει 3,1 εκατομμύρια."),
    "ru": ("Река поднялась в 1949 году.", "В столице 13 миллионов жителей."),
    "zh-Hans": ("河水在1949年上涨。", "首都人口约为“2189万”——2020年。"),
}
TITLES = {
    "en": "The river & the <capital>",
    "ar": "النهر والعاصمة",
    "ja": "川と首都",
    "ko": "강과 수도",
    "hi": "नदी और राजधानी",
    "he": "הנהר והבירה",
    "el": "Ο ποταμός και η πρωτεύουσα",
    "ru": "Река и столица",
    "zh-Hans": "河流与首都",
}


def essay_in(language: str, title: str = "", more: str = "") -> AnnotatedEssay:
    """Return an essay of two paragraphs with three claims, two of which overlap."""
    parts = [*PARAGRAPHS[language], *([more] if more else [])]
    text = "\n\n".join(parts)
    sentences, start = [], 0
    for number, part in enumerate(parts, 1):
        end = start + len(part)
        sentences.append(SentenceFacts(number, number, start, end, Sorting.CLAIM))
        start = end + 2
    spans = [(1, 0, len(parts[0])), (1, 2, len(parts[0]) // 2), (2, 0, len(parts[1]))]
    claims = [
        _claim(number, sentences[at - 1], text, begin, end)
        for number, (at, begin, end) in enumerate(spans, 1)
    ]
    facts = EssayFacts(
        slug="river",
        title=title or TITLES[language],
        byline="Sunmi Cho",
        appeared="https://example.org/river",
        language=language,
        direction="rtl" if language in {"ar", "he"} else "ltr",
        reviews_needed=1,
        version=1,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        scale=NEWSROOM,
    )
    return annotate(facts, sentences, claims, ["Robin Hale"])


def _claim(
    number: int, sentence: SentenceFacts, text: str, begin: int, end: int
) -> AnnotatedClaim:
    start, end = sentence.start + begin, sentence.start + end
    words = text[start:end]
    source = AnnotatedSource(
        kind="webpage",
        title=words,
        url=f"https://example.org/records/{number}",
        author="A. Author",
        publisher="The Commission",
        issued="1958-06-21",
        quote=words,
        locator=f"p. {number}",
        stance="supports",
    )
    review = AnnotatedReview(
        reviewer=0,
        verdict=NEWSROOM.verdicts[number * 2].key,
        finding=f"The record of that year says so: {words}",
        explanation=f"{HOSTILE}\n\nAnd a second paragraph.",
        given="2026-03-03T12:00:00Z",
        sources=(source,),
    )
    return AnnotatedClaim(
        number=number,
        sentence=sentence.position,
        start=start,
        end=end,
        quote=words,
        prefix="",
        suffix="",
        statement=f"Checked: {words}",
        reviews=(review,),
    )
