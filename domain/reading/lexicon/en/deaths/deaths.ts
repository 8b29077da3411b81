import type { DeathWords } from '../../deaths/death-words.ts';

export const deathsEn: DeathWords = {
  killed: {
    participle:
      'killed martyred neutralised neutralized slain murdered massacred executed beheaded decapitated lynched assassinated slaughtered butchered',
    object:
      'killing kill kills murdering murders massacring massacres executing execute executes beheading behead beheads slaughtering slaughter slaughters assassinate assassinates',
    subject: 'died die dies dying perished drowned',
    noun: 'dead martyr martyrs deaths death fatalities fatality bodies corpses massacre murder execution killings lives',
    zero: 'casualties casualty victims',
  },
  injured: {
    participle: 'wounded injured hurt maimed',
    object: 'wounding injuring',
    noun: 'injuries',
  },
  displaced: {
    participle: 'displaced uprooted',
    object: 'displacing',
    subject: 'fled flee fleeing',
  },
  abducted: {
    participle: 'abducted kidnapped',
    object: 'abducting kidnapping',
    noun: 'hostages hostage abductees captives abduction',
  },
  arrested: {
    participle: 'arrested detained captured apprehended imprisoned jailed',
    object: 'arresting detaining capturing',
    noun: 'prisoners arrests detainees arrest',
  },
};
