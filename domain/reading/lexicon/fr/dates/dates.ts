import type { DateWords } from '../../dates/date-words.ts';

export const datesFr: DateWords = {
  months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  shortMonths: {
    1: 'janv',
    2: 'fevr fev',
    4: 'avr',
    7: 'juil',
    9: 'sept',
    10: 'oct',
    11: 'nov',
    12: 'dec',
  },
  weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
  shortWeekdays: { 0: 'dim', 1: 'lun', 2: 'mar', 3: 'mer', 4: 'jeu', 5: 'ven', 6: 'sam' },
  monthLeads: 'en debut mi fin courant depuis de mois des d ce jusqu a au avant apres entre et vers',
  units: {
    hour: 'heure heures',
    day: 'jour jours journee',
    week: 'semaine semaines',
    weekend: 'weekend',
    month: 'mois',
    year: 'an ans annee annees',
    decade: 'decennie decennies',
  },
  namedDays: { '-1': 'hier', 0: "aujourd'hui", 1: 'demain' },
  partsOfMonth: { early: 'debut', mid: 'mi', late: 'fin' },
  partsOfUnit: { early: 'debut', mid: 'mi', late: 'fin' },
  shifts: { '-1': 'dernier derniere passe passee ecoule ecoulee', 1: 'prochain prochaine' },
};
