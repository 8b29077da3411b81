import type { Form, Frame, TriggerRow } from '../../clauses/frames.ts';

export type Options = { rest?: string; withEtre?: boolean };

/** Verbs: "infinitive present participle simple-past gerund" of each, the forms of a tense divided by "/". */
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
    return row(frame, { rest, withEtre }, { base, present, participle, past, gerund });
  });
}

/** The forms of a verb, each with what must follow it. */
export function row(
  frame: Frame,
  { rest = '', withEtre = false }: Options,
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

/** The rows with each participle that is marked by "~" in all the forms that the language gives it. */
export function agreeingAs(
  formsOf: (participle: string) => readonly string[],
): (rows: readonly TriggerRow[]) => TriggerRow[] {
  return (rows) =>
    rows.map((row) => {
      const forms = Object.entries(row.forms).map(([form, phrases]) => [
        form,
        phrases.replace(/(\p{L}+)~/gu, (_, participle: string) => formsOf(participle).join('/')),
      ]);
      return { ...row, forms: Object.fromEntries(forms) as TriggerRow['forms'] };
    });
}
