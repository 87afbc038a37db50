"""What the files in `files/` were made of: the parts that reading must give back.

A mark such as ¹ in the words stands where the file has a real note.
"""
# ruff: noqa: RUF001 - texts as their authors set them

from typing import NamedTuple

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers.parts import Part

H, P, L = Kind.HEADING, Kind.PROSE, Kind.LIST_ITEM
Q, F, T, B = Kind.QUOTATION, Kind.FOOTNOTE, Kind.TABLE_ROW, Kind.BYLINE


class Source(NamedTuple):
    """An essay, and what its file says of it."""

    title: str
    byline: str
    language: str
    parts: tuple[Part, ...]


MANUSCRIPT = Source(
    "The Guest Who Waited",
    "Jin Se-keun",
    "en-US",
    (
        Part(H, "The Guest Who Waited"),
        Part(B, "By Jin Se-keun"),
        Part(
            P,
            "Mao Zedong arrived in Moscow on 16 December 1949, and he waited.¹ "
            "Stalin’s welcome was “lukewarm” – so an aide wrote – and the guest "
            "was left in a dacha outside the city for weeks.",
        ),
        Part(H, "What he asked for"),
        Part(
            P,
            "He had come for a treaty, a loan and, above all, respect. The loan came to"
            " $300 million at 1% a year,² less than Poland had been given.",
        ),
        Part(
            Q,
            "I have only three tasks here: the first is to eat, the second is to"
            " sleep.",
        ),
        Part(P, "Three promises were made in the end:"),
        Part(L, "1. a treaty of thirty years;"),
        Part(L, "2. a loan to be repaid in tea and tungsten;"),
        Part(L, "3. the return of the railway by 1952."),
        Part(P, "Nobody mentioned these:"),
        Part(L, "Xinjiang’s oil"),
        Part(L, "the factories of Manchuria"),
        Part(H, "In figures"),
        Part(T, "Year\tLoan\tRate"),
        Part(T, "1948 (Poland)\t$450 million\tnone"),
        Part(T, "1950 (China)\t$300 million\t1%"),
        Part(
            P,
            "He left on 17 February 1950. The train was cold — “colder than my "
            "welcome”, he is said to have joked 😀 — and the war in Korea was four "
            "months away.",
        ),
        Part(F, "¹ Minutes of the meeting of 16 December 1949, p. 3."),
        Part(F, "² See the agreement of 14 February 1950. It was printed in 1986."),
    ),
)

KOREAN = Source(
    "기다리는 손님",
    "진세근",
    "ko-KR",
    (
        Part(H, "기다리는 손님"),
        Part(
            P,
            "마오쩌둥은 1949년 12월 16일 모스크바에 도착했다.¹ 스탈린의 환영은"
            " ‘미지근했다’고 한 보좌관은 적었다.",
        ),
        Part(Q, "내가 여기서 할 일은 세 가지뿐이다. 먹고, 자고, 또 먹는 것이다."),
        Part(P, "그는 1950년 2월 17일에 떠났다."),
        Part(F, "¹ 회담 기록, 1949년 12월 16일, 3쪽."),
    ),
)
ARABIC = Source(
    "الضيف المنتظر",
    "جين سي كون",
    "ar-SA",
    (
        Part(H, "الضيف المنتظر"),
        Part(
            P,
            "وصل ماو تسي تونغ إلى موسكو في 16 ديسمبر 1949.¹ وكان استقبال ستالين"
            " «فاترًا» كما كتب أحد مساعديه.",
        ),
        Part(Q, "لدي هنا ثلاث مهام فقط: أن آكل وأن أنام وأن أنتظر."),
        Part(P, "وغادر في 17 فبراير 1950."),
        Part(F, "¹ محضر اجتماع 16 ديسمبر 1949، ص 3."),
    ),
)
CHINESE = Source(
    "等待的客人",
    "陈世根",
    "zh-CN",
    (
        Part(H, "等待的客人"),
        Part(
            P,
            "毛泽东于1949年12月16日抵达莫斯科。¹他受到的欢迎“不冷不热”，一位助手写道。",
        ),
        Part(Q, "我在这里只有三个任务：第一是吃饭，第二是睡觉，第三是等待。"),
        Part(P, "他于1950年2月17日离开。"),
        Part(F, "¹ 会谈记录，1949年12月16日，第3页。"),
    ),
)
_ROOM = (
    "The railway that the two governments had quarrelled over since the beginning of"
    " the century ran for more than a thousand miles through country that neither of"
    " them had ever wholly administered. Its sleepers were larch, its locomotives were"
    " American, and its timetable was, by an extraordinary compromise, printed in three"
    " languages at once."
)
COLUMNS = Source(
    "A Railway for Two Governments",
    "Ann Lee",
    "en-US",
    (
        Part(H, "A Railway for Two Governments"),
        Part(B, "By Ann Lee"),
        *(
            Part(P, _ROOM.replace("larch", f"{wood}-coloured larch"))
            for wood in ("honey", "amber", "copper", "chestnut", "walnut", "ebony")
        ),
        Part(H, "The compromise of 1924"),
        *(
            Part(P, _ROOM.replace("thousand", number))
            for number in ("hundred", "dozen", "score", "gross", "myriad", "million")
        ),
        Part(P, "It was given back in 1952, and nobody printed a timetable again."),
    ),
)
_TIMETABLE = _ROOM.replace("larch", "{}")
JOURNAL = Source(
    "A Railway for Two Governments",
    "Ann Lee",
    "",
    (
        Part(H, "A Railway for Two Governments"),
        Part(B, "By Ann Lee"),
        Part(H, "1 Sleepers"),
        Part(P, f"{_TIMETABLE.format('larch')}¹"),
        Part(P, _TIMETABLE.format("oak")),
        Part(
            Q,
            "Nobody, least of all the well-known stationmasters, could tell what the"
            " time was; the clocks showed three times as well.",
        ),
        Part(P, "Two promises were made:"),
        Part(
            L,
            "that the line would be given back in 1952, with everything that stood on"
            " it and all that ran on it;",
        ),
        Part(L, "that nobody would print a timetable again."),
        Part(H, "2 Locomotives"),
        *(Part(P, _TIMETABLE.format(wood)) for wood in ("elm", "fir", "ash")),
        Part(P, f"{_TIMETABLE.format('yew')}²"),
        Part(P, _TIMETABLE.format("box")),
        Part(T, "Year\tLoan\tRate"),
        Part(T, "1950\t300 million\t1%"),
        Part(T, "1952\tnone\t2%"),
        Part(
            F,
            "¹ Minutes of the commission, 16 December 1949, p. 3. They offer no"
            " fluffier affirmation.",
        ),
        Part(F, "² See the agreement."),
    ),
)
LIBREOFFICE = {
    "manuscript": MANUSCRIPT,
    "korean": KOREAN,
    "arabic": ARABIC,
    "chinese": CHINESE,
}
