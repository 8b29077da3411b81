import { z } from 'zod';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { calendarDate, millisecondsPerDay } from '../../domain/time.ts';
import { type Refusal, refusalsOf } from '../refusing/refusal.ts';
import { lineOf } from '../refusing/text-input.ts';
import { offThread } from '../threads/off-thread.ts';
import { proseOf } from './plain-text.ts';

/** The most bytes that a report may have. */
export const maxReportBytes = 2_000_000;
const firstDay = '1989-01-01';
const fewestWords = 5;

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    message: 'must be an http(s) address',
  })
  // What no address holds as it is, such as letters with accents, is longer once it is encoded.
  .refine(
    (value) => !URL.canParse(value) || new URL(value).href.length <= 2000,
    'must not be longer than 2000',
  );

const published = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'must be the day or the instant of publication, such as 2025-03-20 or 2025-03-20T09:00:00Z',
  })
  .meta({ description: 'Dates in the text count from here: "on Wednesday" is the one before.' });

const rawText = z.string().max(maxReportBytes, `must not be longer than ${maxReportBytes} characters`);

/** A report as the API takes it and the command line makes it. */
export const reportInput = z.strictObject({
  url: webAddress.nullish().meta({ description: 'Where it is published: what the report is known by.' }),
  publishedAt: published,
  publisher: lineOf(200).nullish(),
  title: lineOf(500).nullish().meta({ description: 'Left out: the title that the HTML states.' }),
  text: rawText.nullish().meta({ description: 'Plain text without the title; a line a paragraph.' }),
  html: rawText.nullish().meta({ description: 'The page; it is reduced to its article.' }),
  mayShowRaw: z
    .boolean()
    .default(false)
    .meta({ description: 'May the raw text be shown to the users of this installation, by its licence?' }),
});

/**
 * Reads a report that is handed in: HTML is reduced to its article. `now` bounds the date. What is refused names the
 * field, what was expected and what came.
 */
export async function parseReport(
  input: unknown,
  now: Date,
): Promise<{ ok: true; article: ArticleInput } | { ok: false; refusals: Refusal[] }> {
  const parsed = reportInput.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, input) };
  const { url, publishedAt, publisher, title, text, html, mayShowRaw } = parsed.data;
  const published = new Date(publishedAt);
  const refusals = [...dateRefusals(published, publishedAt, now), ...contentRefusals(text, html)];
  if (refusals.length > 0) return { ok: false, refusals };
  const reduced =
    typeof html === 'string' ? await offThread('reduceHtml', html) : { title: null, text: proseOf(text!) };
  const noProse = proseRefusal(reduced.text, typeof html === 'string' ? 'html' : 'text');
  if (noProse) return { ok: false, refusals: [noProse] };
  return {
    ok: true,
    article: {
      source: 'news',
      url: url ?? null,
      publishedAt: published,
      publisher: publisher ?? null,
      title: title ?? reduced.title,
      text: reduced.text,
      html: html ?? null,
      mayShowRaw,
    },
  };
}

function dateRefusals(published: Date, got: string, now: Date): Refusal[] {
  const field = 'publishedAt';
  // East of Greenwich a new day begins earlier.
  if (published.getTime() > now.getTime() + millisecondsPerDay)
    return [{ field, expected: `must not lie in the future (today is ${calendarDate(now)})`, got }];
  if (published.getTime() < Date.parse(firstDay))
    return [{ field, expected: `must not lie before ${firstDay}`, got }];
  return [];
}

function contentRefusals(text: string | null | undefined, html: string | null | undefined): Refusal[] {
  const given = [text, html].filter((content) => typeof content === 'string');
  if (given.length !== 1) {
    const got = given.length === 0 ? 'neither' : 'both';
    return [{ field: '(whole)', expected: 'needs exactly one of text and html', got }];
  }
  const field = typeof text === 'string' ? 'text' : 'html';
  const content = given[0]!;
  if (content.trim() === '') return [{ field, expected: 'must not be empty', got: 'nothing but blanks' }];
  const isBinary = content.includes('\0') || countControls(content) > content.length / 100;
  return isBinary ? [{ field, expected: 'must be text', got: 'binary data' }] : [];
}

function countControls(text: string): number {
  return text.match(/[^\P{Cc}\t\n\v\f\r\x85]|\ufffd/gu)?.length ?? 0;
}

/** Lists of figures, program text and the like: less than half of it are letters, or there are hardly any words. */
function proseRefusal(text: string, field: string): Refusal | null {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const visible = text.replace(/\s+/g, '').length;
  if (words.length >= fewestWords && letters >= visible / 2) return null;
  const got = words.length === 0 ? 'no words' : `${words.length} words in ${visible} characters`;
  return { field, expected: 'must hold prose: sentences that tell what happened', got };
}
