import { type Doer, writeAudit } from '../database/audit.ts';
import type { Database } from '../database/pool.ts';
import { readSourceStates, switchOff, switchOn } from '../database/sources/source-state.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Refusal, refusalsOf } from '../refusing/refusal.ts';
import type { Source } from '../sources/source.ts';

/**
 * Switches a source on with what was chosen for it; what was chosen before and is not named now stays. Answers what is
 * wrong with that, where something is.
 */
export async function switchSourceOn(
  database: Database,
  source: Source,
  options: object,
  by: Doer,
  now: Date,
): Promise<Refusal[]> {
  const kept = (await readSourceStates(database)).get(source.name)?.options ?? {};
  const chosen = { ...kept, ...options };
  const parsed = source.options.safeParse(chosen);
  if (!parsed.success) return refusalsOf(parsed.error, chosen);
  await inTransaction(database, async (client) => {
    await switchOn(client, source.name, parsed.data, now);
    const details = { options: parsed.data };
    const entry = {
      actor: by.author,
      key: by.key,
      action: 'switched on',
      subject: `sources/${source.name}`,
      details,
    };
    await writeAudit(client, entry, now);
  });
  return [];
}

/** Switches a source off. What it brought stays. */
export async function switchSourceOff(
  database: Database,
  source: Source,
  by: Doer,
  now: Date,
): Promise<void> {
  await inTransaction(database, async (client) => {
    await switchOff(client, source.name);
    const subject = `sources/${source.name}`;
    await writeAudit(
      client,
      { actor: by.author, key: by.key, action: 'switched off', subject, details: {} },
      now,
    );
  });
}
