import type { Frame, TriggerRow } from '../../../clauses/frames.ts';
import { agreeingAs, type Options, row } from '../../events/romance-rows.ts';

/** Regular verbs in -er by their stem: attaqu-, pill-. */
export function regular(frame: Frame, stems: string, options: Options = {}): TriggerRow[] {
  return stems.split(' ').map((stem) => {
    const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
    return row(frame, options, {
      base: `${stem}er`,
      present: `${stem}e/${stem}ent`,
      participle: `${stem}é~`,
      past: `${soft}a/${stem}èrent`,
      gerund: `${soft}ant`,
    });
  });
}

export const prendre = 'prendre prend/prennent pris~ prit/prirent prenant';
export const reprendre = 'reprendre reprend/reprennent repris~ reprit/reprirent reprenant';
export const mettre = 'mettre met/mettent mis~ mit/mirent mettant';
export const tirer = 'tirer tire/tirent tiré~ tira/tirèrent tirant';
export const tenir = 'tenir tient/tiennent tenu~ tint/tinrent tenant';
export const people = 'civils/civil/personnes/villageois/habitants/manifestants';

/** "tué~" is "tué/tuée/tués/tuées". */
export const agreeing = agreeingAs((participle) => {
  const endings = participle.endsWith('s') ? ['', 'e', 'es'] : ['', 'e', 's', 'es'];
  return endings.map((ending) => participle + ending);
});
