import type { Form, Frame, TriggerRow } from '../../../clauses/frames.ts';

type Options = { rest?: string; withEtre?: boolean };

/** Regular verbs in -er by their stem: attaqu-, pill-. */
export function regular(
  frame: Frame,
  stems: string,
  { rest = '', withEtre = false }: Options = {},
): TriggerRow[] {
  return stems.split(' ').map((stem) => {
    const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
    return row(frame, rest, withEtre, {
      base: `${stem}er`,
      present: `${stem}e/${stem}ent`,
      participle: `${stem}é~`,
      past: `${soft}a/${stem}èrent`,
      gerund: `${soft}ant`,
    });
  });
}

/** Other verbs: "infinitive present participle simple-past gerund", each with its forms divided by "/". */
export function verbs(
  frame: Frame,
  list: string,
  { rest = '', withEtre = false }: Options = {},
): TriggerRow[] {
  return list.split(',').map((verb) => {
    const [base, present, participle, past, gerund] = verb.trim().split(/\s+/) as [
      string,
      string,
      string,
      string,
      string,
    ];
    return row(frame, rest, withEtre, { base, present, participle, past, gerund });
  });
}

function row(
  frame: Frame,
  rest: string,
  withEtre: boolean,
  words: Partial<Record<Form, string>>,
): TriggerRow {
  const endings = rest.split(';').map((ending) => ending.trim());
  const forms = Object.entries(words).map(([form, word]) => [
    form,
    endings.map((ending) => `${word} ${ending}`.trim()).join(';'),
  ]);
  return { frame, withEtre, forms: Object.fromEntries(forms) as TriggerRow['forms'] };
}

export function nouns(frame: Frame, noun: string): TriggerRow {
  return { frame, forms: { noun } };
}

export const prendre = 'prendre prend/prennent pris~ prit/prirent prenant';
export const reprendre = 'reprendre reprend/reprennent repris~ reprit/reprirent reprenant';
export const mettre = 'mettre met/mettent mis~ mit/mirent mettant';
export const tirer = 'tirer tire/tirent tiré~ tira/tirèrent tirant';
export const tenir = 'tenir tient/tiennent tenu~ tint/tinrent tenant';
export const people = 'civils/civil/personnes/villageois/habitants/manifestants';

/** The rows with each participle that is marked by "~" in all its forms: "tué~" is "tué/tuée/tués/tuées". */
export function agreeing(rows: readonly TriggerRow[]): TriggerRow[] {
  return rows.map((row) => {
    const forms = Object.entries(row.forms).map(([form, phrases]) => [
      form,
      phrases.replace(/(\p{L}+)~/gu, (_, participle: string) => formsOf(participle)),
    ]);
    return { ...row, forms: Object.fromEntries(forms) as TriggerRow['forms'] };
  });
}

function formsOf(participle: string): string {
  const endings = participle.endsWith('s') ? ['', 'e', 'es'] : ['', 'e', 's', 'es'];
  return endings.map((ending) => participle + ending).join('/');
}
