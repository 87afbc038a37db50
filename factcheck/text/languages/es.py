"""Spanish."""

from factcheck.text.languages.language import language

SPANISH = language(
    "es",
    titles="""Sr Sra Srta Sres Sras Srtas Dr Dra Dres Dras D Dª D.ª Dña Don Ud Uds
    Vd Vds Lic Licda Ing Arq Abg Prof Profa Profª Gral Gen Cap Cnel Col Tte Sgto
    Cmdte Cdte Almte Alte Excmo Excma Ilmo Ilma Rvdo Rdo Mons Fr P Sto Sta Hno Hna
    Mtro Mtra Pdte Pres Sec Dip Sen Gob Ma Mª Fco Insp Cía""",
    leading="""p.ej ej cf cfr v.gr i.e vs aprox esq atte av avda c pza pl pº ctra
    urb dpto depto prov ed trad coord comp intr p EE FF JJ CC RR a.k.a máx mín incl
    núm admón esp lat ing fr nac fall dcha izda""",
    numbered="""núm núms nº n.º n no pág págs p pp cap caps art arts fig figs vol
    vols t tomo sec secc párr ap apdo inc tel tfno tels fax cód col lám ley s ss""",
    either="""Cía Co S.A S.L S.A.U S.R.L C.V etc a.C d.C a.m p.m EE.UU UU OO RR.HH
    JJ.OO FF.AA CC.OO Av Avda cta pta ptas kg km m h min seg ene feb mar abr jun jul
    ago sept oct nov dic s.f n.e N.E a.J.C d.J.C Jr ss Ltda Bs As""",
    starters="""El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Ello Yo Tú
    Usted Ustedes Nosotros Este Esta Estos Estas Esto Ese Esa Esos Esas Eso Aquel
    Aquella Pero Y O Ni Que Quien Quienes Cuando Como Donde Si Sin Con Por Para En
    De Del Desde Hasta Entre Sobre Tras Ante Bajo Según Durante Mediante Aunque
    Porque Pues Luego Entonces Después Antes Ahora Hoy Ayer Mañana Ya Aún Todavía
    También Tampoco Además Asimismo Sin Así Aquí Allí Ahí No Sí Nunca Siempre Muchos
    Muchas Algunos Algunas Otros Otras Todos Todas Cada Ambos Ningún Ninguno Nadie
    Nada Algo Alguien Mi Su Sus Mis Nuestro Nuestra Le Les Se Me Te Nos Al Fue Era
    Es Son Está Están Había Hay Ha Han Hubo Tiene Dos Tres Cuatro Qué Quién Cómo
    Dónde Cuándo Cuál Por Mientras Finalmente Posteriormente Actualmente Sólo Solo
    Buenos Buenas Gracias Espero""",
    lettered="plan opción grupo vitamina hepatitis clase tipo apartado a d Plan",
)
