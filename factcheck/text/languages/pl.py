"""Polish."""

from factcheck.text.languages.language import language

POLISH = language(
    "pl",
    titles="""p P pp dr Dr prof Prof mgr Mgr inż Inż hab doc lek mec red gen Gen płk
    ppłk mjr kpt por ppor sierż kpr adm ks Ks o św Św bp abp kard br s im al ul pl
    os St śp Min zw""",
    leading="""np m.in tzn tj tzw ok wg por zob ww jw ds pt tłum przeł wyd oprac red
    łac ang niem franc ros gr bałt pol hiszp wł czes słow daw pierw właśc dosł przyp
    ur zm ur wł woj pow gm mies tel szt kier ob zool med techn""",
    numbered="""nr s str t tom rozdz rys tab art ust pkt par poz zał r w l lp § ryc
    z""",
    either="""itd itp in r w n.e p.n.e zł gr tys mln mld godz min sek km m cm kg S.A
    Sp.z Sp.z.o.o o.o spółka co Jr Sr cdn ib jr sr wlkp min maks bot""",
    starters="""Ten Ta To Te Ci On Ona Ono Oni One My Wy Ja Ty W We Na Z Ze Do Od Po
    Przed Przy Dla Bez Nad Pod Między Przez Za O Ale I A Lub Albo Jednak Więc
    Dlatego Potem Następnie Wtedy Teraz Dziś Dzisiaj Wczoraj Jutro Już Jeszcze Także
    Również Też Jeśli Jeżeli Gdy Kiedy Kiedyś Choć Chociaż Ponieważ Bo Że Żeby Aby
    Tak Jak Co Kto Gdzie Dlaczego Ile Jaki Jaka Jakie Wszyscy Wszystko Każdy Wiele
    Wielu Niektórzy Inni Jeden Jedna Dwa Dwie Trzy Nie Nikt Nic Jego Jej Ich Mój
    Moja Nasz Nasza Swój Był Była Było Byli Jest Są Tam Tu Tutaj Podczas Według
    Oprócz Ostatecznie Wreszcie""",
    ordinals=True,
    before_ordinals="""w na do od po o przed na i oraz z ten ta to tego tej W Na Od
    Po Do dnia Dnia""",
)
