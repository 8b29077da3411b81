import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

export const unrestEs = agreeing([
  ...regular('protest', 'protestar manifestar'),
  ...regular('protest', 'marchar', {
    rest: '* contra/exigir/rechazar/pedir/protestar/reclamar; para exigir/pedir/rechazar; en rechazo; hasta; por las calles; pacíficamente',
  }),
  ...verbs('protest', 'salir sale/salen salido~ salió/salieron saliendo', {
    rest: 'a protestar; a marchar; a las calles; a la calle; * calles',
  }),
  ...regular('protest', 'realizar convocar organizar iniciar', {
    rest: '* marcha/manifestación/plantón/protesta/paro',
  }),
  nouns(
    'protest',
    'protesta/protestas/manifestación/manifestaciones/plantón/plantones/marcha/marchas/movilización/movilizaciones; paro minero/cívico/regional/agrario/indefinido; paro; cacerolazo; jornada de protesta',
  ),
  ...regular('disperse', 'dispersar desalojar reprimir', {
    rest: '* manifestantes/multitud/protesta/marcha/bloqueo/comuneros/manifestación/mineros; con gases; ',
  }),
  {
    frame: 'disperse',
    forms: {
      either:
        'dispararon/disparó * manifestantes/multitud/protesta; lanzaron/lanzó/usaron * gases/lacrimógenos * manifestantes; uso de gases; manifestante/manifestantes * muerto/muertos/herido/heridos * policía/bala/disparos',
      noun: 'represión de; represión * manifestación/protesta/manifestantes; gases lacrimógenos; desalojo de',
    },
  },
  nouns(
    'riot',
    'disturbio/disturbios/motín/asonada/asonadas/desmanes/turba; enfrentamiento/enfrentamientos/choque/choques entre * manifestantes/comuneros/mineros/vecinos/policía/pobladores; actos vandálicos; hechos vandálicos',
  ),
  ...regular('riot', 'quemar incendiar', { rest: '* llantas/neumáticos; llantas; barricadas' }),
  {
    frame: 'riot',
    forms: {
      past: 'lanzaron/arrojaron/tiraron/lanzó * piedras/piedra; levantaron/armaron * barricadas; manifestantes/turba/comuneros/vecinos/pobladores * incendiaron/quemaron/atacaron/saquearon/destruyeron/irrumpieron; apedrearon/apedreó; llovieron piedras; se enfrentaron * policía/policías',
      present: 'manifestantes/turba/comuneros/vecinos/pobladores * incendian/queman/atacan/saquean/destruyen',
    },
  },
  ...regular('lynch', 'linchar'),
  nouns('lynch', 'linchamiento/linchamientos; linchamiento de; justicia por mano propia'),
  {
    frame: 'lynch',
    forms: { past: 'turba/multitud/vecinos/pobladores * mató/mataron/linchó/lincharon/quemó/quemaron' },
  },
]);
