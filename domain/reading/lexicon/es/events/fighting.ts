import { nouns, verbs } from '../../events/romance-rows.ts';
import { abrir, agreeing, dejar, regular } from './rows.ts';

export const fightingEs = agreeing([
  nouns(
    'clash',
    'combate/combates/enfrentamiento/enfrentamientos/choque/choques/hostigamiento/hostigamientos/balacera/balaceras/tiroteo/tiroteos/refriega/escaramuza/escaramuzas; intercambio/cruce de disparos/tiros/fuego/bala; fuego cruzado; lucha armada; choque armado; combates armados; enfrentamiento armado; enfrentamientos armados',
  ),
  ...regular('clash', 'enfrentar', { withEtre: true }),
  ...regular('clash', 'chocar', { rest: 'con; contra', withEtre: true }),
  ...regular('clash', 'combatir', { rest: 'contra; con; a; entre', withEtre: true }),
  ...regular('clash', 'abatir', {}),
  ...regular('clash', 'neutralizar', {}),
  ...regular('clash', 'intercambiar cruzar', { rest: '* disparos/tiros/fuego' }),
  {
    frame: 'clash',
    forms: {
      past: 'sostuvieron/libraron/sostuvo/libró * combate/combates/enfrentamiento/enfrentamientos; trabaron * combate; se disputan a tiros; respondieron/respondió * disparos/fuego; repelieron/repelió * disparos/fuego',
    },
  },
  ...regular('repel', 'rechazar repeler frustrar', {
    rest: '* ataque/asalto/ofensiva/incursión/atacantes/guerrilleros/hostigamiento/agresión',
  }),
  ...regular('attack', 'atacar asaltar emboscar hostigar ametrallar balear tirotear agredir'),
  ...regular('attack', 'disparar', {
    rest: 'contra; a; al; sobre; en contra; * contra; indiscriminadamente; sin mediar',
  }),
  ...verbs('attack', abrir, { rest: 'fuego; * fuego' }),
  ...regular('attack', 'lanzar realizar perpetrar ejecutar cometer', {
    rest: '* ataque/ataques/asalto/emboscada/incursión/hostigamiento/atentado/masacre/ofensiva',
  }),
  ...regular('attack', 'irrumpir', { rest: '* disparos/tiros/armados; a tiros; a bala' }),
  {
    frame: 'attack',
    forms: {
      past: 'cayó/cayeron en * emboscada; sufrió/sufrieron * ataque/emboscada/hostigamiento; fue/fueron blanco de * ataque/ataques/disparos/hostigamiento; fue/fueron víctima/víctimas de * ataque/emboscada; tendió/tendieron * emboscada; sembró/sembraron * terror',
      noun: 'ataque/ataques/asalto/asaltos/emboscada/emboscadas/masacre/masacres/incursión/incursiones/matanza/matanzas/carnicería; ataque/asalto armado; ataque a bala/tiros/balazos; ataque sicarial; ataque a; ataque contra; atentado sicarial; atentado a bala/tiros; hostigamiento a/contra; ráfagas',
    },
  },
  ...regular(
    'kill',
    'asesinar matar masacrar ejecutar decapitar acribillar degollar ultimar fusilar ajusticiar linchar',
  ),
  ...verbs('kill', 'morir muere/mueren muerto murió/murieron muriendo'),
  ...verbs('kill', 'fallecer fallece/fallecen fallecido falleció/fallecieron falleciendo'),
  ...verbs('kill', 'perecer perece/perecen perecido pereció/perecieron pereciendo'),
  ...verbs('kill', dejar, {
    rest: '* muerto/muertos/muerta/muertas; * muertos/muertas; * víctimas; * fallecidos; * sin vida',
  }),
  ...regular('kill', 'cobrar', { rest: '* vida/vidas' }),
  ...regular('kill', 'causar provocar ocasionar', { rest: '* muerte/muertes/muertos; la muerte' }),
  ...regular('kill', 'quitar arrebatar segar', { rest: 'la vida; * vida' }),
  {
    frame: 'kill',
    forms: {
      past: 'perdió/perdieron la vida; resultó/resultaron muerto/muertos/muerta/muertas; cayó/cayeron muerto/muertos/muerta; ha/han perdido la vida; dio/dieron muerte; encontrados/encontrado/hallados/hallado sin vida; encontrado/encontrados/hallado/hallados con * disparos/tiros/balazos/impactos; hallados/hallado/encontrados/encontrado muertos/muerto; fue/fueron hallado/hallados/encontrado/encontrados * cuerpo/cuerpos/cadáver/cadáveres; hallan/encuentran/hallaron/encontraron/halló/encontró sin vida; hallan/encuentran/hallaron/encontraron * sin vida; hallan/encuentran/hallaron/encontraron * cuerpo/cuerpos/cadáver/cadáveres/muerto/muertos/muerta; aparecieron/apareció * muertos/muerto/cuerpos/cadáveres; recuperaron/recuperan * cuerpos',
      participle:
        'muerto/muertos/muerta/muertas a bala/tiros/balazos/cuchilladas/machetazos; muerto~ por/tras/durante',
      noun: 'asesinato/asesinatos/homicidio/homicidios/ejecución/ejecuciones; crimen de; muerte de; muerte violenta; múltiple homicidio; muertos',
    },
  },
]);
