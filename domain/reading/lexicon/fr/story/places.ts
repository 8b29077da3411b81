export const placesFr = {
  to: '',
  accordingBeforeTo: '',
  weakRelatives: '',
  and: 'et',
  between: 'entre',
  beforeNamedPlace: '',
  beforeBareName: 'village axe tronçon',
  loyalTo: 'proche proches',
  armedGroups: 'groupe groupes milice milices mouvement mouvements',
  backedOrBased: '',
  cameFrom: '',
  have: 'a ont',
  aOnt: 'a ont',
  statements: 'selon savoir point',
  accordingTo: 'selon',
  speaking: 'accuse nie dément rejette conteste affirme soutient parle évoque assure dit estime',
  inAreas: 'en au dans',
  pronouns: 'y',
  definite: 'la le cette ce cet l sa',
  relatives: 'qui que qu',
  of: 'de du d des l',
  beforeQuarter: 'de du d des la le l et',
  isSituated: 'est situé située trouve n',
  afterNamedPlace: '',
  spoke:
    'déclaré annoncé affirmé indiqué confirmé expliqué précisé lu lue publiée joint jointe joints jointes contacté contactée contactés interrogé interrogée rencontré rencontrée',
  toldWhom: 'lors d une conférence de presse aux journalistes par téléphone',
  departs: 'parti partis partie parties quitté quittent quitte part partent partaient',
  bound: 'pour',
  speakers: `
    porte parole hôpital gouverneur maire administrateur habitant correspondant médecin chef notable
    journaliste basé basée basés ambassade coordonnateur ministère ministre sommet président représentant
    evêque prêtre`,
  motions: `
    vers fui fuir fuient déplacés route direction depuis jusqu rejoindre regagner menant km kilomètres`,
  sayers: 'source sources joint déclaré joints interrogé téléphone telephone',
  objectEnds: `
    après lors par avec pour depuis quand qui que qu dont alors tandis avant sans selon malgré où afin
    lorsque contre dans à au aux`,
  joints: `
    et ou la le les l de du des d localité localités cité village centre ville ainsi que groupement bourg
    agglomération agglomérations puis`,
  ground: `
    ville villes localité localités cité cités agglomération agglomérations territoire position positions
    base bases camp camps mine mines colline collines aéroport aérodrome pont poste caserne carrière
    carrières site sites verrou bourg bourgade chef groupement quartier quartiers entité village villages y
    contrôle bastion bastions gouvernorat`,
  towns: 'ville localité cité village agglomération entité bourg place mine y lieu',
  prepositions: 'après avant dans à au aux près vers en depuis entre sur sous de du des d l',
  namers: `
    village cité ville localité centre capital agglomération commune site aéroport mine mines base camp
    bourg quartier groupement port colline pêcherie presqu île prison caserne garnison barrage poste entité
    hameau`,
  quarters: `
    quartier quartiers commune communes arrondissement arrondissements marché rond avenue cellule`,
  settlements: 'localité cité ville bourg bourgade carrière',
  locatives: 'à dans devant',
  ontoPlaces: 'sur contre de d',
  areas: '',
  linking: 'de d du la',
  classes: `
    village camp site mine base poste hauteur zone position positions île commune localité cité ville hameau quartier secteur groupement colline
    carrière bourg bourgade agglomération près chefferie caserne minier hôpital église marché temple
    aéroport abords alentours aurifère villages localités cités camps hameaux sites quartiers vallée forêt commissariat plaine gare coopérative`,
  noPlaces: `
    islam ramadan parlement nations sahel nord sud est ouest etat état eglise église afrique europe asie
    union rivière mont general swahili`,
};
