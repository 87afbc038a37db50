"""Burmese; ။ ends a sentence."""

from factcheck.text.languages.language import language

BURMESE = language("my", titles="ဒေါ် ဦး")
