/**
 * Words that decide whether what is told did happen: denied, planned, feared, ordered, supposed. Lower case, as tokens (no
 * apostrophes).
 */
export const modalityEn = {
  /** Somewhere before the trigger in its clause: what follows is denied, feared, planned, asked for, supposed. */
  unreal: `
    deny denies denied denying denial refute refutes refuted rejects rejected reject dismissed dismisses dismiss
    warn warns warned warning warnings fear fears feared fearing risk risks risked risking threat threats threaten
    threatens threatened threatening vow vows vowed pledge pledged pledges promise promised promises plan plans planned
    planning intend intends intended aim aims aimed hope hopes hoped hoping want wants wanted seek seeks sought prepare plot plots plotted plotting
    preparing prepares ready readiness poised urge urges urged urging demand demands demanded demanding asked appeal
    appealed appeals possible possibility possibly potential potentially likely unlikely if unless whether should
    prevent prevents prevented preventing avoid avoided avoiding avert averted averting rumour rumours rumor rumors
    hypothetical suppose supposing imminent considering proposed considers refused refuses refuse recommended
    scenario scenarios eventual attempted attempt attempts tried trying bid hoax false untrue fake calling anticipate
    anticipated expect expects expected worry worried worries nearly almost neither nobody none concern concerns deter discourage
    refusing dismissing vowing pledging promising seeking wanting rejecting recommends attempting tries anticipates proposes avoids averts deterred truth`,
  /** The same only before a noun: "could trigger clashes", "no fighting", "an end to the fighting". */
  unrealForNouns: `
    no without will would could may might must can cannot never neither nor end ending halt stop stopped cessation lack
    absence call called calls against any further more future any condemnation de-escalation ceasefire truce protect protected protection responsible
    alert precaution precautions vulnerable exposed frequent recurrent repeated recurring daily regular decades years
    victims survivors avenge retaliate investigate investigating inquiry prosecuted protest protesting protested protests denounce denounced denouncing`,
  /** In a headline, before a noun without a toll: what somebody says or does about it. */
  reactions: `
    condemn condemns condemned condemning condemnation mourn mourns mourned mourning deplore deplores deplored decry decries
    decried slam slams slammed condole condoles condolences sympathise sympathises sympathises commiserate commiserates
    react reacts reacted reaction reactions response respond responds aftermath visit visits visited hail hails hailed
    probe probes probed debate debates discuss discusses`,
  /** A charge by one side; it counts only where place and day are told with it. */
  accusations: `
    accuse accuses accused accusing accusation accusations alleges blamed blames blaming`,
  /** Words that end the reach of what stands before them. */
  boundaries: `
    but while whereas after when as where who which since although though because following amid despite until before
    then later meanwhile however during`,
  /** Verbs of saying. */
  reporting: `
    said says say told tell tells saying reported reports reporting announced announces stated states declared declares
    added adds confirmed confirms according statement communique communiqué wrote posted tweeted acknowledged admitted
    claimed claims spoke informed indicated explained noted quoted release published issued briefed learned learnt
    testified recounted described condemned posted update dispatch interview
    acknowledges admits indicates explains`,
  /** Words that make what follows a habit, not an event. */
  /** Verbs of asking, promising and denying: their day is not that of what they speak of. */
  asking: `asked urged called demanded appealed vowed promised rejected denied dismissed accused blame blames blamed`,
  habits: `
    often regularly frequently routinely usually sometimes always repeatedly constantly typically habitually traditionally every each annually commonly formerly`,
  /** Of a sentence: a court, an exercise, a work of art, a commemoration. */
  elsewhere: `
    convicted sentenced sentencing trial verdict court tribunal judge judges magistrate prosecutor prosecutors acquitted defendant defendants indicted jailed
    exercise exercises drill drills simulation simulated rehearsal film movie novel documentary fiction anniversary
    commemorate commemorated commemorates commemoration commemorating memorial screenplay
    remember remembered remembrance museum historian historians metaphor videogame rehearse rehearsed mock simulate simulates simulating trainees wreath wreaths monument`,
  /** "no fewer than": behind a negation these make it a number. */
  fewer: 'fewer less lower more',
  than: 'than',
  joints: 'and but or while',
  /** They open a clause of time that a comma ends: "AFTER the army left, …". */
  openers: 'after when as while once',
  /** Behind a comma they begin a clause about what was just named. */
  relatives: 'which who whom where whose',
  supposing: 'would could might will should',
  verbsAfterNoun: 'was were has have had that which who killed left broke',
  /** After what is told: "…, a claim the army DENIED". */
  denials: 'denied denies refuted refutes untrue false',
  /** Behind what is told: it is none, where somebody says so of it. */
  untrue: 'untrue false true lie inaccurate incorrect unfounded baseless',
  deniedThings: 'claim claims which report reports it allegation allegations information',
  deniedObjects: 'it this that the',
  beforeAndAfter: 'before after',
};
