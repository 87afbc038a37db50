"""Classes of punctuation that the rules for sentences share, as regex fragments."""
# ruff: noqa: RUF001 - curly quotes and the brackets of many scripts

CLOSERS = "\"”’'»›)\\]}』」】）〉》〕｝"
OPENERS = "\"“‘'«‹»›„‚”’(\\[{『「【（〈《〔¿¡"

# One language's opening quote is another's closing one, 「„Nein.“」; white space
# after it tells.
TURNED = "[“‘«‹„](?=[ .,;:!?)»”]|\\Z)"

# Stops that need a space after them, and stops that need none.
STOPS = ".!?…‽⁇⁈⁉"
UNSPACED = "。！？｡︒．؟۔।॥።፧፨։၊။។"

# A mark that points to a note: [1], [a], [3, 4], [12]:45, ¹, †.
SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070-\u2079†‡§*"
NOTE = (
    r"(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|[a-z]|[Cc]itation needed"
    r"|n(?:b|ote|\.) ?\d+"
    r"|sic|\.\.\.|…)\](?::\d{1,4}(?:[–-]\d{1,4})?)?"
    f"|[{SUPERSCRIPTS}]+)"
)
EMOJI = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U000e0020-\U000e007f]"
    r"|[:;=8][-o^']?[)(DPp](?![^\s.!?]))+"
)

# Invisible characters that steer the direction of writing, or join and part letters.
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

# Letters and figures with the signs above and below them, which are no letters to re.
_SIGNS = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u102b-\u103e"
)
ALNUM = rf"(?:[^\W_]|[{_SIGNS}])"

# Letters as the rules see them: no digit, no underscore.
LETTER = r"[^\W\d_]"
