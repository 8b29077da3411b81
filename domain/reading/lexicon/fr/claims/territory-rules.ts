export const territoryRulesFr = {
  back: '',
  out: '',
  thereBefore: 'y',
  lost: 'perdu perdue perdus perdues',
  bareHolding: 'sous aux entre',
  remaining: 'reste restent restait toujours encore demeure restaient demeurent demeurait demeuraient',
  again: 'nouveau',
  formerly: 'précédemment jadis',
  taking:
    'pris prise prises prend prennent prendre prit prirent prenant repris reprend reprise reprises reprennent reprit reprirent reprendre',
  partsOfObject:
    'la le les l de du d des cité ville village villages localité localités agglomération important importante stratégique minière groupement chef lieu bourg colline base camp port aéroport aérodrome centre centrale commune quartier quartiers grande deuxième deux trois quatre aussi',
  relatives: 'que qu',
  towns: 'cité ville localité village centre commune',
  mines: 'mine mines carrière carrières',
  into: 'dans à au aux en',
  headingFor: 'vers pour',
  outOf: 'de du d des',
  of: 'de des du d',
  betweenThingAndPlace:
    'à au aux dans en près autour de du d la le l les cité ville village localité sortie entrée périphérie centre capitale plein cœur',
  holding: 'contrôlent occupent tient tiennent contrôle occupe',
  now: 'désormais maintenant',
  fromNowOn: 'désormais maintenant dorénavant',
  fleeing: 'personnes civils habitants familles villageois milliers centaines population',
  pronouns: 'ils il elle elles qui lesquels nous et y on s hommes groupe mouvement alliance coalition',
  buildings: `
    prison école maison église hôpital hôtel bâtiment forêt bureau bureaux pourparlers négociations vigueur
    lycée université temple mosquée marché`,
  thence: 'en',
};
