import type { Frame, TriggerRow } from '../../../clauses/frames.ts';
import { agreeingAs, type Options, row } from '../../events/romance-rows.ts';

/** Regular verbs by their infinitive: atacar, agredir. "Después de que ATACARAN" did happen where an infinitive would have. */
export function regular(frame: Frame, infinitives: string, options: Options = {}): TriggerRow[] {
  return infinitives.split(' ').map((base) => {
    const stem = base.slice(0, -2);
    return row(
      frame,
      options,
      base.endsWith('ar')
        ? {
            base: `${base}/${base}se/${stem}ara/${stem}aran`,
            present: `${stem}a/${stem}an`,
            participle: `${stem}ado~`,
            past: `${stem}ó/${stem}aron`,
            gerund: `${stem}ando/${stem}ándose`,
          }
        : {
            base: `${base}/${base}se/${stem}iera/${stem}ieran`,
            present: `${stem}e/${stem}en`,
            participle: `${stem}ido~`,
            past: `${stem}ió/${stem}ieron`,
            gerund: `${stem}iendo/${stem}iéndose`,
          },
    );
  });
}

export const dejar = 'dejar deja/dejan dejado dejó/dejaron dejando';
export const prender = 'prender prende/prenden prendido prendió/prendieron prendiendo';
export const abrir = 'abrir abre/abren abierto abrió/abrieron abriendo';

/** "quemado~" is "quemado/quemada/quemados/quemadas". */
export const agreeing = agreeingAs((participle) => {
  const stem = participle.slice(0, -1);
  return ['o', 'a', 'os', 'as'].map((ending) => stem + ending);
});
