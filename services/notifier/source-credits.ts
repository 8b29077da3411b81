import { acledAddress, acledTerms } from '../sources/events/acled-terms.ts';
import { plainText } from './plain-text.ts';

type SourceCredit = {
  /** As shown beside an event. */
  name: string;
  /** As shown at the end of the mail; null where the event's own link is the credit. */
  credit: string | null;
  /** May the text of its notes be passed on to readers, by its terms of use? */
  mayQuote: boolean;
};

/** Matched by the start of the source's name; the first that fits holds. */
const known: readonly (SourceCredit & { prefix: string })[] = [
  {
    prefix: 'ucdp-candidate',
    name: 'UCDP Candidate',
    credit: 'UCDP Candidate Events Dataset, Uppsala Conflict Data Program, CC BY 4.0, https://ucdp.uu.se',
    mayQuote: true,
  },
  {
    prefix: 'ucdp',
    name: 'UCDP GED',
    credit: 'UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, CC BY 4.0, https://ucdp.uu.se',
    mayQuote: true,
  },
  {
    prefix: 'acled',
    name: 'ACLED',
    credit: `${acledTerms.attribution}, ${acledAddress}, under its terms of use`,
    mayQuote: acledTerms.mayShowRaw,
  },
  {
    prefix: 'gdelt',
    name: 'GDELT (read from headlines by machine)',
    credit: 'The GDELT Project, https://www.gdeltproject.org',
    mayQuote: true,
  },
  { prefix: 'news', name: 'news report', credit: null, mayQuote: true },
];

export function creditOf(source: string): SourceCredit {
  const found = known.find(({ prefix }) => source.toLowerCase().startsWith(prefix));
  return found ?? { name: plainText(source, 40) || 'unnamed source', credit: null, mayQuote: true };
}
