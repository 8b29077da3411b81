import type { PlaceKind } from './place.ts';

/** Words that decide how a name in a text is to be understood. All are folded: lower case, no accents. */

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** What a class word says about the place named beside it; `seat` is the chief town of the area of that name. */
export type PlaceClass = PlaceKind | 'seat' | 'region';

/** Class words that stand beside a name: "territoire de Shabunda", "Walikale territory", "the Bisie mine". */
export const classWords: ReadonlyMap<string, PlaceClass> = new Map(
  Object.entries({
    country: 'country pays republic republique',
    admin1: 'province provinces state etat governorate gouvernorat',
    admin2:
      'territory territories territoire territoires district districts zone departement department county',
    region: 'region regions',
    locality:
      'town towns village villages city cities ville villes cite localite localites locality localities hamlet hameau bourg bourgade agglomeration settlement municipality municipalite commune town township quartier neighbourhood neighborhood suburb port market marche camp site',
    seat: 'centre center',
    site: 'mine mines carriere carrieres quarry quarries pit pits gisement deposit minier miniere',
    feature:
      'groupement groupment grouping groupements chiefdom chiefdoms chefferie chefferies chieftaincy chieftancy sector secteur secteurs sectors collectivity collectivite subdivision plateau plateaux highlands hills hill mount mont mountain mountains montagne forest foret river riviere lake lac island ile peninsula park parc bridge pont valley vallee plain plaine',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as PlaceClass] as const)),
);

/** Words between a class word and the name: "town of", "territoire de la". */
export const linkWords = setOf('of de du des d la le les l called named dite dit');

/** A name after one of these is where something is or happens. */
export const locativeWords = setOf(`
  in at near around outside inside within into from to towards toward through via across between off over on reached
  a au aux en dans vers pres autour depuis sur sous entre chez jusqu hors d de du of l
  entered enter enters seized seize seizes captured capture took take takes retook left leave
  pris prend occupe quitte entre entres attaque attacked attack overran besieged
`);

/** Words that place an event at some distance of the name. */
export const directions: ReadonlyMap<string, number> = new Map([
  ...pairs(0, 'north northern nord n'),
  ...pairs(45, 'northeast northeastern nordest ne'),
  ...pairs(90, 'east eastern est e'),
  ...pairs(135, 'southeast southeastern sudest se'),
  ...pairs(180, 'south southern sud s'),
  ...pairs(225, 'southwest southwestern sudouest sw so'),
  ...pairs(270, 'west western ouest w'),
  ...pairs(315, 'northwest northwestern nordouest nw no'),
]);

function pairs(bearing: number, words: string): [string, number][] {
  return words.split(' ').map((word) => [word, bearing]);
}

/**
 * Ordinary words, months, first names and the like that are also names of small places somewhere. Such a name is
 * only taken for a place where a class word says so ("the village of Home").
 */
export const ordinaryWords = setOf(`
  a about above actually after again against age ago all also although always am among an and another any are around as
  at away back bad bar bare base be because been before being below best better between beyond big black blue boat both
  bridge but by call camp can cap car central centre center city class clear code cold come command congo could country
  dark day days dead deal death demo did disk do does done door down due during each early east eastern economic eight
  either else end even ever every exact face fact far farm father few field fight fighters fighting final fire first five
  fly foot for force forces form former four free friend from front full further game gate general get give go god gold
  good green group had half hall hand hard has have he head health heavy held help her here high hill him his hold home
  hospital hot hour house how however human i if in indeed independent industry information inside into iron is islam
  island it its iron job join july june just keep key kill king lake land large last late law lead league least leave left
  less let life light like line list lite little local logo long look lost low mad made main major make man many march
  market may mayor me mean meanwhile media medical men message middle might mile military mine mines mining mission mobile
  mode model modern monday money month more most mother mountain much must my name nation national near new news next night
  nine no nobody none nor north northern not nothing now of off office officer officials often old on once one only open or
  order other others our out over own page park part party pass past paste peace people per place plan police pope poor
  port post present president press private protest pub public put quarter queen quiet rain ran rand rapid rather read real
  rebel rebels recent red rest rich right river road rock run safe said same sand save say school sea second see sell
  sentence separately service set seven several shall she ship shop should show side since six small so soldier soldiers
  some something son soon south southern special spokesman stand star state station step still stop store street strong
  such sun sunday sure table take target tell ten than that the their them then there these they thing this those though
  thousand three thursday time to today together told tomorrow too top total tower town trade train truck tuesday two under
  union unit united until up upon us use used very village villages visit voice wait walk war was water way we wednesday
  week well were west western what when where which while white who why wide will win wind with within without woman women
  word work world would year yes yesterday yet you young your zone friday saturday january february april august september
  october november december
  ailleurs ainsi alors ancien annee ans apres armee attaque au aucun aujourd aussi autant autour autre autres aux avant
  avec avoir beaucoup bien bon bonne camp car ce ceci cela celle celui centre ces cet cette chaque chef chez cinq comme
  comment commune contre cote dans de debut deja demain depuis des deux devant dieu dix dont droit du eau eglise elle elles
  en encore enfin ensuite entre est et etat etre eux face fait femme fille fils fin fois force forces fort front grand
  grande groupe guerre gouvernement haut heure hier homme hors huit ici il ils jamais je jeudi jeune jour jusque la le les
  leur leurs lors lorsque lui lundi madame mai maintenant mais maison mal mardi mars matin meme mercredi mere mes midi mieux
  milieu mille militaire militaires mine mines mission moi moins mois mon monde monsieur mort ne neuf ni noir nombre non
  nord nos notre nous nouveau nouvelle nuit on or ou ouest oui par parc pars parmi part pas pays pendant pere personne
  peu peuple plan plus plusieurs point police pont port pour pourtant pres presque president puis quand quatre que quel
  quelque quelques qui quoi radio rebelles reste rien route rue sa sans se selon semaine sept ses si six soir soldats son
  sont sous sud sur ta tant te tel temps terre toi ton toujours tous tout toute toutes tres trois tu un une vendredi vers
  vie village ville villes vingt vivre voici voila voir vos votre vous vrai samedi dimanche janvier fevrier avril juin
  juillet aout septembre octobre novembre decembre
  tame muse mach bor lima maco
  afp reuters ap bbc rfi onu un eu ue usa us uk au ap acp apa who oms msf unicef ocha hcr
  christ christmas paques easter ramadan mama papa bana baba mwami mzee
`);

