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
