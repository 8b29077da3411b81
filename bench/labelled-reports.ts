import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../config/package-root.ts';
import { languages } from '../domain/reading/text/text.ts';

const label = z.object({
  subTypes: z.array(z.string()).min(1),
  occurredOn: z.tuple([z.string(), z.string()]),
  place: z.object({ name: z.string(), latitude: z.number(), longitude: z.number() }).nullable(),
  actors: z.array(z.string()),
  deathsBest: z.number().nullable(),
  is: z.string(),
});

const report = z.object({
  language: z.enum(languages),
  publishedOn: z.string(),
  title: z.string().nullable(),
  hard: z.array(z.string()),
  paragraphs: z.array(z.string()).min(1),
  events: z.array(label),
  // What a fair reader might record or leave out: neither a hit nor a false alarm.
  tolerated: z.array(label).default([]),
});

/** An event as a person read it from a report: all that a fair reader would accept. */
export type Label = z.infer<typeof label>;

export type LabelledReport = z.infer<typeof report> & { name: string };

/**
 * `reports` serve to develop the reader; nobody who works on it looks into `set-aside`, of which only the totals are
 * shown.
 */
export type ReportSet = 'reports' | 'set-aside';

/** The labelled reports in a language that is read, by name. Throws with the file's name where one is not as it should be. */
export function readLabelledReports(set: ReportSet): LabelledReport[] {
  const folder = path.join(packageRoot, 'test', 'reading', set);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, content: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) }))
    .filter(({ content }) => languages.includes(content.language))
    .map(({ name, content }) => {
      const parsed = report.safeParse(content);
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      return { ...parsed.data, name: name.replace(/\.json$/, '') };
    });
}
