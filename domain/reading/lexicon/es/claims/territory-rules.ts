export const territoryRulesEs = {
  headingFor: 'hacia para',
  back: '',
  out: '',
  thereBefore: '',
  lost: 'perdido perdida perdió perdieron',
  bareHolding: 'bajo en',
  remaining: 'sigue siguen seguía permanece permanecen todavía aún continúa continúan mantiene mantienen',
  again: 'nuevo nuevamente',
  formerly: 'anteriormente antes antiguamente',
  taking: 'tomó tomaron toma toman tomado tomada tomar retomó retomaron ocupó ocuparon',
  partsOfObject:
    'la el los las de del ciudad pueblo pueblos vereda corregimiento municipio localidad localidades importante estratégico minera minero cerro base campamento puerto aeropuerto centro casco urbano mina minas bocamina dos tres cuatro también',
  relatives: 'que',
  towns: 'ciudad pueblo municipio localidad vereda corregimiento',
  mines: 'mina minas bocamina socavón yacimiento',
  into: 'en a al',
  outOf: 'de del',
  of: 'de del',
  betweenThingAndPlace:
    'en a al cerca de del la el los las pueblo ciudad vereda municipio localidad centro casco urbano pleno corazón afueras',
  holding: 'controlan controla ocupan ocupa',
  now: 'ahora',
  fromNowOn: 'ahora adelante',
  fleeing: 'personas civiles habitantes familias pobladores miles cientos población campesinos',
  pronouns: 'ellos él que quienes hombres grupo',
  buildings: `
    cárcel escuela colegio casa vivienda iglesia hospital hotel edificio oficina oficinas universidad templo mercado
    vigor negociaciones diálogo bar discoteca finca local domicilio`,
  thence: '',
};
