"""The languages whose short forms, starters and stops the rules know."""

from factcheck.text.languages.am import AMHARIC
from factcheck.text.languages.ar import ARABIC
from factcheck.text.languages.bg import BULGARIAN
from factcheck.text.languages.cs import CZECH, SLOVAK
from factcheck.text.languages.da import DANISH, NORWEGIAN
from factcheck.text.languages.de import GERMAN
from factcheck.text.languages.el import GREEK
from factcheck.text.languages.en import ENGLISH
from factcheck.text.languages.es import SPANISH
from factcheck.text.languages.fa import PERSIAN
from factcheck.text.languages.fi import FINNISH
from factcheck.text.languages.fr import FRENCH
from factcheck.text.languages.hi import HINDI, MARATHI
from factcheck.text.languages.hy import ARMENIAN
from factcheck.text.languages.it import ITALIAN
from factcheck.text.languages.ja import JAPANESE
from factcheck.text.languages.kk import KAZAKH
from factcheck.text.languages.ko import KOREAN
from factcheck.text.languages.language import Language
from factcheck.text.languages.my import BURMESE
from factcheck.text.languages.nl import DUTCH
from factcheck.text.languages.pl import POLISH
from factcheck.text.languages.pt import PORTUGUESE
from factcheck.text.languages.ru import RUSSIAN
from factcheck.text.languages.sv import SWEDISH
from factcheck.text.languages.tr import TURKISH
from factcheck.text.languages.uk import UKRAINIAN
from factcheck.text.languages.ur import URDU
from factcheck.text.languages.zh import CHINESE

_ALL = (
    *(AMHARIC, ARABIC, ARMENIAN, BULGARIAN, BURMESE, CHINESE, CZECH, DANISH, DUTCH),
    *(ENGLISH, FINNISH, FRENCH, GERMAN, GREEK, HINDI, ITALIAN, JAPANESE, KAZAKH),
    *(KOREAN, MARATHI, NORWEGIAN, PERSIAN, POLISH, PORTUGUESE, RUSSIAN, SLOVAK),
    *(SPANISH, SWEDISH, TURKISH, UKRAINIAN, URDU),
)
KNOWN = {known.code: known for known in _ALL}

# Tags that mean one of these.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "cmn": "zh", "yue": "zh"}


def subtag(tag: str) -> str:
    """Return the primary subtag: "pt" of "pt-BR".

    >>> subtag("pt-BR"), subtag("zh_Hant"), subtag("nb")
    ('pt', 'zh', 'no')
    """
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _SAME.get(primary, primary)


def known(tag: str) -> Language | None:
    """Return what is known of a language, or nothing."""
    return KNOWN.get(subtag(tag))
