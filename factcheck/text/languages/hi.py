"""Hindi and Marathi; a quotation may be followed by who spoke."""

from factcheck.text.languages.language import language

_TITLES = "डॉ डा श्री प्रो पं स्व कु सु मो मि इंजी कै कर्नल रा ड मा आ स्वा Dr Mr Mrs Ms"
_LEADING = "जैसे उदा सं बी ए एम पी के आर सी डी एच एन एस जे वी टी यू ओ आई एल"
_NUMBERED = "पृ सं क्र नं खं अ रु"
_EITHER = "ई.पू ई कि.मी कि.ग्रा मी इ इत्यादि रु प्रा लि"

HINDI = language(
    "hi",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    said=r"[^।?!.\"“”]{0,30}(?:पूछा|कहा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|जवाब|उत्तर|लिखा|पुकारा|"
    "पूछता|पूछती|कहता|कहती)",
)

MARATHI = language(
    "mr",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    said=r"[^।?!.\"“”]{0,30}(?:विचारले|विचारलं|म्हणाला|म्हणाली|म्हणाले|म्हटले|म्हणतात|ओरडला)"
    "|असे |असं |असा |अशी ",
)
