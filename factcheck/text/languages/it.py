"""Italian."""

from factcheck.text.languages.language import language

ITALIAN = language(
    "it",
    titles="""Sig Sigg Sig.ra Sig.na Sig.re Sigra Dott Dott.ssa Dr Dr.ssa Prof
    Prof.ssa Proff Avv Ing Arch Geom Rag On Sen Min Pres Gen Col Magg Cap Ten Serg
    Amm Mons Rev Card Don P S SS Ss Sant Spett Gent Egr Ill Ch.mo Cav Comm Uff Gr Fr""",
    leading="""p.es es cfr cf ca vd v i.e ad.es ecc.ti art tel ed trad cit op loc
    ibid id sgg seg segg pag pagg es v.le p.za p.zza c.so l.go circ max min a.k.a
    rif ca lett ingl fr lat ted""",
    numbered="""n nn num nr n° n.ro pag pagg p pp art artt cap capp fig figg vol
    voll tab sez par t tom lib tel c co lett all sg""",
    either="""ecc etc S.p.A S.r.l S.n.c Snc Spa Srl s.p.a s.r.l F.lli Flli a.C d.C
    a.m p.m gen feb mar apr mag giu lug ago sett set ott nov dic sec km kg mq h Jr
    U.S.A N.B V.le C.so P.za""",
    starters="""Il Lo La I Gli Le Un Uno Una Egli Ella Lui Lei Loro Noi Voi Io Tu
    Essi Esse Questo Questa Questi Queste Quello Quella Quelli Quelle Ciò Ma E Ed O
    Però Quindi Dunque Perciò Infatti Inoltre Invece Tuttavia Poi Dopo Prima Quando
    Mentre Se Come Perché Poiché Anche Ancora Già Sempre Mai Solo Oggi Ieri Domani
    Adesso Ora Qui Qua Lì Là Che Chi Cosa Dove Quale Quali Quanto Quanti Nel Nella
    Nei Nelle Negli In Con Per Tra Fra Su Sul Sulla Da Dal Dalla Di Del Della Dei
    Delle A Al Alla Ai Alle Secondo Durante Senza Verso Oltre Molti Molte Alcuni
    Alcune Tutti Tutte Ogni Nessuno Nessuna Niente Mio Mia Suo Sua Suoi Nostro
    Nostra È Era Erano Sono Ha Hanno Fu Furono C Due Tre Quattro Non No Sì Così
    Infine Si Ci Vi Ne L""",
    lettered="piano gruppo vitamina epatite classe tipo Piano",
)
