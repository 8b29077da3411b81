export const personsFr = {
  firstNames: `
    adele adolphe aimable alain alexandre alphonse ambroise anne antoine armel augustin aurore barbara barnabe
    baudouin benoit bintou boniface celestin celine chantal christophe claire clement corneille cyprien cyrille deo
    desire didier dieudonne dominique donatien edmond edouard elie eliezer emile esperance etienne eugene evariste
    ezechiel fabien fabrice faustin felicien fidele filip florent francine franck francois frederic gaspard gaston
    gedeon georges germain ghislain guillaume gustave henri herve hilaire honore isabelle jacques jean jeanne
    jeremie jerome josue jules julien juvenal laurent lea luc lucie lucien ludovic marcelin marie mathieu moise
    nestor nicolas noe olivier omar patrice pierre placide pontien ramazani remy rene sebastien serge simone solange
    sosthene stanislas stephane suzanne sylvain sylvestre theophile therese thierry timothee urbain valerie venant
    veronique vianney victoire virginie yves zacharie`,
  titles: `
    president general colonel major lieutenant capitaine commandant marechal ministre gouverneur maire bourgmestre
    senateur professeur docteur eveque archeveque abbe pere pasteur pape roi reine juge ambassadeur analyste
    militant journaliste monsieur madame mademoiselle mgr me maitre rebelle leader milice prince saint st`,
  kin: 'fils fille frere pere epouse veuve',
  speech: `
    declare dit affirme explique ajoute annonce precise souligne indique estime accuse dement confirme reagit`,
  auxiliaries: 'a',
  indefinite: 'un une',
  occupations: `
    commercant commercante negociant negociante homme femme marchand marchande chanteur chanteuse musicien musicienne
    acteur actrice enseignant enseignante professeur etudiant etudiante eleve medecin docteur infirmier infirmiere
    ingenieur avocat avocate journaliste photographe militant militante activiste cultivateur agriculteur eleveur
    creuseur mineur chauffeur motard mecanicien soldat policier policiere officier gardien pasteur pretre politicien
    depute footballeur athlete cuisinier tailleur pecheur chasseur comptable`,
  followers: `
    aeroport universite hopital prison stade route axe pont port mine mines territoire province ville village
    district sante central centre nord sud est ouest et a`,
};
