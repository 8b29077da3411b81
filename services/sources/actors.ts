import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../config/package-root.ts';
import { type ActorSide, type ActorSides, foldActorName } from '../../domain/actor.ts';

type ActorRow = {
  id: string;
  name: string;
  aliases: string;
  side: ActorSide;
  country: string;
  belongsTo: string;
};

/** The sides of the actors in `data/actors.csv`, by every name and alias. */
export function readActorSides(): ActorSides {
  const rows: ActorRow[] = parse(readFileSync(path.join(packageRoot, 'data', 'actors.csv')), {
    columns: true,
  });
  const sides = new Map<string, ActorSide>();
  for (const { name, aliases, side } of rows) {
    for (const spelling of [name, ...aliases.split(';')]) {
      if (spelling.trim()) sides.set(foldActorName(spelling), side);
    }
  }
  return sides;
}
