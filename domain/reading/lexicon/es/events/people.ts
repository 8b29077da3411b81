import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, prender, regular } from './rows.ts';

const property =
  'casa/casas/vivienda/viviendas/vehículo/vehículos/bus/buses/camión/camiones/carro/carros/moto/motos/maquinaria/maquinarias/tractocamión/tractocamiones/tractomula/tractomulas/ambulancia/ambulancias/peaje/local/locales/negocio/negocios/oficina/oficinas/sede/campamento/campamentos/retroexcavadora/retroexcavadoras/volquetas/equipos/estación/instalaciones';

export const peopleEs = agreeing([
  ...regular('abduct', 'secuestrar raptar plagiar'),
  ...verbs('abduct', 'retener retiene/retienen retenido~ retuvo/retuvieron reteniendo'),
  ...regular('abduct', 'llevar', {
    rest: '* fuerza; a la fuerza; * rehenes; * secuestrado/secuestrados; consigo; * de * casa/finca/vivienda/predio; a * hombres/mujer/joven/jóvenes/líder/trabajadores/personas',
  }),
  ...regular('abduct', 'tomar', { rest: '* rehén/rehenes; como rehenes; de rehenes' }),
  ...regular('abduct', 'reclutar', { rest: '* fuerza; por la fuerza; a la fuerza; forzadamente; * menores' }),
  {
    frame: 'abduct',
    forms: {
      past: 'desapareció/desaparecieron * hombres/trabajadores/mineros/jóvenes/geólogos/ingenieros/líder; se llevaron a; se llevaron al; se llevó a; obligó/obligaron a subir; fue/fueron privado/privados de * libertad; permanece/permanecen secuestrado/secuestrados/retenido/retenidos; privaron de * libertad',
      noun: 'secuestro/secuestros/plagio/rapto/raptos; desaparición forzada; toma de rehenes; retención de; privación * libertad; levantón; reclutamiento forzado; secuestro masivo',
      participle: 'levantado~ por * hombres/comando; desaparecido~ por',
    },
  },
  ...regular('loot', 'saquear incendiar quemar vandalizar desvalijar robar'),
  ...regular('loot', 'incinerar'),
  ...verbs('loot', prender, { rest: 'fuego; * fuego; candela' }),
  ...verbs('loot', 'destruir destruye/destruyen destruido~ destruyó/destruyeron destruyendo', {
    rest: `* ${property}`,
  }),
  nouns(
    'loot',
    `quema/incineración/incendio/saqueo/saqueos/destrucción de * ${property}; quema de; saqueo/saqueos; robo de * oro/maquinaria/ganado; asalto y robo`,
  ),
  ...regular('rape', 'violar', { rest: 'sexualmente; a * mujer/mujeres/niña/niñas/menor' }),
  nouns('rape', 'violación de * mujer/mujeres/niña/niñas; violaciones sexuales; agresión sexual'),
]);
