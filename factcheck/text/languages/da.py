"""Danish, and Norwegian, which writes its short forms in the same way."""

from factcheck.text.languages.language import language

_TITLES = """hr Hr fr Fr frk Frk Dr dr prof Prof lic mag cand stud jur med phil
    polit scient pol oecon teol kgl Kgl Skt skt St gen kapt løjtn pastor ing Mr Mrs"""
_LEADING = """f.eks fx feks bl.a dvs d.v.s jf jfr mht m.h.t mv.i pga p.g.a ifm ift
    ifølge ca cirka evt inkl ekskl hhv iht i.h.t m.a.o mao p.t pt s.k såk såkaldt
    vedr vha v.h.a o.lign udg overs opr ty gr egtl vs forf kl maks nuv tlf t.eks
    t.o.m f.o.m eksempelvis bl bla kap sml alm bibl ass"""
_NUMBERED = "nr nr no s side bd bind kap stk art fig tab afsn § kl tlf årg vol st pkt"
_EITHER = """etc osv o.s.v mv m.v m.m mm o.l o.a u.a e.Kr f.Kr e.v.t A/S ApS a.m p.m
    kr mio mia mill mrd km kg m min sek jan feb apr aug sept okt nov dec U.S.A U.S
    U.K E.U co Co ltd st rd jr sr div t.h t.v m.fl bl.andet ggr ca min max red eng
    lat adm sek ang tilsv"""
_STARTERS = """Det Den De Der Dette Denne Disse Han Hun Jeg Du Vi I Man En Et Men Og
    Eller Så For Da Når Hvis Fordi Selvom Mens Efter Før Siden Under Over I På Til
    Fra Med Af Om Ved Mod Uden Ifølge Nu Her I Også Ikke Ingen Alle Mange Nogle
    Andre Hver Begge Hvad Hvem Hvor Hvorfor Hvordan Hvornår Hvilken Min Din Hans
    Hendes Vores Deres Sin Er Var Har Havde Kan Skal Vil Hun Dog Derfor Derefter
    Desuden Endelig Senere To Tre Fire Ja Nej Hvad Which It He She They We The This
    That How There Etter Noen Hva Hvordan Ikke"""

DANISH = language(
    "da",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    starters=_STARTERS,
    months="""Januar Februar Marts April Maj Juni Juli August September Oktober
    November December""",
    ordinals=True,
    before_ordinals="den d på i til fra den det Den På",
)

NORWEGIAN = language(
    "no",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    starters=_STARTERS,
    ordinals=True,
    before_ordinals="den på i til fra det Den",
)
