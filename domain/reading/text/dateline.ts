import { pagePhrases } from '../lexicon/text/page-phrases.ts';
import { sentenceWords } from '../lexicon/text/sentences.ts';
import type { Span } from './text.ts';

/** A dateline is looked for in so many characters from the start of a paragraph. */
const reach = 140;

/** A dash with a space after it: "GOMA - ", "(AFP) — ", "(ACP).- ". */
const dash = /(?:\s|\)|\.|\))\s?(?:-{1,2}|–|—|−)\s/g;
/** What ends at a stop or, in capitals, at a colon: "Cúcuta. ", "Culiacán, Sin. ", "QUETTA: ". */
const stop =
  /^(?:(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)(?:,\s\p{Lu}\p{Ll}{1,5})?\.|(\p{Lu}{3,}(?:\s\p{Lu}{3,})?):)\s+(?=[\p{Lu}¿¡"“«].{30})/u;
const monthName = new RegExp(`\\b${pagePhrases.months}`, 'i');

/**
 * The dateline at the start of a paragraph ("GOMA - ", "KINSHASA (Reuters) – ", "Goma, 20 mars 2025 (AFP) — "), up to
 * where its sentence begins; null where it has none.
 */
export function datelineOf(text: string, paragraph: Span): Span | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach));
  const stopped = stop.exec(head);
  if (stopped && !sentenceWords.noTowns.has((stopped[1] ?? stopped[2])!.toUpperCase()))
    return { start: paragraph.start, end: paragraph.start + stopped[0].length };
  dash.lastIndex = 0;
  const found = dash.exec(head);
  if (found === null) return null;
  const place = head.slice(0, found.index + (found[0].startsWith(')') ? 1 : 0)).trim();
  const rest = head.slice(found.index + found[0].length);
  if (!isDateline(place, /^["“«'‘(\s]*\p{Lu}/u.test(rest))) return null;
  const end = paragraph.start + found.index + found[0].length;
  return { start: paragraph.start, end: end + (/^\s*/.exec(rest)?.[0].length ?? 0) };
}

function isDateline(head: string, capitalFollows: boolean): boolean {
  if (head.length < 3 || !/^[(\p{Lu}]/u.test(head)) return false;
  const words = head.split(/\s+/);
  if (words.length > 12 || /[.!?]\s+\p{Lu}\p{Ll}{2,}\s+\p{Ll}/u.test(head)) return false;
  const lowerWords = words.filter((word) => /^\p{Ll}{3,}/u.test(word) && !monthName.test(word));
  if (lowerWords.length > 2) return false;
  const endsWithAgency = /\([^()]{2,30}\)$/.test(head);
  const place = (head.replace(/\([^()]{0,40}\)/g, '').split(',')[0] ?? '').trim();
  if (endsWithAgency && (place === '' || !/\d/.test(place))) return true;
  if (place === '' || /\d/.test(place) || sentenceWords.noTowns.has(place)) return false;
  const isCapitals = place.length >= 3 && place === place.toUpperCase() && /^[\p{Lu}\s/'’-]+$/u.test(place);
  if (isCapitals && place.split(/\s+/).length <= 4) return true;
  const hasDate = /\d/.test(head) && monthName.test(head) && lowerWords.length <= 1;
  if (hasDate) return true;
  return (
    capitalFollows &&
    words.length <= 2 &&
    words.every((word) => /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?,?$/u.test(word))
  );
}