/** First names: the name behind one is a person's, and so is the same name elsewhere in the text. */
export const firstNames = setOf(`
  aaron abdul abel abraham adam adele adolphe agnes ahmed aimable alain albert alex alexandre alexis ali alice alphonse
  amani ambroise andre angel angela anna anne anthony antoine armel arthur augustin aurore barbara barnabe baudouin benoit
  bernard bertrand bintou bob boniface bruno celestin celine charles chantal charly christian christophe claire claude
  clement corneille cyprien cyrille daniel david denis deo desire didier dieudonne dominique donatien edgar edmond edouard
  elias elie eliezer emile emma emmanuel eric ernest esperance esther etienne eugene evariste eve ezechiel fabien fabrice
  faustin felicien felix ferdinand fidele filip florence florent francine francis franck francois frank fred frederic
  gabriel gaspard gaston gedeon george georges gerard germain ghislain gilbert gloria grace guillaume gustave guy hassan
  henri henry herve hilaire honore hubert hugo ibrahim ignace innocent isaac isabelle ismael jack jackson jacques james
  jane jason jean jeanne jeremie jerome jesus joel john johnny jonas jonathan joseph josephine joshua josue jules julie
  julien julius justin juvenal kennedy kenneth kevin lambert laurent lea leon leonard leopold lewis louis louise luc lucas
  lucie lucien ludovic mandela marc marcel marcelin maria marie mark martha martin mary mathieu matthew maurice max michael
  michel mohamed moise monique moses moussa nathan nelson nestor nicolas noe noel norbert olive olivier omar oscar pascal
  patrice patrick paul pauline peter philippe pierre placide pontien prosper rachel ramazani raphael raymond rebecca remy
  rene richard robert roger roland romain rose samuel sandra sarah sebastien serge simon simone solange sophie sosthene
  stanislas stephane steve steven suzanne sylvain sylvestre sylvie theo theodore theophile therese thierry thomas timothee
  tom tony trump urbain valentin valerie venant veronique vianney victoire victor vincent virginie vital wagner william
  wilson xavier yves zacharie zoe
`);

/** Heads of state and leaders whose names stand alone in the news, and are villages as well. */
export const surnames = setOf(`
  tshisekedi kagame kabila katumbi museveni ruto ndayishimiye nangaa makenga bisimwa ntaganda kanyuka fayulu bemba muyaya
  suminwa mobutu lumumba nkunda kamerhe mbusa sheka guidon mukwege kenyatta nkurunziza habyarimana samia hassan traore
  tinubu hemedti hemeti burhan kiir machar touadera goita tiani deby maduro petro macron guterres keita lacroix
`);

/** A name right before one of these speaks: it is a person, or a government called by its capital. */
export const speechWords = setOf(`
  said says told added adds declared declares stated states explained warned denied confirmed announced insisted accused
  argued claimed noted replied tweeted wrote thinks believes
  declare dit affirme explique ajoute annonce precise souligne indique estime accuse dement confirme reagit
`);

/** A name right after one of these belongs to a person or an office: "President Félix", "le colonel Beni". */
export const titleWords = setOf(`
  president general colonel major captain lieutenant sergeant commander brigadier marshal minister governor mayor
  spokesman spokesperson spokeswoman deputy senator professor doctor bishop archbishop father pastor pope king queen chief
  judge ambassador analyst activist journalist reporter photographer mr mrs ms miss dr sir lord prince princess saint st
  capitaine commandant marechal ministre gouverneur maire bourgmestre senateur professeur docteur eveque archeveque
  abbe pere pasteur pape roi reine juge ambassadeur analyste militant journaliste monsieur madame mademoiselle mgr me
  maitre rebelle leader militia milice warlord
`);

/** What stands before the name of a militia: "Mai-Mai Yakutumba", "Raia Mutomboki". */
export const militiaWords = setOf('mai maimai mayi raia raiya nyatura apcls codeco ndc upc fdlr bakata');

/** People of a country: some gazetteers have them among its names. */
export const demonyms = setOf(`
  rwandan rwandans rwandais rwandaise congolese congolais congolaise congolaises ugandan ugandans ougandais ougandaise
  burundian burundians burundais burundaise tanzanian tanzanien kenyan kenyans angolan angolais zambian zambien sudanese
  soudanais malian malians malien burkinabe nigerien nigerian nigerians nigerians mozambican ethiopian ethiopien somali
  chadian tchadien centrafricain burmese birman colombian colombien venezuelan venezuelien afghan afghans pakistani
  pakistanais philippine filipino ukrainian ukrainien russian russe russians american americain americans french francais
  british belgian belge chinese chinois german allemand european europeen african africain south_african turkish turc
`);

/** A capitalised word after a name that makes no person of it: "Goma Friday", "Bukavu Airport". */
export const harmlessFollowers = setOf(`
  airport aeroport university universite hospital hopital prison stadium stade road route axis axe bridge pont port
  mine mines territory territoire province town city ville village district health sante central centre center
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december north south east west nord sud est ouest and et to a
`);
