import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

const charge =
  'bomba/bombas/mina/minas/artefacto/artefactos/explosivo/explosivos/cilindro/cilindros/dinamita/granada';

export const explosivesEs = agreeing([
  nouns(
    'airstrike',
    'bombardeo/bombardeos aéreo/aéreos; bombardeo/bombardeos; ataque/ataques con dron/drones/drone; ataque/ataques * con/de/mediante dron/drones; ataque aéreo; ataques aéreos; dron/drones con/cargado/cargados * explosivo/explosivos; atentado con dron/drones; dron/drones explosivo/explosivos',
  ),
  ...regular('airstrike', 'bombardear'),
  {
    frame: 'airstrike',
    forms: {
      past: 'dron/drones/avión/aviones/helicóptero/helicópteros * lanzó/lanzaron/soltó/soltaron/dejó/dejaron/arrojó/arrojaron/bombardeó/bombardearon/atacó/atacaron/mató/mataron/explotó/explotaron/estalló/cayó/cayeron/impactó/impactaron/detonó; lanzaron/lanzó/arrojaron/arrojó/dejaron/soltaron * desde/con * dron/drones; atacado~ con/por dron/drones; atacado~ * dron/drones; atacaron/atacó * con * dron/drones; utilizaron/usaron * dron/drones',
      present:
        'dron/drones/avión * lanza/lanzan/mata/matan/ataca/atacan/deja/dejan/cae/caen/hiere/hieren/impacta; atacan/ataca * con * dron/drones; lanzan/arrojan * desde/con * dron/drones',
    },
  },
  nouns(
    'shelling',
    'lanzamiento de * cilindros/rockets/cohetes/morteros; tatucos; fuego de mortero; morterazos; ataque con morteros/cilindros/tatucos; rampla de',
  ),
  {
    frame: 'shelling',
    forms: {
      past: 'lanzaron/lanzó/dispararon/arrojaron * cilindros/cohetes/morteros/tatucos/rockets; proyectil/proyectiles/mortero/cohete/cilindro * cayó/cayeron/impactó/impactaron',
    },
  },
  nouns(
    'grenade',
    'ataque/atentado con granada/granadas; explosión de * granada; granadazo; lanzamiento de * granada/granadas',
  ),
  {
    frame: 'grenade',
    forms: {
      past: 'lanzaron/lanzó/arrojaron/arrojó/detonaron/tiraron * granada/granadas; atacaron/atacó * con granada/granadas; granada/granadas * explotó/estalló/explotaron/lanzada/detonó',
      present: 'lanzan/arrojan * granada/granadas; atacan/ataca * con granada/granadas',
    },
  },
  nouns('suicide', 'atentado suicida; ataque suicida; coche bomba suicida'),
  nouns(
    'explosion',
    `atentado/atentados/explosión/explosiones/detonación/detonaciones/voladura/voladuras; atentado/ataque con explosivos/bomba/dinamita/${charge}; explosión de * ${charge}; carro/carros/coche/coches/moto/motos/camioneta/camión/camiones bomba; motobomba/carrobomba; carga explosiva; artefacto explosivo; mina antipersonal/antipersona; campo minado; ataque con explosivos; voladura de`,
  ),
  ...regular('explosion', 'dinamitar'),
  ...regular('explosion', 'explotar detonar', { rest: `* ${charge}` }),
  ...regular('explosion', 'estallar', { rest: `* ${charge}` }),
  ...verbs('explosion', 'volar/volaran/volara vuela/vuelan volado~ voló/volaron volando', {
    rest: '* torre/torres/puente/oleoducto/tubo/subestación/túnel/bocamina/polvorín',
  }),
  ...regular('explosion', 'activar instalar', { rest: `* ${charge}` }),
  {
    frame: 'explosion',
    forms: {
      past: `lanzaron/lanzó/arrojaron/arrojó * bomba/bombas/explosivo/explosivos/dinamita/artefacto/artefactos; pisó/pisaron * mina/artefacto; ${charge} * explotó/estalló/detonó/mató/explotaron/estallaron/hirió/dejó; cayó/cayeron en * mina/minado; hizo/hicieron explotar/estallar/detonar; derribaron/derribó/derribada/derribadas/derribado * torre/torres`,
      present: `hacen/hace explotar/estallar/detonar/volar`,
    },
  },
]);
