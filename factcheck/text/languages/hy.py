"""Armenian; its full stop looks like a colon."""

from factcheck.text.languages.language import language

ARMENIAN = language(
    "hy",
    titles="պրոֆ դոկ պարոն տիկ ակադ գեն Մ Ս",
    leading="օր տե՛ս հմմտ մ.թ մ.թ.ա թ",
    numbered="հ էջ գլ նկ",
    either="և.այլն թ թթ դ դդ կմ կգ մ",
    stops=":",
)
