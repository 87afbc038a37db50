"""Amharic; a slash or a full stop shortens, ። ends a sentence."""

from factcheck.text.languages.language import language

AMHARIC = language("am", titles="ዶ ር አቶ ወ ፕሮፌ", leading="ም ዓ ዓ.ም", either="ዓ.ም ዓ.ዓ ወዘተ")
