export const compassFr: Record<number, string> = {
  0: 'nord n',
  45: 'nordest ne',
  90: 'est e',
  135: 'sudest se',
  180: 'sud s',
  225: 'sudouest so',
  270: 'ouest',
  315: 'nordouest no',
};
