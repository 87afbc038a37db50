"""Chinese; a quotation may be followed by who spoke."""

from factcheck.text.languages.language import language

CHINESE = language(
    "zh",
    titles="Mr Ms Mrs Dr Prof St",
    leading="vs cf e.g i.e ca",
    numbered="No Vol pp p Fig",
    either="Inc Co Ltd Corp Jr Sr U.S U.K",
    said="[的，、]|[^。！？!?，“”「」：没沒无無]{0,10}"
    "(?:说|說|道|问|問|答|喊|叫|写|寫|嚷|骂|罵|吼|回应|回應|表示)(?:[。！？，：]|着|著|道|了|$)",
)
