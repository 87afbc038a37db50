"""German to build essays from: sentences with gaps, and what fills them."""
# ruff: noqa: E501, RUF001 - one sentence a line, as it is set

SPACE = " "
TEMPLATES = """
Im Jahr {year} zog {person} von {city} nach {city} und eröffnete dort {shop}.
Die Zeitung „{paper}“ meldete, dass {number} {people} bis {month} {year} ihre Arbeit verloren hatten.
{person} bestritt den Vorwurf nie, nannte ihn aber „{slogan}“.
In {city} weiß niemand mehr, wer {place} bezahlt hat.
Nach Angaben der Behörde stimmten {share} Prozent der {people} gegen den Plan.
Das war ein Fehler, und alle wussten es.
„{slogan}“, sagte {person}, seit {year} im Amt.
Man baute {place} im Jahr {year} für {number} {people}, und schon im {month} brannte alles ab.
Die Preise für {thing} stiegen zwischen {month} und {month} um {share} Prozent.
Warum wartete {person} bis {month}?
{city} hat mehr {people} als {city}, obwohl die Stadt kleiner ist.
Kritiker weisen darauf hin, dass allein für {thing} {number} Euro ausgegeben wurden.
Ich habe immer geglaubt, dass {person} Besseres verdient hätte.
Ende {year} war {shop} geschlossen, {place} stand leer, und {number} {people} suchten Arbeit.
In {city} geschah dasselbe.
Seit {year}, als {person} den Vertrag unterschrieb, verkauft {city} jährlich {number} Tonnen {thing}.
Eine Untersuchung aus {city} ergab, dass {people} mit {thing} länger leben.
Die Rede dauerte {share} Minuten – „{paper}“ druckte sie vollständig.
Aber das ist nicht die ganze Geschichte.
Die Behörde dementierte (wie immer), und {person} trat im {month} zurück.
Zwei Drittel der {people} waren außerhalb von {city} geboren.
Ohne {thing} hätte {shop} den Winter {year} nicht überstanden.
Niemand wurde verletzt.
Am {share}. {month} {year} veröffentlichte das Ministerium {number} Seiten über {thing}.
Wir sollten nicht vergessen, wie man die {people} in {city} behandelt hat.
"""
FRESH = """
Meine Großmutter führte eine Liste aller Händler, mit denen sie gestritten hatte.
Weniger als {number} Exemplare sind erhalten, die meisten in privater Hand.
Stimmen die Zahlen, so besaß jede {share}. Familie einen Anteil daran.
Beginnen wir mit dem, was sich messen lässt.
{person} und {person} trafen sich zweimal, zuletzt auf einer Fähre bei {city}.
Historiker streiten über das Datum; {year} gilt als wahrscheinlich.
Das Archiv verzeichnet {number} Briefe, die Hälfte davon ist verschollen.
Solche Argumente überzeugen nur, wer überzeugt werden will.
Ein Gesetz von {year} verbot den Verkauf am Sonntag.
"""
FILLERS = {
    "person": "Anna Brück|Thomas Rehm|Frau Özdemir|Richter Lindner|Heinrich Vahl|"
    "Dr. Marx|Rosa Tellkamp|der Bürgermeister|Oberst Weißbach|Grete Odenthal",
    "city": "Lübeck|Graz|Zürich|Kassel|Görlitz|Münster|Basel|Linz|Würzburg|Emden",
    "place": "den Hafen|die alte Mühle|das Rathaus|den Bahnhof|den botanischen "
    "Garten|das Schwimmbad|die Nordbrücke|den Fischmarkt",
    "shop": "eine Bäckerei|eine Druckerei|die Apotheke|ein Fahrradgeschäft|die "
    "Teestube|eine Buchhandlung",
    "thing": "Kohle|Salz|Regenschirme|billiges Glas|Bienenstöcke|Papier|Weizen|"
    "Kupferdraht|gebrauchte Klaviere|Ziegel",
    "people": "Hafenarbeiter|Rentner|Weber|Studenten|Pfleger|Straßenbahnfahrer|"
    "Bauern|Lehrlinge|Wähler",
    "paper": "Der Kurier|Abendpost|Morgenstern|Stadtanzeiger",
    "slogan": "Nie wieder|ein Sturm im Wasserglas|Brot vor Steinen|Wir schulden "
    "niemandem etwas|der Preis des Fortschritts",
    "month": "Januar|März|April|Juni|August|Oktober|Dezember",
}
JOINT, SPLIT_JOINT = (", und",), ". "
OPENERS = ["Übrigens: ", "Kurz gesagt: ", "Noch einmal: "]
CLOSERS = [", heißt es", ", so erzählt man", " – angeblich"]
