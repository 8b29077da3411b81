export const countsFr = {
  nobody: '',
  no: '',
  one: '',
  withoutAny: '',
  zero: '',
  without: 'sans',
  life: 'vie',
  nobodyBeforeNe: 'personne',
  ne: 'n ne',
  not: 'pas',
  making: 'faire',
  beforeDays: 'le',
  nameEnds:
    "dans a au aux sur de des du d par avec et ou ont a sont est ete etaient etait furent qui que qu dont lors pendant pres autour depuis ce cette ces hier aujourd'hui la le les l un une leur leurs ses son sa en pour parmi entre mais sans sous y s se n ne",
  owners: 'les ses leurs ces',
  any: '',
  beforeNobody: '',
  none: 'aucune aucun',
  ofNone: 'de d',
  aged: '',
  ageJoints: ', et',
  agesEnd: 'ans',
  hyphenUnits: 'an ans km',
  hours: 'h',
  beforeYears: 'en depuis de fin debut annee',
  of: 'de d des',
  more: 'nouveaux nouvelles',
  ofThe: 'les ses leurs ces',
  ageUnits: '',
  ofThem: 'd',
  them: 'entre',
  including: 'dont notamment compris',
  amongThem: 'lesquels lesquelles eux elles',
  among: "parmi d'entre entre",
  people: `
    son personne civil civile militaire soldat rebelle combattant milicien villageois habitant mineur
    creuseur ouvrier enfant femme homme fille garcon bebe nourrisson officier policier gendarme casque
    insurge assaillant manifestant agriculteur cultivateur paysan commercant chauffeur passager etudiant
    eleve enseignant medecin infirmier infirmiere detenu refugie deplace membre chef commandant colonel
    capitaine lieutenant garde gardien ecogarde employe agent travailleur humanitaire famille parent frere
    soeur pere mere fils epouse epoux mari victime autre autres notable pasteur pretre abbe jeune vieillard
    adulte bandit terroriste jihadiste djihadiste islamiste ressortissant citoyen congolais congolaise
    rwandais burundais ougandais otage ame pecheur eleveur motard gouverneur ministre depute activiste
    opposant voleur element wazalendo maimai`,
  things: `
    km m ha kg maison case habitation hutte batiment ville localite village position ecole hopital eglise
    marche boutique vehicule camion voiture moto pirogue bateau avion helicoptere arme fusil bombe obus
    roquette vache boeuf chevre mouton poule animaux animal gorille metre tonne heure minute jour journee
    semaine mois an annee fois dollar attaque affrontement pays groupe article bataillon regiment secteur
    groupement route pont frontiere balle tente menage betail champ carre cas point kilo kilogramme`,
  namers: `
    route rn resolution article no n° numero loi decret bloc section camp point cote pk km unite brigade axe
    groupe covid carre h $ € £ usd fc version g`,
};
