export const sentencesEs = {
  abbreviations: `
    gral cnel tte cap cmdte sgto cabo sr sra sres srta dr dra lic ing prof mons vs aprox tel av avda cra fig ibid
    p.ej ud uds vda mpio dpto depto`,
  capitalAbbreviations: 'gob pdte pte hon sto sta',
  abbreviationsBeforeNumbers:
    'no n° nº núm art arts p pp vol pág res sept oct nov ene feb mar abr jun jul ago dic km',
  starters: `
    el la los las un una unos unas él ella ellos ellas en al a pero y por para tras antes según desde durante su sus
    varios dos tres este esta estos estas ese esa nadie no cuando mientras así también`,
  elidedStarters: '',
  noTowns: 'ELN FARC EGC AGC EMC ONU EEUU URGENTE ATENCIÓN VIDEO EXCLUSIVO ÚLTIMA HORA',
};
