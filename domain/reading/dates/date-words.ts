import type { Language } from '../text/text.ts';
import type { Unit } from './calendar.ts';

/** Words of dates, in the tokens' plain form: lower case, no accents. */

const englishMonths = 'january february march april may june july august september october november december';
const frenchMonths = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre';

function numbered(words: string, first: number): [string, number][] {
  return words.split(' ').map((word, i) => [word, i + first]);
}

export const months: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map(numbered(englishMonths, 1)),
  fr: new Map(numbered(frenchMonths, 1)),
};

/** Only beside a day's number: "Feb. 14", "14 févr." */
export const shortMonths: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map([...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1), ['sept', 9]]),
  fr: new Map([
    ['janv', 1],
    ['fevr', 2],
    ['fev', 2],
    ['avr', 4],
    ['juil', 7],
    ['sept', 9],
    ['oct', 10],
    ['nov', 11],
    ['dec', 12],
  ]),
};

export const weekdays: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map(numbered('sunday monday tuesday wednesday thursday friday saturday', 0)),
  fr: new Map(numbered('dimanche lundi mardi mercredi jeudi vendredi samedi', 0)),
};

/** Only before a date: "Wed, 19 March". */
export const shortWeekdays: Record<Language, ReadonlyMap<string, number>> = {
  en: new Map([...numbered('sun mon tue wed thu fri sat', 0), ['tues', 2], ['thur', 4], ['thurs', 4]]),
  fr: new Map(numbered('dim lun mar mer jeu ven sam', 0)),
};

/** What stands before a month alone: "in March", "début mars", "l'offensive de mars". */
export const monthLeads: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'in since last this next early late mid of until till by from during around before after between and to through'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "en debut mi fin courant depuis de mois des d' ce jusqu' a au avant apres entre et vers".split(' '),
  ),
};

const englishUnits = (['hour', 'day', 'week', 'weekend', 'month', 'year', 'decade'] as const).flatMap(
  (unit): [string, Unit][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ],
);

/** By language: "an" is a year in French only. */
export const units: Record<Language, ReadonlyMap<string, Unit>> = {
  en: new Map(englishUnits),
  fr: new Map<string, Unit>([
    ['weekend', 'weekend'],
    ['heure', 'hour'],
    ['heures', 'hour'],
    ['jour', 'day'],
    ['jours', 'day'],
    ['journee', 'day'],
    ['semaine', 'week'],
    ['semaines', 'week'],
    ['mois', 'month'],
    ['an', 'year'],
    ['ans', 'year'],
    ['annee', 'year'],
    ['annees', 'year'],
    ['decennie', 'decade'],
    ['decennies', 'decade'],
  ]),
};
