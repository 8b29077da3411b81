import type { Analysis } from './sentence-analysis.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a company stops or takes up again. */
export const operationWords = set(`
  operation operations mining production work works working activity activities extraction processing plant mine wells
  mines quarry smelter drilling exploration output site
  opération opérations exploitation production travail travaux activité activités extraction usine mine
  mines carrière forage
`);

/** What makes it a mine's operation, somewhere near. */
export const mineWords = set(`
  mine mines mining miner miners quarry ruby rubies gemstone pit pits ore concentrate smelter tin gold coltan cobalt copper cassiterite tantalum diamond diamonds lithium graphite uranium oil oilfield wells field
  aurifère aurifères minière minier miniers minières carrière creuseurs orpaillage or étain cuivre cassitérite tantale diamant minerai concentré exploitant graphite cobalt
`);

export const staffWords = set(`
  staff employee employees worker workers personnel people crew crews engineers technicians contractors expatriates team teams miners site mine
  personnel employé employés travailleurs travailleur agents équipes équipe expatriés ouvriers collaborateurs salariés
`);

export const routeWords = set(`
  road roads route routes highway border borders post posts crossing crossings bridge axis traffic checkpoint frontier corridor
  routes axe axes frontière frontières poste frontalier frontaliers frontalière pont tronçon trafic circulation postes rn2 rn4 rn1 rn5 nationale corridor
`);

/** What is looted or burnt. */
export const propertyWords = set(`
  house houses home homes hut huts shop shops store stores warehouse warehouses market markets church school schools hospital clinic pharmacy pharmacies
  village villages vehicle vehicles truck trucks motorcycle motorcycles cattle livestock food goods property depot depots office offices embassy shelters goats
  station stations post posts centre center
  gold bullion ingots minerals lingots minerais
  cows crops belongings machines machinery equipment stalls kiosk kiosks supplies medicine medicines stocks bus buses car cars buildings
  maison maisons case cases habitation habitations boutique boutiques magasin magasins entrepôt entrepôts dépôt dépôts marché église école écoles
  hôpital pharmacie pharmacies village villages véhicule véhicules camion camions moto motos bétail vaches chèvres vivres biens médicaments bureaux
  commissariat commissariats poste postes mairie bus taxis
  ambassade ambassades structures sanitaires engins matériel abris champs récoltes stocks commerces bâtiments kiosques tonnes structure centre
`);

/** Who or what is attacked when armed men fight armed men. */
export const militaryWords = set(`
  position positions base bases camp barracks garrison checkpoint patrol outpost soldiers troops army military police soldier policeman policemen officers
  rebels militants insurgents militiamen fighters convoy post drone airport
  base camp caserne garnison patrouille poste soldats militaires armée policiers militaire policier rebelles miliciens combattants insurgés djihadistes
  terroristes assaillants convoi détachement
`);

/** Who is attacked when civilians are. */
export const civilianWords = set(`
  priest priests nun nuns pastor imam teacher teachers nurse nurses doctor doctors journalist journalists trader chief chiefs driver drivers engineer engineers worker workers
  humanitarian humanitarians volunteer volunteers youth youths boy boys girl girls woman child student students pupils herder herders farmer fisherman fishermen merchant
  merchants councillor lawyer activist activists employee employees guard guards national nationals expatriate expatriates staff
  civilians civilian villagers village villages residents people displaced church market school hospital passengers farmers miners women children worshippers
  travellers traders bus buses truck trucks vehicle vehicles motorists mourners wedding funeral camp site clinic monastery parish hamlet house houses home homes prison
  prêtre prêtres pasteur imam enseignant enseignants infirmier infirmière médecin médecins journaliste journalistes commerçant commerçante chef chefs chauffeur chauffeurs ingénieur
  ingénieurs humanitaires humanitaire agents employé employés bénévoles jeunes jeune femme enfant élève élèves étudiant étudiants éleveur pêcheur pêcheurs motard motards
  cultivateur agriculteur mineurs creuseur notable défenseur expatriés ressortissants travailleurs
  civils civil villageois village villages habitants déplacés église marché école hôpital passagers agriculteurs creuseurs femmes enfants fidèles voyageurs
  commerçants bus camion véhicule personnes paysans cultivateurs maison maisons domicile paroisse centre orpailleurs éleveurs prison
`);

