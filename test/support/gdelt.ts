import { listOf } from '../../bench/gdelt/gdelt-files.ts';
import { zipOf } from '../../bench/gdelt/zip.ts';
import type { WorldServer } from '../fetching/world-server.ts';

/** Plays the files of GDELT: quarters with the rows of each, in the order of time. */
export function publish(
  world: WorldServer,
  quarters: readonly { quarter: string; lines: readonly string[]; isListed?: boolean }[],
): void {
  const listed: string[] = [];
  for (const { quarter, lines, isListed = true } of quarters) {
    const archive = zipOf({ name: `${quarter}.export.CSV`, content: lines.join('') });
    world.on(`/${quarter}.export.CSV.zip`, (_, response) => response.end(archive));
    if (isListed) listed.push(listOf(quarter, archive));
  }
  world.on('/lastupdate.txt', listed.at(-1)!);
  playList(world, listed.join(''));
}

/** Serves the list of all files, and the end of it where that is asked for. */
export function playList(world: WorldServer, text: string): void {
  world.on('/masterfilelist.txt', (request, response) => {
    const last = Number(/^bytes=-(\d+)$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (last === 0) response.end(text);
    else response.writeHead(206).end(text.slice(-last));
  });
}
