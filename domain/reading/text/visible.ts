import type { Span } from './text.ts';

/** Soft hyphens, zero-width spaces and joiners, marks of direction: what stands within words and is not seen. */
export const unseen = /\p{Default_Ignorable_Code_Point}+/gu;

/** A text as it is seen, and where its parts stand in the text as it is stored. */
export type Visible = { text: string; stored: (span: Span) => Span };

/** The text without what is not seen. */
export function visible(text: string): Visible {
  return rewritten(text, unseen, () => '');
}

/** The same on one line: blanks in a row are one, at its ends none. */
export function visibleLine(text: string): Visible {
  return rewritten(text, /[\s\p{Default_Ignorable_Code_Point}]+/gu, (run, at) =>
    /\s/.test(run) && at > 0 && at + run.length < text.length ? ' ' : '',
  );
}

function rewritten(text: string, pattern: RegExp, written: (run: string, at: number) => string): Visible {
  /** Where each rewritten run ends, here and in the stored text. */
  const ends: { here: number; stored: number }[] = [];
  let shorter = 0;
  const seen = text.replace(pattern, (run, at: number) => {
    const instead = written(run, at);
    ends.push({ here: at - shorter + instead.length, stored: at + run.length });
    shorter += run.length - instead.length;
    return instead;
  });
  // A run goes with what stands behind it at the start of a span, and with what follows the span at its end.
  const storedAt = (at: number, isEnd: boolean) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isEnd ? ends[middle]!.here < at : ends[middle]!.here <= at) low = middle + 1;
      else high = middle;
    }
    const before = ends[low - 1];
    return before ? before.stored + at - before.here : at;
  };
  return {
    text: seen,
    stored: ({ start, end }) => ({ start: storedAt(start, false), end: storedAt(end, true) }),
  };
}
