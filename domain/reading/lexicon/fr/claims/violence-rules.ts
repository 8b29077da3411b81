export const violenceRulesFr = {
  fire: '',
  combatGear: '',
  combat: 'combat',
  fleeing: 'par fuyant fuir fui fuient',
  fled: 'fuyant fuir fui fuient',
  beforeFighting: 'les des la l de d ces violents',
  blamed:
    'attribuées attribuée attribués attribué imputées imputée imputés imputé revendiquées revendiquée revendiqués revendiqué présumées présumée présumés présumé',
  shots: 'réelles balle balles tirs',
  means:
    'attaque attaques attaqué affrontements combats tirs balles balle embuscade machette machettes bombe obus massacre incursion fusillade exécuté exécutés assaillants lance couteau blanche attaquée attaqués attaquées exécutée exécutées',
  anyDeath: 'ont a est sont fait faisant péri périr laissé',
  bodies: 'corps cadavres dépouilles',
  wounds:
    'ligotés ligotées ligoté machette machettes balle balles décapités décapité égorgés égorgé criblés poignardés exécutés',
  blazes: 'incendie',
  beforeFire: '',
  dyingVerbs: 'ont a sont est',
  blows: 'raid raids massacre attaque attaques incursion assaut',
  bands: 'bande bandes gang hommes groupe groupes éléments colonne ils mercenaires qui',
  animals: 'vache vaches éléphant éléphants gorille gorilles animaux chèvres arbre arbres',
  scuffles: 'échauffourée échauffourées heurts',
};
