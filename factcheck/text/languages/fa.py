"""Persian."""

from factcheck.text.languages.language import language

PERSIAN = language(
    "fa",
    titles="د دکتر پروفسور آیت مهندس",
    leading="رک مثلا",
    numbered="ص ج ش",
    either="ق.م م ه.ش ه.ق ق.ظ ب.ظ",
    said="(?:او |وی )?(?:گفت|پرسید|پاسخ|فریاد|افزود|نوشت|جواب)",
)
