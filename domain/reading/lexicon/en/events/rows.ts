import type { Form, Frame, TriggerRow } from '../../../clauses/frames.ts';

/**
 * A row of verbs: "base present past participle gerund" of each, several separated by commas, and what must follow
 * them. Where past and participle are one word the form stays open.
 */
export function verbs(frame: Frame, list: string, rest = ''): TriggerRow[] {
  return list.split(',').map((verb) => {
    const [base, present, past, participle, gerund] = verb.trim().split(/\s+/) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const phrase = (word: string) =>
      rest
        ? rest
            .split(';')
            .map((ending) => `${word} ${ending.trim()}`)
            .join(';')
        : word;
    const forms: Partial<Record<Form, string>> =
      past === participle
        ? { either: phrase(past) }
        : { past: phrase(past), ...(participle === '-' ? {} : { participle: phrase(participle) }) };
    return {
      frame,
      forms: { ...forms, base: phrase(base), present: phrase(present), gerund: phrase(gerund) },
    };
  });
}

export function nouns(frame: Frame, noun: string): TriggerRow {
  return { frame, forms: { noun } };
}