/** Accidents, nature and disease: what they kill, close and stop is no conflict event. */
export const accidentWords = set(`
  landslide landslides landslip mudslide mudslides collapse collapsed collapses collapsing cave caved accident accidents accidental accidentally crash crashed capsized
  capsize flood floods flooding flooded sank drowned drowning earthquake eruption volcano volcanic lightning wildfire cholera ebola measles epidemic mpox outbreak
  stampede crush electrocuted suffocated asphyxiated asphyxiation heatwave avalanche crocodile hippopotamus elephant poisoning fog
  bousculade électrocuté électrocutés asphyxiés asphyxie crocodile hippopotame intoxication brouillard météo
  derailed derailment boiler overturned storm rains rain rockfall subsidence shipwreck malaria famine
  éboulement éboulements effondrement effondrements effondré effondrée effondrés glissement inondation inondations inondé accident accidents accidentel
  accidentelle naufrage chaviré chavirement noyés noyade séisme éruption volcan foudre choléra rougeole épidémie déraillement pluies pluie
  intempéries tempête renversé tremblement coulée affaissement crash paludisme
`);

/** An explosion of these is no attack. */
export const burstingWords = set(`
  tanker cylinder cylinders fireworks transformer pipeline furnace kiln blasting citerne bonbonne bonbonnes bouteille transformateur pétards carburant
`);

/** A road is shut for these without a conflict. */
export const peacefulClosureWords = set(`
  holiday holidays maintenance repair repairs works weather fog renovation upgrade exam exams election elections marathon férié fériés travaux réhabilitation météo élections scrutin entretien
`);

/** What stands at a place and is taken in its stead: "the palace in Khartoum". */
export const installationWords = set(`
  palace airport airstrip airbase base bases camp camps barracks garrison headquarters post posts position positions hill hills heights bridge prison station parliament ministry
  district districts neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs quarter part parts half border checkpoint refinery dam port town towns village villages mine mines
  palais aéroport aérodrome piste base bases camp camps caserne garnison état quartier quartiers siège poste postes position positions colline collines hauteurs pont prison parlement
  ministère gouvernorat barrage raffinerie port rtnc localité localités village villages agglomération agglomérations mine mines carré partie moitié
`);

/** Labour disputes and business: what they stop is no conflict event. */
export const labourWords = set(`
  wage wages pay salary salaries strike strikes union unions unpaid bonus overhaul quota quotas price prices royalties licence license permit tax taxes
  grève grèves salaire salaires syndicat syndicats syndical impayés primes maintenance quotas prix redevances permis taxe taxes grévistes
`);

export const sportWords = set(`
  football footballer footballers match matches goal goals penalty coach semi semifinal semifinals quarterfinal league striker midfielder defender equaliser equalizer referee
  championship tournament cup scored kickoff basketball rugby handball athletics olympic olympics fans supporters derby goalkeeper stadium goalless medal
  team teams season win final player players fixture
  footballeur footballeurs buts penalty entraîneur sélectionneur demi finale finales championnat tournoi coupe buteur arbitre ligue basket rugby handball gardien supporters
  stade victoire équipe équipes saison marqué milieu attaquant joueurs joueur linafoot léopards leopards tp mazembe vclub can classement médaille
`);

export function countWords({ tokens }: Pick<Analysis, 'tokens'>, words: ReadonlySet<string>): number {
  let count = 0;
  for (const token of tokens) if (words.has(token.word)) count += 1;
  return count;
}

export function hasWord(
  { tokens }: Pick<Analysis, 'tokens'>,
  words: ReadonlySet<string>,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): boolean {
  const last = Math.min(tokens.length, to);
  for (let i = Math.max(0, from); i < last; i += 1) if (words.has(tokens[i]!.word)) return true;
  return false;
}

/** Words of real fighting: a report that has more of sport than of these is about a match. */
export const armedWords = set(`
  rebels rebel soldiers army troops militia militants insurgents gunmen gunfire shelling killed wounded displaced military fighters armed massacre
  rebelles soldats armée troupes milice miliciens djihadistes assaillants tués blessés déplacés militaires combattants armés tirs affrontements
`);

/** What people are killed with, and in what. */
export const meansWords = set(`
  attack attacks attacked clash clashes fighting shelling shot shots gunfire bullets bullet raid ambush machete machetes bomb bombs massacre massacred executed armed stabbed knives
  gunmen rebels assailants attackers militia militiamen jihadists bandits hacked slaughtered beheaded
  attaque attaques attaqué affrontements combats tirs balles balle embuscade machette machettes bombe obus massacre massacrés incursion fusillade exécuté exécutés assaillants couteau
  blanche rebelles miliciens djihadistes bandits tuerie drone frappe lynché
`);

export const protestWords = set(`
  protest protests protesters demonstrators demonstration demonstrations march marchers rally sit demonstrated protested marched
  manifestation manifestations manifestants manifestant marche marcheurs cortège cortèges rassemblement manifesté manifestaient marchaient sit protestataires
`);
