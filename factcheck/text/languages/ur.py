"""Urdu."""

from factcheck.text.languages.language import language

URDU = language(
    "ur",
    titles="ڈاکٹر پروفیسر مسٹر",
    numbered="ص ج نمبر",
    either="ق.م ء",
    said='[^۔؟.!?"“”]{0,30}(?:پوچھا|کہا|بولا|بولی|جواب|پکارا)',
)
