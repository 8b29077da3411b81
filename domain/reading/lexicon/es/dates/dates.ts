import type { DateWords } from '../../dates/date-words.ts';

export const datesEs: DateWords = {
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  shortMonths: {
    1: 'ene',
    2: 'feb',
    3: 'mar',
    4: 'abr',
    6: 'jun',
    7: 'jul',
    8: 'ago',
    9: 'sept sep set setiembre',
    10: 'oct',
    11: 'nov',
    12: 'dic',
  },
  weekdays: 'domingo lunes martes miercoles jueves viernes sabado',
  shortWeekdays: { 0: 'dom', 1: 'lun', 2: 'mar', 3: 'mie', 4: 'jue', 5: 'vie', 6: 'sab' },
  monthLeads: 'en principios mediados finales desde de mes ese este hasta a antes despues entre y hacia',
  units: {
    hour: 'hora horas',
    day: 'dia dias jornada jornadas',
    week: 'semana semanas',
    month: 'mes meses',
    year: 'ano anos',
    decade: 'decada decadas',
  },
  namedDays: { '-1': 'ayer', 0: 'hoy' },
  partsOfMonth: { early: 'principios comienzos inicios', mid: 'mediados', late: 'finales fines' },
  partsOfUnit: { early: 'principio principios comienzo comienzos inicio', mid: 'mediados', late: 'finales' },
  shifts: { '-1': 'pasado pasada anterior', 1: 'proximo proxima entrante' },
};
