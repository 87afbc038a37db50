"""French."""

from factcheck.text.languages.language import language

FRENCH = language(
    "fr",
    titles="""M MM Mr Mrs Mme Mmes Mlle Mlles Me Mes Mgr Mgrs Dr Drs Pr Prs Prof Gal
    Gén Cdt Cne Cap Col Lt Adj Sgt Vve St Ste Sts Stes R.P P S.E S.M S.A.R R Fr Sr
    Vte Cte Mis Bon""",
    leading="""p.ex ex c.-à-d c.à.d cf conf env av apr bd boul bld fg éd ed trad
    coll dir sous-dir i.e id ibid op cit loc chap ill suiv sq not spéc angl lat all
    esp ital adj adv fam fig hist inf sup max min moy resp rééd vs ss mss ms janv
    févr avr juil sept oct nov déc""",
    numbered="""p pp n no nos n° nº art al fig figs vol vols t tom chap ch § sect
    liv pl tél réf par alin ann num f fol col l v janv févr sept oct nov déc""",
    either="""etc Cie Co Sté S.A S.A.R.L S.A.S apr.J.-C J.-C av.J.-C J.C h min s km
    kg m hab Jr ap M.D F F.F N.B P.-S U.R.S.S O.N.U O.T.A.N R.D.C""",
    starters="""Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Tu Ce
    Cet Cette Ces Cela Ça Mais Et Ou Or Donc Ni Car Puis Ensuite Alors Ainsi Aussi
    Enfin Cependant Pourtant Toutefois Néanmoins Quand Lorsque Si Comme Parce
    Puisque Bien Depuis Pendant Après Avant Avec Sans Sous Sur Dans En Par Pour Chez
    Vers Entre Dès Malgré Selon Aujourd Hier Demain Maintenant Ici Là Qui Que Quoi
    Où Comment Pourquoi Combien Quel Quelle Quels Quelles Mon Ma Mes Ton Ta Son Sa
    Ses Notre Votre Leur Leurs Plusieurs Beaucoup Certains Certaines Tous Toutes
    Tout Chaque Aucun Aucune Personne Rien Au Aux À A Est Sont Était Deux Trois
    Quatre Non Oui Même Jamais Toujours Souvent Désormais Peut Voici Voilà Ne Se
    Faut Lui C L D J N S Qu""",
    lettered="plan groupe vitamine hépatite classe type Plan Vitamine Groupe",
)
