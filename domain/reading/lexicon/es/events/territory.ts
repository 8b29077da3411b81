import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

export const territoryEs = agreeing([
  ...regular('seize', 'tomar ocupar retomar recuperar liberar invadir copar'),
  ...regular('seize', 'tomar retomar recuperar asumir', { rest: '* control; el control; posesión' }),
  ...regular('seize', 'apoderar adueñar', { rest: 'de; del', withEtre: true }),
  ...regular('seize', 'expulsar desalojar', { rest: '* de/del' }),
  nouns(
    'seize',
    'toma/ocupación/retoma/recuperación/invasión de/del; toma guerrillera; toma armada; toma de control; invasión de * mina/minas/socavón/bocamina; toma/invasión * mina/bocamina/campamento',
  ),
  {
    frame: 'seize',
    forms: {
      present: 'controla/controlan ahora; controla/controlan desde; controla/controlan',
      participle: 'bajo * control de/del; en manos de/del; en poder de/del',
    },
  },
  ...verbs('fall', 'caer cae/caen caído~ cayó/cayeron cayendo', {
    rest: 'en manos; bajo * control; en poder',
  }),
  nouns('fall', 'caída/pérdida de/del'),
  ...regular('enter', 'entrar ingresar', { rest: 'a; al; en; por' }),
  ...regular('enter', 'irrumpir incursionar', { rest: 'en' }),
  ...regular('enter', 'llegar', { rest: 'armados a; * armados' }),
  nouns('enter', 'ingreso/entrada/incursión/irrupción de/del/a/en; desembarco'),
  ...regular('leave', 'retirar replegar marchar', { rest: 'de; del; desde; hacia', withEtre: true }),
  ...regular('leave', 'abandonar desocupar desalojar'),
  ...verbs('leave', 'salir sale/salen salido~ salió/salieron saliendo', { rest: 'de; del' }),
  nouns('leave', 'retiro/repliegue/retirada/salida de/del; retirada/repliegue'),
  ...regular('handover', 'entregar', { rest: '* control' }),
  ...regular('base', 'instalar montar levantar', { rest: '* base/campamento/campamentos/puesto/cuartel' }),
  ...verbs('base', 'establecer establece/establecen establecido~ estableció/establecieron estableciendo', {
    rest: '* base/campamento/cuartel/puesto',
  }),
]);
