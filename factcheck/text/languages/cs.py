"""Czech and Slovak."""

from factcheck.text.languages.language import language

_TITLES = """p P pí Ing ing Mgr mgr Bc Dr dr Doc doc Prof prof MUDr JUDr RNDr PhDr
    PaedDr MVDr ThDr akad arch gen plk pplk mjr kpt npor por sv Sv Mons bl o st ml"""
_LEADING = """např napr tzv tj t.j resp cca ca popř popr mj m.j vč atp.a zejm zvl
    viz vs pozn red překl prel vyd angl něm nem lat fr rus slov čes řec roz orig kol
    ul nám nám okr tel max min t.č tzn t.zn zn hl vl býv bývalý spol abs s r spol.s"""
_NUMBERED = "č čís str s sv odst kap obr tab roč ods písm čl tel bod § par"
_EITHER = """atd atp apod ap aj a.s s.r.o o.s v.o.s n.l n.m př.n.l n.l p.n.l pr.n.l
    tis mil mld hod min sek km kg m Kč Sk st r l z.s k.s o.z o o z"""
_STARTERS = """Ten Ta To Ti Ty On Ona Ono Oni Já Jsem Je Jsou Byl Byla Bylo Byli Ale
    A I Nebo Však Proto Potom Pak Teď Dnes Včera Zítra Už Ještě Také Taky Když Pokud
    Protože Že Jak Co Kdo Kde Kdy Proč Kolik Jaký Jaká V Ve Na Do Z Ze Od Po Před
    Při Pro Bez Nad Pod Mezi Přes Za O S Se Podle Během Každý Všichni Vše Mnoho
    Někteří Jiní Jeden Dva Dvě Tři Ne Ano Nikdo Nic Jeho Její Jejich Můj Moje Náš
    Naše Tam Tady Zde Nakonec Som Sú Bol Bola Bolo Boli Alebo Avšak Preto Potom
    Teraz Dnes Včera Už Ešte Tiež Keď Ak Pretože Ako Čo Kto Kde Kedy Prečo Tento
    Táto Toto Podľa Počas Každý Všetci Nie Áno Ja Pred Pri Cez"""

CZECH = language(
    "cs",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    starters=_STARTERS,
    ordinals=True,
    before_ordinals="v ve na do od po dne Dne V Od Do ten ta to za a",
)

SLOVAK = language(
    "sk",
    titles=_TITLES,
    leading=_LEADING,
    numbered=_NUMBERED,
    either=_EITHER,
    starters=_STARTERS,
    months="""Januára Februára Marca Apríla Mája Júna Júla Augusta Septembra Októbra
    Novembra Decembra""",
    ordinals=True,
    before_ordinals="v vo na do od po dňa Dňa V Od Do ten tá to za a",
)
