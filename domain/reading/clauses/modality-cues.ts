import type { Language } from '../text/text.ts';

/** Words that decide whether what is told did happen. All in lower case, as tokens (no apostrophes). */
export type Cues = {
  /** Somewhere before the trigger in its clause: what follows is denied, feared, planned, asked for, supposed. */
  unreal: ReadonlySet<string>;
  /** The same only before a noun: "could trigger clashes", "no fighting", "an end to the fighting". */
  unrealForNouns: ReadonlySet<string>;
  /** Directly before: negations. */
  negations: ReadonlySet<string>;
  /** "no fewer than", "pas moins de": the words behind a negation that make it a number. */
  compared: readonly [fewer: ReadonlySet<string>, than: ReadonlySet<string>];
  /** A charge by one side; it counts only where place and day are told with it. */
  accusations: ReadonlySet<string>;
  /** Words that end the reach of what stands before them. */
  boundaries: ReadonlySet<string>;
  /** Verbs of saying. */
  reporting: ReadonlySet<string>;
  /** Words that make what follows a habit, not an event. */
  habits: ReadonlySet<string>;
  /** Of a sentence: a court, an exercise, a work of art, a commemoration. */
  elsewhere: ReadonlySet<string>;
};

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const english: Cues = {
  unreal: words(`
    deny denies denied denying denial refute refutes refuted rejects rejected reject dismissed dismisses dismiss
    warn warns warned warning warnings fear fears feared fearing risk risks risked risking threat threats threaten
    threatens threatened threatening vow vows vowed pledge pledged pledges promise promised promises plan plans planned
    planning intend intends intended aim aims aimed hope hopes hoped hoping want wants wanted seek seeks sought prepare
    preparing prepares ready readiness poised urge urges urged urging demand demands demanded demanding asked appeal
    appealed appeals possible possibility possibly potential potentially likely unlikely if unless whether should
    prevent prevents prevented preventing avoid avoided avoiding avert averted averting rumour rumours rumor rumors
    hypothetical suppose supposing imminent considering proposed considers refused refuses refuse recommended
    scenario scenarios eventual attempted attempt attempts tried trying bid hoax false untrue fake calling anticipate
    anticipated expect expects expected worry worried worries nearly almost neither nobody none concern concerns deter discourage`),
  unrealForNouns: words(`
    no without will would could may might must can cannot never neither nor end ending halt stop stopped cessation lack
    absence call called calls against any further more future any condemnation de-escalation ceasefire truce protect protected protection responsible
    alert precaution precautions vulnerable exposed frequent recurrent repeated recurring daily regular decades years
    victims survivors avenge retaliate investigate investigating inquiry prosecuted`),
  compared: [words('fewer less lower more'), words('than')],
  negations: words('not never no neither nor without cannot hardly barely yet failed unable'),
  accusations: words('accuse accuses accused accusing accusation accusations alleges blamed blames blaming'),
  boundaries: words(`
    but while whereas after when as where who which since although though because following amid despite until before
    then later meanwhile however during`),
  reporting: words(`
    said says say told tell tells saying reported reports reporting announced announces stated states declared declares
    added adds confirmed confirms according statement communique communiqué wrote posted tweeted acknowledged admitted
    claimed claims spoke informed indicated explained noted quoted release published issued briefed learned learnt
    testified recounted described condemned posted update dispatch interview`),
  habits: words(
    'often regularly frequently routinely usually sometimes always repeatedly constantly typically habitually traditionally every each annually commonly',
  ),
  elsewhere: words(`
    convicted sentenced sentencing trial verdict court tribunal judge judges magistrate prosecutor prosecutors acquitted defendant defendants indicted jailed
    exercise exercises drill drills simulation simulated rehearsal film movie novel documentary fiction anniversary
    commemorate commemorated commemorates commemoration commemorating memorial screenplay
    remember remembered remembrance museum historian historians metaphor videogame rehearse rehearsed mock simulate simulates simulating trainees`),
};

const french: Cues = {
  unreal: words(`
    nie nient nié niant dément démentent démenti démentie démentis démentant démentit réfute réfutent réfuté rejette
    rejettent rejeté conteste contestent contesté
    peur craint craignent crainte craintes craignant redoute redoutent redouté risque risquent risques menace menacent menaces
    menacé menaçant promis promet promettent promesse projette projettent projet projets envisage envisagent envisagé veut
    veulent voulait voulaient souhaite souhaitent entend entendent prévoit prévoient prévu prévue prévus prévues prépare
    préparent préparait préparaient préparatifs espère espèrent appelle appellent appelé appelant appel appels exhorte exhorté exige exigent
    exigé demande demandent demandé demandant réclame réclament réclamé plaide possible possibles éventuel éventuelle éventuels
    éventuelles éventualité probable si sinon éviter évite empêcher empêche empêché prévenir rumeur rumeurs faux fausse
    infondé infondées hypothèse hypothèses scénario tentative tentatives tenté tente tentent tentaient refuse refusé prêt prêts prête
    prêtes imminent imminente dissuader inquiétude inquiétudes failli presque prétendu prétendue attendu attendue
    avertit averti avertissent avertissement potentiel potentielle cherche cherchent cherchaient vise visant devra voudrait intention intentions`),
  unrealForNouns: words(`
    sans aucun aucune ni pas jamais plus pourrait pourraient devrait devraient peut peuvent doit doivent va vont fin cesser
    cessez arrêter absence contre toute tout cessation face protéger protection alerte précaution victimes
    fréquentes fréquents récurrentes récurrents répétées répétés quotidiennes années décennies rescapés enquête enquêter responsable responsables`),
  compared: [words('moins'), words('de d que')],
  negations: words('pas jamais aucun aucune guère nullement sans ni'),
  accusations: words(
    'accuse accusent accusé accusée accusés accusant accusation accusations soupçonne soupçonné soupçonnés impute imputé',
  ),
  boundaries: words(`
    mais tandis alors après lorsque lorsqu quand où qui dont malgré suite puisque puisqu car avant depuis pendant lors
    ensuite puis cependant toutefois pourtant parce`),
  reporting: words(`
    déclaré déclarait déclare déclarent dit disent indiqué indique indiquent annoncé annonce annoncent rapporté rapporte
    rapportent affirmé affirme affirment assuré assure assurent confirmé confirme confirment ajouté ajoute expliqué explique
    précisé précise selon communiqué appris savoir signalé signale témoigné témoigne raconté raconte racontent publié
    révélé révèle souligné souligne estimé soutient reconnu reconnaît joint jointe contacté contactée interrogé interrogée point
    rendu constaté écrit tweeté insiste martelé lâché commenté alerté alerte dénoncé déploré dressé`),
  habits: words(
    'souvent régulièrement fréquemment parfois habituellement constamment généralement chaque quotidiennement traditionnellement',
  ),
  elsewhere: words(`
    procès juge juges magistrat tribunal verdict acquitté inculpé inculpés parquet réquisitoire auditorat exercice exercices simulation manœuvres film roman
    documentaire fiction anniversaire commémoration commémore commémorent commémoré commémorer musée historien historiens tournage scénariste simulé simulée simulent simulait stagiaires hommage mémoire fictif fictive`),
};

export const cues: Record<Language, Cues> = { en: english, fr: french };
