import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { withCleanWords } from '../files/field-text.ts';
import type { Row } from '../files/row-reader.ts';
import { parseSite } from './site-input.ts';

const wordFields = ['name', 'aliases', 'minerals', 'operator', 'admin1'];

/** Validates the site that a row was read as. The field `id` becomes the id of a site that is new. */
export function siteRow(
  at: { line: number; raw: unknown },
  input: Record<string, unknown>,
  record: { dataset: string; recordId?: string } & Partial<
    Pick<CollectedSite, 'details' | 'asOf' | 'edition' | 'visits'>
  >,
): Row<CollectedSite> {
  const parsed = parseSite(withCleanWords(input, { lines: wordFields }));
  if (!parsed.ok) return { ...at, ok: false, refusals: parsed.refusals };
  const value: CollectedSite = {
    recordId: parsed.id,
    siteId: parsed.id,
    site: parsed.site,
    sameAs: parsed.sameAs,
    visits: [],
    ...record,
  };
  return { ...at, ok: true, value };
}
