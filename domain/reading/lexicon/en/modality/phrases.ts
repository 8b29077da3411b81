/** Alternatives of regular expressions, by what they decide. */
export const phrasesEn = {
  /** What is told happened on the day that was told before. */
  sameDay: ['same (?:day|night|evening)', 'that (?:day|night)'],
  /** What was told before happened on the day that stands behind these. */
  happened: [
    '(?:incident|events?|tragedy|scene|facts|attack|raid|ambush|blast|explosion|killings?|shooting|accident) (?:happened|occurred|took place|unfolded)',
  ],
  /** It happened in a time that was told before. */
  backThen: ['(?:that|the same) (?:month|year|summer|winter)', 'back then'],
  /** Who is named beside these did it. */
  claiming: [
    'claim(?:ed|s|ing)? (?:(?:the|this|that|these|both|two) )?(?:(?:deadly|latest|first|suicide) )?(?:responsibility|attack|attacks|attentat|assault|raid|raids|operation|bombing|bombings|ambush|killing|killings|strike|blast|blasts|explosion|explosions|shooting|abduction|it|them|both)',
    'claimed by',
  ],
  /** Who is named AFTER these did it, as somebody else says. */
  blaming: [
    'blam(?:e|es|ed|ing)',
    'ascrib(?:e|es|ed)',
    'attribut(?:e|es|ed)',
    'point(?:s|ed)? at',
    'the hand of',
    'the work of',
    '(?:attackers|assailants|gunmen|fighters|men) (?:belong|belonged) to',
    'named',
  ],
  /** With these nobody claims it. */
  notClaiming: [
    'no one',
    'nobody',
    'no group',
    'none',
    'neither',
    'not',
    'never',
    'denied',
    'denies',
    'deny',
  ],
  /** What is claimed is more than one event. */
  severalDeeds: ['both', 'attacks', 'two', 'raids'],
  /** The one named last is meant. */
  corrected: ['corrected'],
  /** What one side says it did to the other. */
  boasts: [
    'claim(?:s|ed|ing)? (?:to have|it|they)',
    String.raw`(?:said|says|say) (?:it|they|its \p{L}{3,12}) (?:had|has|have) (?:killed|inflicted)`,
  ],
  /** Behind a month: its year. */
  ofLastYear: ['(?:of )?(?:last|the previous|the preceding) year'],
  /** The figure takes the place of one told before. */
  revisedTolls: [
    'ris(?:en|es)',
    'rose',
    'revised',
    'climb(?:ed|s)',
    'corrected',
    'now stands',
    'brought to',
    'final toll',
  ],
  /** Who LOST these died, and did nothing. */
  ofLife: ['(?:their|his|her) (?:lives|life)'],
  /** A verb whose subject suffers what it tells of. */
  suffering: [
    '(?:fell|fall|falls|fallen|walked|drove|ran) into (?:an?|the) ',
    '(?:came|come|comes|coming) under ',
    '(?:was|were) the targets? of',
  ],
  /** Before a verb: for so long it has been done. */
  forYears: [
    String.raw`for (?:\S+ ){1,3}(?:years|decades|months)`,
    String.raw`(?:in|over) (?:recent|the last|the past) (?:\S+ ){0,2}(?:years|decades|months)`,
  ],
  /** How the title of what somebody thinks begins, before a colon. */
  opinions: ['opinion', 'op ed', 'editorial', 'comment', 'commentary', 'essay', 'review', 'book review'],
  /** What only a match suffers. */
  matchKilled: [
    String.raw`kill(?:ed|s|ing)? (?:off )?(?:the|any) (?:game|match|tie|contest|derby|hope|comeback)\b`,
    String.raw`overwhelm(?:ed|s|ing)? (?:the|its|their) (?:defen[cs]e|midfield|back line)\b`,
  ],
  /** Before a verb: who tells it did it ("said IT HAD taken"). */
  ownDeeds: ['to have', '(?:it|they) (?:had|has|have)', 'it', 'they'],
  /** Between these and the verb. */
  ownDeedAdverbs: ['also', 'now', 'already', 'since', 'successfully', 'completely', 'fully'],
  /** Right behind a noun: it did not happen yet. */
  calledOffAtOnce: [
    'planned',
    'scheduled',
    'expected',
    'foreseen',
    'nears',
    'approaches',
    'looms',
    'draws near',
  ],
  /** Further behind it: it did not happen, or it happens all the time. */
  calledOff: [
    String.raw`did not take place\b`,
    String.raw`didn t take place\b`,
    String.raw`(?:are|is|remain|remains|remained|have become|has become|were|was) (?:frequent|common|rare|rife|daily|regular|routine|a common|an everyday)\b`,
    String.raw`(?:had|have|has) (?:gone down|declined|decreased|subsided|eased)\b`,
    String.raw`was (?:cancelled|canceled|called off|postponed|banned)\b`,
    String.raw`were (?:cancelled|canceled|called off|postponed|banned)\b`,
  ],
  /** What stands behind these is not known to have happened. */
  unconfirmed: [
    'asked about (?:the )?(?:reports?|claims?|allegations?|rumou?rs?)',
    '(?:confirm|verify|corroborate) (?:the |these |those |any )?(?:reports?|rumou?rs?)(?: of| that)',
    '(?:had|have|has) no (?:information|knowledge) (?:about|of|on)',
    'unconfirmed (?:reports?|rumou?rs?)',
    'yet to',
  ],
  /** Right before a noun: it happened without them. */
  uninvolved: [
    '(?:not|never)(?: been)? (?:involved|engaged|implicated) in',
    'not (?:take|taken|taking) part in',
    '(?:took|has|had|have|played) no (?:part|role|hand) in',
  ],
  /** Before a verb: what those did for whom the police came. */
  arrestedWho: [String.raw`arrest(?:ed|s|ing)? (?:\S+ ){1,6}(?:who|suspected of|accused of)`],
  /** Before a noun: why somebody was arrested or is wanted. */
  arrestedFor: [
    String.raw`(?:arrest(?:ed|s)?|detain(?:ed|s)?|nabs?|nabbed|hunts?|manhunt) (?:\S+ ){0,6}(?:over|for|after|connection with)`,
  ],
  /** How a headline begins, or goes on behind a colon, that looks back or explains. */
  explanations: [
    'how',
    'why',
    String.raw`what (?:we|to|you|is|are|do) (?:\S+ )?know`,
    'what happened',
    'who (?:are|is|was|were)',
    'explainers?',
    'timeline',
    'analysis',
    'profile',
    'factbox',
    'fact check',
    'in pictures',
    'long read',
  ],
  /** Behind an abduction: it is over. */
  undone: [
    'freed',
    'released',
    'rescued',
    'reunited',
    '(?:regains?|regained) (?:his |her |their )?freedom',
    'found alive',
  ],
  /** What a court does, wherever in the sentence. */
  courts: [
    'years in (?:prison|jail)',
    'life (?:imprisonment|sentence|in prison)',
    'death (?:sentence|penalty)',
    '(?:stands?|stood|standing|go|goes|went|put) on trial',
    'plead(?:s|ed)? (?:not )?guilty',
    'war crimes charges',
  ],
  /** Right behind a verb that kills: one of the killer's own family. */
  ofKin: [
    '(?:his|her) (?:own |estranged |pregnant )?(?:wife|husband|spouse|partner|girlfriend|boyfriend|son|daughter|brother|sister|mother|father|children|child|baby|nephew|niece|neighbour|neighbor)',
    'by (?:his|her) (?:own |estranged )?(?:wife|husband|spouse|partner|girlfriend|boyfriend|son|daughter|brother|sister|mother|father|nephew|neighbour|neighbor)',
  ],
  /** How a sentence begins that denies the one before. */
  contradicting: [
    '(?:that|this|it) (?:is|was) (?:false|untrue|not true|a lie)',
    '(?:false|untrue|not so|nonsense) (?:retort|repli|answer|said|says|insist|according)',
  ],
  /** Behind what is told: somebody denies it. */
  saidUntrue: [
    '(?:that|this|it) (?:was|is) (?:untrue|false|not true|a lie)',
    '(?:is|are|was|were) (?:inaccurate|incorrect|unfounded|baseless|untrue)',
  ],
  /** Near a source: it says so. */
  saying: ['said', 'says', 'told', 'according', 'reported', 'confirmed', 'announced', 'witnessed'],
  /** Spoken to whoever or whatever reads the text. */
  toReaders: [
    String.raw`(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|my\s+|of\s+){0,4}(?:previous|prior|above|earlier|instructions?|prompts?|rules)`,
    String.raw`system\s+prompt`,
    String.raw`note\s+to\s+(?:the\s+)?(?:assistant|model|ai|reader|editor|parser)`,
    String.raw`you\s+(?:must|should|are\s+to|have\s+to|will)\s+(?:now\s+)?(?:report|output|record|add|say|write|include|extract|return)`,
  ],
};
