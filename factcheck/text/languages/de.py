"""German."""

from factcheck.text.languages.language import language

GERMAN = language(
    "de",
    titles="""Fa Hr Hrn Fr Frl Dr Dres Prof Ing Dipl Mag Frhr Gf Hzg Kg Kard Rev Gen
    Maj Hptm Lt Sr Br Med Jur phil med jur rer nat theol habil h.c""",
    leading="""z.B u.a d.h bzw ca vgl zzgl zz evtl ggf ggfs inkl exkl insb insbes
    sog i.d.R i.e i.S i.A i.V u.U v.a v.Chr n.Chr o.ä o.g s.o s.u u.ä z.T z.Zt z.Hd
    m.E m.W gegr eigtl einschl entspr etw exkl österr schweiz allg bes bsp abk
    allerd ausschl resp svw übers hrsg hg sc betr bezügl zw königl kath""",
    numbered="""nr nrn abb abs art bd bde bsp kap s ss str tel tab teil vers ziff
    anm aufl ausg bl h lfg jg jh sp zl zit lit randnr rn rz fn""",
    either="""Co Ges mbH GmbH AG e.V usw u.s.w u.v.m etc usf ff f Mio Mrd Tsd Std
    Min Sek Jh Jhd Jan Febr Feb Apr Aug Sept Okt Nov Dez Mo Di Mi Do Sa So Str dgl
    Chr Inh max min mind sen jun ev eig lat gr dt franz engl geb gest verh ehem res
    lit z d s u n v i o m e a""",
    starters="""Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich
    Du Ihr Man Dies Diese Dieser Dieses Diesem Jene Jener Und Aber Oder Doch Denn
    Sondern Auch Als Wenn Weil Da Damit Dann Danach Daher Deshalb Dort Hier Heute
    Gestern Morgen Jetzt Nun Nur Noch Schon So Seit Nach Vor Bei Mit Von Vom Zu Zum
    Zur Im In An Am Auf Aus Für Durch Gegen Ohne Um Über Unter Zwischen Während
    Trotz Wegen Obwohl Viele Alle Einige Manche Niemand Jeder Jede Jedes Kein Keine
    Was Wer Wie Wo Warum Wann Welche Ist Sind War Waren Hat Haben Hatte Kann Mein
    Meine Sein Seine Ihre Ihren Unser Unsere Trotzdem Außerdem Allerdings
    Schließlich Zuerst Später Bald Inzwischen Zwei Drei Vier Nicht Nichts Ja Nein
    Dabei Dazu Darum Darauf Insgesamt Bis Ab Beide""",
    months="""Januar Jänner Februar März April Mai Juni Juli August September
    Oktober November Dezember Jahrhundert Jahrhunderts Jahrhunderte Jahrtausend
    Weltkrieg Weltkriegs Weltkrieges Bundesliga Liga Klasse Stock Etage Kapitel
    Jahrestag Geburtstag Platz Rang Runde Auflage Band Teil Tag Woche Jahr Mal
    Semester Halbzeit Minute Spieltag Wahlperiode FC Sinfonie Symphonie Bezirk Armee
    Division Jan Feb Apr Aug Sept Okt Nov Dez""",
    ordinals=True,
    before_ordinals="""der die das dem den des am im vom zum zur beim bis seit und
    ein eine einen einem einer ab sein seine seinen seinem ihr ihre ihren unser
    jeder jede jedes dieser diese dieses Der Die Das Am Im Vom Zum Seit Ab Bis
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag""",
)
