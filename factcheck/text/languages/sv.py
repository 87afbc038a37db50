"""Swedish."""

from factcheck.text.languages.language import language

SWEDISH = language(
    "sv",
    titles="""hr Hr fr Fr dr Dr prof Prof doc fil med jur tekn teol ekon kand mag
    lic ing kapt gen öv löjtn St S:t S:ta Mr Mrs""",
    leading="""t.ex tex bl.a dvs d.v.s fr.o.m t.o.m p.g.a pga m.a.o s.k ev resp jfr
    jmf ca c:a inkl exkl enl f.d f.n f.ö i.st.f vs m.h.a på.g.a tr övers red utg eng
    ty lat urspr eg sdr äv bl""",
    numbered="nr s sid kap bd art fig tab st kl tel § årg vol mom",
    either="""osv o.s.v etc m.m m.fl o.d o.dyl e.d f.Kr e.Kr kr mkr milj mdr km kg m
    min sek jan febr feb apr aug sept okt nov dec d.y d.ä""",
    starters="""Det Den De Detta Denna Dessa Han Hon Jag Du Vi Ni Man En Ett Men Och
    Eller Så För Då När Om Eftersom Medan Efter Före Sedan Under Över I På Till Från
    Med Av Vid Mot Utan Enligt Nu Här Där Också Inte Ingen Alla Många Några Andra
    Varje Båda Vad Vem Var Varför Hur Vilken Min Din Hans Hennes Vår Deras Sin Är
    Har Hade Kan Ska Vill Dock Därför Därefter Dessutom Slutligen Senare Två Tre
    Fyra Ja Nej""",
)
