"""Japanese; a quotation is followed by a particle."""

from factcheck.text.languages.language import language

JAPANESE = language(
    "ja",
    titles="Mr Ms Mrs Dr Prof St",
    leading="vs cf e.g i.e ca",
    numbered="No Vol pp p Fig",
    either="Inc Co Ltd Corp Jr Sr U.S U.K",
    said="と|って|っていう|とか|という|といった|など|は|が|を|に|の|で|も|へ|や|だ|です|、|，|"
    "[^。！？「」]{0,10}(?:言った|聞いた|尋ねた|叫んだ|答えた)",
)
