import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../config/package-root.ts';
import { type ActorRegister, type ActorSide, foldActorName } from '../../domain/actor.ts';
import type { KnownActor } from '../../domain/reading/actors/actor-lexicon.ts';

type ActorRow = Record<'id' | 'name' | 'aliases' | 'country' | 'belongsTo' | 'loyal', string> & {
  side: ActorSide;
};

function readRows() {
  const file = readFileSync(path.join(packageRoot, 'data', 'actors.csv'));
  const rows: ActorRow[] = parse(file, { columns: true });
  return rows.map((row) => ({
    ...row,
    aliases: row.aliases.split(';').filter((alias) => alias.trim() !== ''),
  }));
}

/** The actors of `data/actors.csv`, by every name and alias. */
export function readActors(): ActorRegister {
  const rows = readRows();
  const parentOf = new Map(rows.map((row) => [row.id, row.belongsTo]));
  const groupOf = (id: string): string => (parentOf.get(id) ? groupOf(parentOf.get(id)!) : id);
  const actors = new Map<string, { side: ActorSide; group: string }>();
  for (const { id, name, aliases, side } of rows) {
    for (const spelling of [name, ...aliases]) {
      actors.set(foldActorName(spelling), { side, group: groupOf(id) });
    }
  }
  return actors;
}

/** The actors of `data/actors.csv` as they are looked for in texts. */
export function readKnownActors(): KnownActor[] {
  return readRows().map(({ id, name, aliases, side, country, belongsTo, loyal }) => ({
    ...{ id, name, aliases, side },
    isLoyal: loyal === 'yes',
    country: country === '' ? null : country,
    belongsTo: belongsTo === '' ? null : belongsTo,
  }));
}
