export const compassEs: Record<number, string> = {
  0: 'norte',
  45: 'noreste nordeste',
  90: 'este oriente',
  135: 'sureste sudeste suroriente',
  180: 'sur',
  225: 'suroeste sudoeste suroccidente',
  270: 'oeste occidente',
  315: 'noroeste noroccidente',
};
