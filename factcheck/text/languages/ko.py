"""Korean; a quotation is followed by a particle or by who spoke."""

from factcheck.text.languages.language import language

KOREAN = language(
    "ko",
    titles="Mr Ms Mrs Dr Prof St",
    leading="vs cf e.g i.e ca 예 참고",
    numbered="No Vol pp p Fig vol no",
    either="Inc Co Ltd Corp Jr Sr U.S U.K",
    said=r"(?:라고|이라고|라며|이라며|라면서|이라면서|라는|이라는|라고도|이라 |라 |"
    r"하고|하며|고 |며 |는 |란 |이란 |에 |"
    r"는데|을 |를 |이 |가 |은 |와 |과 |도 |의 |로 |으로 )"
    r"|[^.?!。\"“”‘’]{0,24}"
    r"(?:물었|말했|말하|외쳤|대답|소리쳤|속삭|중얼|되물|덧붙|반문|답했|강조했|밝혔|주장했|전했|설명했|"
    r"부르짖|소리를|묻는|묻자|말한|생각했)",
)
