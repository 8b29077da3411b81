import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../config/package-root.ts';
import { type ActorRegister, type ActorSide, foldActorName } from '../../domain/actor.ts';

type ActorRow = { id: string; name: string; aliases: string; side: ActorSide; belongsTo: string };

/** The actors of `data/actors.csv`, by every name and alias. */
export function readActors(): ActorRegister {
  const rows: ActorRow[] = parse(readFileSync(path.join(packageRoot, 'data', 'actors.csv')), {
    columns: true,
  });
  const parentOf = new Map(rows.map((row) => [row.id, row.belongsTo]));
  const groupOf = (id: string): string => (parentOf.get(id) ? groupOf(parentOf.get(id)!) : id);
  const actors = new Map<string, { side: ActorSide; group: string }>();
  for (const { id, name, aliases, side } of rows) {
    for (const spelling of [name, ...aliases.split(';')]) {
      if (spelling.trim()) actors.set(foldActorName(spelling), { side, group: groupOf(id) });
    }
  }
  return actors;
}
