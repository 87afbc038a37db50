"""Dutch."""

from factcheck.text.languages.language import language

DUTCH = language(
    "nl",
    titles="""dhr Dhr mevr Mevr mw Mw mej Mej hr Hr Dr dr drs Drs ir Ir ing Ing mr
    Mr prof Prof ds Ds jhr Jhr jkvr gen Gen kol Kol kap Kap lt Lt maj Maj sgt St H
    bc Bc""",
    leading="""bijv bv b.v ca nl m.n d.w.z d.m.v i.p.v i.v.m m.b.t m.a.w o.a o.l.v
    t.a.v t.o.v t.w.v t.n.v z.g zgn z.s.m a.u.b resp vgl ong incl excl evt eventueel
    aanw vnw bez bijw bnw zn ww afk gem geb overl ged aant eng fr n.a.v o.b.v w.o
    v.l.n.r voorl""",
    numbered="""nr nrs no blz p pp pag art afl fig hfst hfdst dl vol par tab tel
    bijl jg nov dec jan febr feb aug sept okt apr""",
    either="""enz etc e.d e.a v.Chr n.Chr B.V N.V V.O.F Co Chr jr sr jl a.s km kg cm
    min sec mln mld str jan febr feb mrt apr aug sept okt nov dec min max red lat
    vert med""",
    starters="""De Het Een Hij Zij Ze Wij We Ik Jij Je Jullie U Dit Dat Deze Die Er
    Maar En Of Want Dus Toch Echter Toen Als Wanneer Omdat Hoewel Terwijl Nadat
    Voordat Daarna Daarom Daar Hier Nu Vandaag Gisteren Morgen Ook Nog Al Alleen
    Niet Geen Niemand Iemand Iedereen Alles Niets Iets Veel Sommige Andere Alle Elke
    Beide Wat Wie Waar Waarom Hoe Welke In Op Aan Van Voor Met Na Bij Naar Door Over
    Onder Tussen Tegen Zonder Volgens Tijdens Sinds Tot Uit Om Mijn Zijn Haar Hun
    Ons Onze Is Was Waren Heeft Hebben Had Kan Zal Twee Drie Vier Ja Nee Misschien
    Bovendien Uiteindelijk Inmiddels Sindsdien Zo Te""",
    lettered="plan groep vitamine hepatitis klasse type Plan",
)
