"""English."""

from factcheck.text.languages.language import language, words

ENGLISH = language(
    "en",
    titles="""Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Rev Revs Fr Hon Pres Sen
    Sens Rep Reps Gov Govs Gen Gens Adm Cmdr Cdr Cmdt Col Cols Maj Capt Cpt Lt Lts
    Sgt Cpl Pvt Pfc Brig Det Insp Supt Amb Mme Mlle Msgr Mgr Sra Srta Hr Mt Mts Ft
    St Ste Dir Chm Atty Asst Assoc Ven Pte Cllr Ald Bp Abp Ens Rt Ph Sec Treas
    Vice-Pres""",
    leading="""e.g i.e eg ie cf vs v viz ca approx esp incl transl f.e c.f w.r.t
    a.k.a aka resp""",
    numbered="""est no nos nr n° nº fig figs vol vols ch chap chaps sec secs art
    arts eq eqs tab app op pt pts par para paras p pp pg pgs ex c ca cir circa d b r
    fl jan feb mar apr jun jul aug sep sept oct nov dec bk bks ed eds ll rs div dist
    apt rm al cl tel ext box bl col ser suppl repr ver""",
    either="""Inc Coll Corp Co Cos Ltd Bros LLC LLP plc PLC Jr Sr Esq etc al Pty
    GmbH Ave Blvd Rd Hwy Pkwy Sq Univ Dept Depts Assn Bldg Inst Acad Lib Ala Ariz
    Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
    Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Jan Feb Mar Apr Aug Sep
    Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun min max avg dept
    dist est misc mo mos yr yrs hr hrs mins secs ft lb lbs oz km cm mm kg sq cu st
    ave rd blvd jr sr co ltd inc corp ed eds trans rev repr Natl Intl Govt govt gov
    mfg mgmt Mfg Mgmt Yahoo Ph.D Ph.Ds M.Phil D.Phil B.Sc M.Sc LL.D LL.B LL.M M.Sc
    Ed.D Psy.D Bt Bart Pres Sen Rep Gov Gen Col Det Dir Chm Treas Sec St Mt Ft Ste
    med appt abbr admin ref refs tech temp vet exec""",
    starters="""The A An He She It They We I You This That These Those But And
    However In On At For His Her Its Their My Our Your There When While If As After
    Before Since Although Though Why How What Who Whose Whom Where Which Then Yet So
    Nor Or Not No Some Many Most Much More Few Fewer Several Nobody None Others
    Other Another Both Each Every Either Neither According To From With Without By
    During Until Once Because Now Today Tonight Yesterday Tomorrow Still Even Just
    Only Also Here Later Earlier Soon Meanwhile Nevertheless Nonetheless Moreover
    Furthermore Instead Thus Hence Therefore Perhaps Maybe Indeed Did Do Does Is Are
    Was Were Has Have Had Can Could Will Would Should May Might Must Let Please
    Under Over Between Among Despite Like Unlike Such One Two Three Four Five Six
    Seven Eight Nine Ten All Any Anyone Nothing Everyone Everybody Everything
    Something Someone Somebody Sales Prices Shares Never Always Often Sometimes
    Millions Billions Thousands Hundreds Dozens Critics Officials Analysts Experts
    Police Voters Supporters Opponents Investigators Prosecutors Researchers
    Scientists Historians Reporters Witnesses Residents Travelers Travellers
    Passengers People Students Workers Voting Asked Through Throughout Within Beyond
    Above Below Across Against Along Amid Around Back Behind Besides Considering
    Depending Except Following Given Including Inside Outside Regardless Unless Upon
    Whatever Whenever Wherever Whether Whoever Thereafter Afterwards Afterward Again
    Almost Already Altogether Anyway Apparently Eventually Finally First Second
    Third Next Last Lastly Otherwise Overall Rather Similarly Surely Thereby
    Together Too Usually Well Yes Everywhere Nowhere That's It's He's Nowadays Back""",
    small_starters="""i i'm i've i'd i'll im ive it it's they they're they've we
    we're we've she he you you're this that's there there's these those the my our
    their his her its what how why when if so but then also please thanks overall
    however definitely""",
    lettered="""Plan Option Type Group Class Part Grade Vitamin Hepatitis Appendix
    Exhibit Schedule Section Figure Team Series Category Level Phase Model Point
    Letter Hall Room Malcolm Act Scene Company Division Line Gate Platform Table
    Chapter Annex Zone Tier Block Route Terminal Wing Chord Note plan option type
    group class part grade vitamin hepatitis appendix exhibit schedule section
    figure team series category level phase model point letter hall room gate zone
    tier terminal chord influenza""",
    months="""January February March April May June July August September October
    November December""",
)

# What follows "5 p.m." within the same phrase.
TIMES = words("""Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays
    Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays January February March
    April May June July August September October November December EST EDT CST CDT
    MST MDT PST PDT GMT UTC BST CET CEST KST JST IST ET PT CT MT Eastern Pacific
    Central Mountain Greenwich Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon
    Tue Tues Wed Thu Thurs Fri Sat Sun Moscow""")

# Names that end in a mark: "the Yahoo! Inc. office".
EXCLAIMING_NAMES = words("""Yahoo Jeopardy Oklahoma Yum Joomla Wham Panic Airplane
    Oliver Hello Which""")

# Names before a numeral that belongs to them: "Said King Henry V. No one replied."
REGNAL_NAMES = words("""King Queen Pope Henry Louis Charles George Edward Richard
    William James Philip Frederick Napoleon Nicholas Alexander Peter Paul Pius John
    Leo Gregory Benedict Urban Innocent Clement Francis Ferdinand Elizabeth Mary
    Catherine Malcolm Emperor Prince Princess Czar Tsar War Elizabeth""")

# Words that begin the sentence after a quotation and are not who spoke.
NO_SPEAKERS = words("""The A An He She It They We You This That These Those But And
    However In On At For His Her Its Their My Our There When While If As Then So
    Nobody No Others Some Many Most Everyone One What Who After Before Later Now""")
