import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../config/package-root.ts';
import type { ActorSide } from '../../domain/actor.ts';
import type { KnownActor } from '../../domain/reading/actor-lexicon.ts';

type ActorRow = { id: string; name: string; aliases: string; side: ActorSide; country: string };

/** The actors of `data/actors.csv` as they are looked for in texts. */
export function readKnownActors(): KnownActor[] {
  const rows: ActorRow[] = parse(readFileSync(path.join(packageRoot, 'data', 'actors.csv')), {
    columns: true,
  });
  return rows.map(({ id, name, aliases, side, country }) => ({
    ...{ id, name, side },
    aliases: aliases.split(';').filter((alias) => alias.trim() !== ''),
    country: country === '' ? null : country,
  }));
}
