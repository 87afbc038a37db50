"""Lists of words: short forms that take a full stop, and words that begin sentences."""


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# A name follows: "Dr. Kim".
TITLES = _words(
    """Mr Mrs Ms Mx Dr Prof Rev Fr Hon Pres Sen Sens Rep Reps Gov Govs Gen Adm Cmdr Col
    Maj Capt Cpt Lt Sgt Cpl Pvt Brig Det Insp Supt Amb Sr Sra Mme Mlle Msgr Mt Ft St
    Messrs Dir Chm Atty Asst Assoc Gens Drs Profs Ven Pte Cllr Ald"""
)

# Titles that also end sentences, "Father Sr."; the base library decides these.
SOFT_TITLES = _words("Col Gen Rep Gov Sr Det Dir Jr")

# A number follows, in lower case: "No. 5", "Jan. 15".
NUMBERED = frozenset(
    word.lower()
    for word in _words(
        """No Nos Fig Figs Vol Vols Ch Chap Sec Secs Art Arts Eq Eqs Tab App Op Pt Par
        para p pp pg Ex Nr N° Nº ca c cir approx est d b r fl al Jan Feb Mar Apr Jun Jul
        Aug Sep Sept Oct Nov Dec Bk ed eds ll rs div dist apt rm"""
    )
)

# The sentence always goes on: "e.g. Beijing".
FORWARD = _words(
    "e.g i.e cf vs v viz ca approx esp incl eg ie fig figs vol nos pp transl"
)

# Both are usual: "Nike Inc. CEO", "He joined Nike Inc. She left."
AMBIGUOUS = _words(
    """Inc Corp Co Cos Ltd Bros LLC plc Jr Sr Esq etc al Ave Blvd Rd Hwy Univ Dept Assn
    Bldg Calif Mass Conn Fla Ala Ariz Ark Colo Del Ill Ind Kan Mich Minn Miss Mont Neb
    Okla Penn Tenn Tex Wash Sept Tues Thurs approx dept avg mins Natl Intl Govt govt
    trans blvd corp Yahoo"""
)

# Words that begin a sentence more often than they follow an abbreviation.
STARTERS = _words(
    """The A An He She It They We I You This That These Those But And However In On At
    For His Her Its Their My Our Your There When While If As After Before Since Although
    Though Why How What Who Whose Where Which Then Yet So Nor Or Not No Some Many Most
    Few Nobody None Others Other Another Both Each Every Either Neither According To
    From With Without By During Until Once Because Now Today Yesterday Still Even Just
    Only Also Here Later Earlier Meanwhile Nevertheless Moreover Furthermore Instead
    Perhaps Maybe Indeed Did Do Does Is Are Was Were Has Have Had Can Could Will Would
    Should May Might Must Let Please Under Over Between Among Despite Like Unlike Such
    One Two Three All Any Nothing Everyone Everything Something Someone Sales Prices
    Shares Never Always Often"""
)

# A single letter after these is a name of its own: "Plan B. The".
LETTERED = _words(
    """Plan Option Type Group Class Part Grade Vitamin Hepatitis Appendix Exhibit
    Schedule Section Figure Team Series Category Level Phase Model Point Letter Hall
    Room plan option type group class part grade vitamin hepatitis appendix exhibit
    schedule section figure team series category level phase model point letter and or
    to than with a an the"""
)

# What follows "5 p.m." within the same phrase.
TIMES = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December EST EDT CST PST PDT
    GMT UTC KST JST CET Eastern Pacific Central"""
)

# Words that begin the sentence after a quotation and are not who spoke.
NO_SPEAKERS = _words(
    """The A An He She It They We You This That These Those But And However In On At For
    His Her Its Their My Our There When While If As Then So Nobody No Others Some Many
    Most Everyone One What Who"""
)

# Words after "By" that begin a title or a time, not an author's name.
NO_AUTHORS = _words(
    """A All Any Dawn Day Design Friday His Her Its January February March April June
    July August September October November December Means Monday My Night Our Saturday
    Sunday That The Their Then These This Those Thursday Tuesday Us Way Wednesday Which
    Whom Your"""
)

# Abbreviations that never end a sentence in one language only, by its subtag.
BY_LANGUAGE = {
    "de": _words(
        """z.B u.a d.h bzw ca vgl Nr Hr Fr Frl Dr Prof Abb Abs Art Bd Bsp Co dgl evtl
        ggf inkl Jh Kap Mio Mrd o.ä s.o s.u sog St Std Str Tel u.U v.a v.Chr z.T zzgl"""
    ),
    "es": _words(
        """Sr Sra Srta Sres Dr Dra D Dña Ud Uds Lic Ing Prof Profa Gral Cap Cía Av Avda
        núm pág págs p.ej Vd Vds Excmo Excma Mons Sto Sta"""
    ),
    "fr": _words("M MM Mme Mmes Mlle Me Mgr Dr Pr St Ste av bd cf env éd fig p.ex"),
    "it": _words("Sig Sigg Dott Prof Avv Ing Arch Geom On pag pagg es p.es ca cfr S"),
    "nl": _words("dhr mevr mw dr drs ir mr prof bijv bv ca nr blz t.a.v o.a d.w.z"),
    "pt": _words("Sr Sra Srta Dr Dra Prof Profa Exmo Exma Eng Av pág p.ex núm"),
}
