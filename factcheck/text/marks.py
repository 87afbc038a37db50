"""Classes of punctuation that the rules for sentences share, as regex fragments."""
# ruff: noqa: RUF001 - curly quotes and the brackets of many scripts

CLOSERS = "\"”’'»)\\]』」】）〉》"
OPENERS = "\"“‘'«(\\[『「【（〈《¿¡"

# A mark that points to a note: [1], [a], [citation needed], ¹, †.
NOTE = (
    r"(?:\[(?:\d{1,3}|[a-z]|citation needed|note \d+|sic|\.\.\.|…)\]"
    "|[\u00b9\u00b2\u00b3\u2070-\u2079†‡§*]+)"
)
EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+"

# Letters as the rules see them: no digit, no underscore.
LETTER = r"[^\W\d_]"
