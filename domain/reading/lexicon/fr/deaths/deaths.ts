import type { DeathWords } from '../../deaths/death-words.ts';

/** French participles in all four forms: 'tue' gives 'tues', 'tuee', 'tuees'. */
function agreeing(stems: string): string {
  return stems
    .split(' ')
    .map((stem) => `${stem} ${stem}e ${stem}s ${stem}es`)
    .join(' ');
}

export const deathsFr: DeathWords = {
  killed: {
    participle: agreeing('tue assassine abattu massacre egorge decapite lynche fusille execute'),
    object: 'tuant tuent tuer assassinant massacrant executant',
    subject: `peri succombe perissent ${agreeing('decede')}`,
    noun: 'mort morts morte mortes corps cadavre cadavres depouilles deces assassinat meurtre execution massacres vies vie',
    zero: 'victime victimes perte pertes',
  },
  injured: {
    participle: agreeing('blesse'),
    object: 'blessant',
  },
  displaced: {
    participle: agreeing('deplace'),
    subject: 'fui fuit fuient',
  },
  abducted: {
    participle: agreeing('enleve kidnappe'),
    object: 'enlevant kidnappant',
    noun: 'otages otage enlevement',
  },
  arrested: {
    participle: agreeing('arrete interpelle capture apprehende incarcere'),
    object: 'arretant capturant interpellant',
    noun: 'prisonniers prisonnieres prisonnier arrestation',
  },
};
