"""Portuguese."""

from factcheck.text.languages.language import language

PORTUGUESE = language(
    "pt",
    titles="""Sr Sra Srs Sras Srta Dr Dra Drs Dras D Dª Exmo Exma Ilmo Ilma Eng Engª
    Arq Prof Profª Profa Profs Gal Gen Cel Cap Ten Sgt Maj Alm Cmte Com Pe Fr Ir
    Irmã Mons Rev Dep Sen Ver Gov Pres Min Sto Sta S V.Exa Exa""",
    leading="""p.ex ex cf cfr av r pça trav al rod est i.e vs aprox obs ed org orgs
    trad coord op cit ibid id apud etc.e máx mín incl v lat ingl fr port bras esp
    séc tel""",
    numbered="""n no nº n.º n.os núm pág págs p pp fl fls cap caps art arts fig figs
    vol vols t tab sec séc par inc al tel cx ap apto col res""",
    either="""etc Cia Ltda S.A S/A Co a.C d.C a.m p.m jan fev mar abr jun jul ago
    set out nov dez km kg m h min seg hab E.U.A EUA Jr Av N.T P.S Lda""",
    starters="""O A Os As Um Uma Uns Umas Ele Ela Eles Elas Eu Tu Você Vocês Nós
    Este Esta Estes Estas Isto Esse Essa Esses Essas Isso Aquele Aquela Aquilo Mas E
    Ou Nem Porém Contudo Todavia Entretanto Portanto Assim Então Depois Antes Logo
    Agora Hoje Ontem Amanhã Já Ainda Também Além Quando Enquanto Se Como Porque Pois
    Embora Onde Que Quem Qual Quais Quanto Quantos No Na Nos Nas Num Numa Em De Do
    Da Dos Das Com Sem Por Pelo Pela Para Entre Sobre Sob Até Desde Após Segundo
    Conforme Durante Muitos Muitas Alguns Algumas Outros Outras Todos Todas Tudo
    Cada Ambos Nenhum Nenhuma Ninguém Nada Algo Alguém Meu Minha Seu Sua Seus Suas
    Nosso Nossa Ao À Aos Às É Era Eram São Foi Foram Está Há Tem Têm Dois Duas Três
    Quatro Não Sim Nunca Sempre Só Apenas Finalmente Aqui Ali Lá""",
    lettered="plano grupo vitamina hepatite classe tipo Plano",
)
