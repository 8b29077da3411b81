import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

const work =
  'operaciones/operación/producción/actividades/labores/trabajos/faenas/faena/extracción/mina/minas/proyecto/exploración/explotación';
const way =
  'vía/vías/carretera/carreteras/paso/ruta/rutas/corredor/corredores/frontera/fronteras/troncal/tránsito/puente/acceso/accesos/autopista/panamericana/tramo/camino/caminos';
const staff = 'personal/trabajadores/empleados/contratistas/equipo/equipos/ingenieros';

export const operationEs = agreeing([
  nouns(
    'suspend',
    `suspensión/paralización/cese/interrupción/cierre/paralizacion/detención de/temporal/indefinida/indefinido/total/inmediata * ${work}; suspensión; paralización; fuerza mayor; cierre temporal`,
  ),
  ...regular('suspend', 'suspender paralizar cesar frenar interrumpir'),
  ...verbs('suspend', 'detener detiene/detienen detenido~ detuvo/detuvieron deteniendo', {
    rest: `* ${work}`,
  }),
  ...regular('suspend', 'parar cerrar', { rest: `* ${work}` }),
  ...regular('suspend', 'declarar invocar', { rest: '* fuerza mayor' }),
  {
    frame: 'suspend',
    forms: {
      past: 'cierra/cerró/cerraron * mina/minas/operaciones; se quedó sin operar; dejó/dejaron de operar/producir/funcionar; bajó/bajaron la producción; ordenó/ordenaron * cierre/paralización/suspensión; puso/pusieron fin a',
      participle: 'parado~/detenido~/paralizado~ desde/tras/por; detenido~ después/luego',
    },
  },
  ...verbs('evacuate', 'evacuar evacúa/evacúan evacuado~ evacuó/evacuaron evacuando'),
  ...regular('evacuate', 'retirar replegar desmovilizar', { rest: `* ${staff}` }),
  nouns('evacuate', `evacuación de; evacuación; retiro/repliegue/salida de/del * ${staff}`),
  ...regular('restart', 'reanudar reiniciar reactivar retomar', { rest: `* ${work}; ` }),
  ...verbs('restart', 'reabrir reabre/reabren reabierto~ reabrió/reabrieron reabriendo'),
  {
    frame: 'restart',
    forms: {
      past: `volvió/volvieron/vuelve/vuelven a operar/producir/funcionar/trabajar; volvió/volvieron a la normalidad; levantó/levantaron/levantada/levantado * bloqueo/suspensión/paro/medida`,
      noun: `reanudación/reinicio/reactivación/reapertura de/del/gradual; reanudación/reinicio/reapertura; levantamiento * bloqueo/paro/suspensión`,
    },
  },
  ...regular('close', 'bloquear obstruir'),
  ...regular('close', 'cerrar cortar tapar tomar interrumpir', { rest: `* ${way}` }),
  nouns(
    'close',
    `bloqueo/bloqueos/cierre/corte/cortes/toma/obstrucción de/en/total/a/sobre/indefinido * ${way}; bloqueo/bloqueos; cierre de * ${way}; barricadas en; trancazo; tranque; retén/retenes ilegal/ilegales`,
  ),
  {
    frame: 'close',
    forms: {
      participle: `${way} bloqueado~/cerrado~/cortado~/tomado~`,
    },
  },
  {
    frame: 'close',
    forms: {
      past: 'paro armado; decretó/decretaron/impuso/impusieron/declaró/declararon * paro armado; impidieron/impide/impiden * paso/tránsito; decreta/decretan/declara/impone * paro armado',
      noun: 'paro armado',
    },
  },
]);
