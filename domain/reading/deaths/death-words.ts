import type { Language } from '../text/text.ts';

export type DeathsKind = 'killed' | 'injured' | 'displaced' | 'abducted' | 'arrested';

/**
 * How a word takes those it speaks of. `participle`: "killed", "tués" (who, before or after it, by voice). `object`:
 * "killing", "tuant" (after it). `subject`: "died", "péri" (before it). `noun`: "35 dead", "the killing of 35".
 * `zero`: "casualties", "victimes": read only where there are none.
 */
type CueForm = 'participle' | 'object' | 'subject' | 'noun' | 'zero';
export type Cue = { kind: DeathsKind; form: CueForm };

function cues(kind: DeathsKind, form: CueForm, words: string): [string, Cue][] {
  return words.split(' ').map((word) => [word, { kind, form }]);
}

/** French participles in all four forms: "tue" gives "tues", "tuee", "tuees". */
function agreeing(stems: string): string {
  return stems
    .split(' ')
    .map((stem) => `${stem} ${stem}e ${stem}s ${stem}es`)
    .join(' ');
}

/** Words in the tokens' plain form. */
export const cueWords: Record<Language, ReadonlyMap<string, Cue>> = {
  en: new Map([
    ...cues(
      'killed',
      'participle',
      'killed slain murdered massacred executed beheaded decapitated lynched assassinated slaughtered butchered',
    ),
    ...cues(
      'killed',
      'object',
      'killing kill kills murdering massacring executing beheading slaughtering slaughter',
    ),
    ...cues('killed', 'subject', 'died die dies dying perished drowned'),
    ...cues(
      'killed',
      'noun',
      'dead deaths death fatalities fatality bodies corpses massacre murder execution killings lives',
    ),
    ...cues('killed', 'zero', 'casualties casualty victims'),
    ...cues('injured', 'participle', 'wounded injured hurt maimed'),
    ...cues('injured', 'object', 'wounding injuring'),
    ...cues('injured', 'noun', 'injuries'),
    ...cues('displaced', 'participle', 'displaced uprooted'),
    ...cues('displaced', 'object', 'displacing'),
    ...cues('displaced', 'subject', 'fled flee fleeing'),
    ...cues('abducted', 'participle', 'abducted kidnapped'),
    ...cues('abducted', 'object', 'abducting kidnapping'),
    ...cues('abducted', 'noun', 'hostages hostage abductees captives abduction'),
    ...cues('arrested', 'participle', 'arrested detained captured apprehended imprisoned jailed'),
    ...cues('arrested', 'object', 'arresting detaining capturing'),
    ...cues('arrested', 'noun', 'prisoners arrests detainees arrest'),
  ]),
  fr: new Map([
    ...cues(
      'killed',
      'participle',
      agreeing('tue assassine abattu massacre egorge decapite lynche fusille execute'),
    ),
    ...cues('killed', 'object', 'tuant tuent tuer assassinant massacrant executant'),
    ...cues('killed', 'subject', `peri succombe perissent ${agreeing('decede')}`),
    ...cues(
      'killed',
      'noun',
      'mort morts morte mortes corps cadavre cadavres depouilles deces assassinat meurtre execution massacres vies vie',
    ),
    ...cues('killed', 'zero', 'victime victimes perte pertes'),
    ...cues('injured', 'participle', agreeing('blesse')),
    ...cues('injured', 'object', 'blessant'),
    ...cues('displaced', 'participle', agreeing('deplace')),
    ...cues('displaced', 'subject', 'fui fuit fuient'),
    ...cues('abducted', 'participle', agreeing('enleve kidnappe')),
    ...cues('abducted', 'object', 'enlevant kidnappant'),
    ...cues('abducted', 'noun', 'otages otage enlevement'),
    ...cues('arrested', 'participle', agreeing('arrete interpelle capture apprehende incarcere')),
    ...cues('arrested', 'object', 'arretant capturant interpellant'),
    ...cues('arrested', 'noun', 'prisonniers prisonnieres prisonnier arrestation'),
  ]),
};

/** People, as the head of "five X"; plural forms are also found without their s. */
export const people = new Set(
  (
    'people person civilian soldier rebel fighter militiaman militiamen militia villager resident miner worker child children woman women ' +
    'man men girl boy baby infant officer policeman policemen police peacekeeper troop combatant insurgent gunman gunmen attacker assailant ' +
    'protester demonstrator farmer trader driver passenger student teacher pupil journalist doctor nurse patient prisoner inmate refugee ' +
    'idp local inhabitant member leader commander general colonel captain lieutenant major sergeant chief guard ranger ecoguard staff employee ' +
    'aid humanitarian family relative brother sister father mother son daughter wife husband couple victim other others elder pastor priest ' +
    'bystander shopper worshipper worshiper faithful digger youth youngster adult bandit suspect terrorist jihadist islamist militant serviceman ' +
    'servicemen troops personnel national citizen african congolese rwandan burundian ugandan hostage human volunteer merchant fisherman fishermen ' +
    'herder herdsman herdsmen motorcyclist businessman mayor governor minister lawmaker politician activist opponent ' +
    'personne civil civile militaire soldat rebelle combattant milicien villageois habitant mineur creuseur ouvrier enfant femme homme fille ' +
    'garcon bebe nourrisson officier policier gendarme casque insurge assaillant manifestant agriculteur cultivateur paysan commercant chauffeur ' +
    'passager etudiant eleve enseignant medecin infirmier infirmiere detenu refugie deplace membre chef commandant colonel capitaine lieutenant ' +
    'garde gardien ecogarde employe agent travailleur humanitaire famille parent frere soeur pere mere fils epouse epoux mari victime autre ' +
    'autres notable pasteur pretre abbe jeune vieillard adulte bandit terroriste jihadiste djihadiste islamiste ressortissant citoyen congolais ' +
    'congolaise rwandais burundais ougandais otage ame pecheur eleveur motard gouverneur ministre depute activiste opposant voleur element ' +
    'wazalendo maimai'
  ).split(' '),
);

/** What is counted beside the dead and must not be taken for them; plural forms are also found without their s. */
export const things = new Set(
  (
    'house home hut building village town city locality place position base camp school hospital church market shop vehicle truck car motorcycle ' +
    'bus boat plane helicopter drone weapon gun rifle bomb shell rocket mine cow cattle goat sheep chicken animal gorilla elephant hippo ' +
    'kilometre kilometer mile metre meter km m ha hectare acre tonne ton kg gram litre percent hour minute day week month year decade time ' +
    'dollar euro franc billion attack incident clash site country countries nation province territory territories group side part front ' +
    'election law article resolution battalion brigade regiment division region district road route bridge border age bullet wound tent ' +
    'round case point way household livestock crop field ' +
    'maison case habitation hutte batiment ville localite village position ecole hopital eglise marche boutique vehicule camion voiture moto ' +
    'pirogue bateau avion helicoptere arme fusil bombe obus roquette vache boeuf chevre mouton poule animaux animal gorille ' +
    'metre tonne heure minute jour journee semaine mois an annee fois dollar attaque affrontement pays groupe article bataillon ' +
    'regiment secteur groupement route pont frontiere balle tente menage betail champ carre cas point kilo kilogramme'
  ).split(' '),
);

/** A number behind one of these is a name: "Route 4", "Resolution 2773". */
export const namers = new Set(
  'route rn road highway resolution article no n° number numero chapter page vol law loi decret block bloc section camp point cote pk km flight vol unit unite brigade axe groupe covid carre h $ € £ usd fc version g'.split(
    ' ',
  ),
);
