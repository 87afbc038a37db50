"""Finnish."""

from factcheck.text.languages.language import language

FINNISH = language(
    "fi",
    titles="""tri prof maist toht dos ins kenr ev evl maj kapt luutn hra rva nti Pyh
    Dr Mr""",
    leading="""esim ks vrt ts mm ym.s eli eaa n noin nk ns so engl ruots lat saks
    ransk suom alk tod.näk kirj toim käänt puh synt k huom vars""",
    numbered="nro s ss art luku kpl kuva taul puh luk v klo",
    either="""jne yms ym yms tms eKr jKr e.a.a j.a.a mk milj mrd km kg m min sek Oy
    Oyj Ab ko mol os""",
    starters="""Hän He Se Ne Tämä Nämä Minä Sinä Me Te Mutta Ja Tai Vaan Kun Jos
    Koska Vaikka Sitten Nyt Myös Ei Eivät Kaikki Monet Jotkut Mitä Kuka Missä Miksi
    Miten Milloin On Oli Olivat Ovat Hänen Heidän Kaksi Kolme Siellä Täällä
    Kuitenkin Lisäksi Lopulta Joulukuussa Niin Siksi Sen""",
    ordinals=True,
    before_ordinals="ja päivänä Vuoden vuoden",
)
