import { judgeLargeWorld } from './quality/large-world.ts';
import { hasSharedData, replayMonths } from './quality/replay-months.ts';

// How long a month of 12,000 sites takes to judge; then months that are replayed from genuine files, where they are at
// hand: what docs/quality.md shows.

const say = (text: string) => process.stdout.write(`${text}\n`);

say('12,000 made-up sites:\n');
await judgeLargeWorld(say);
if (hasSharedData()) {
  for (const learned of ['by its releases', 'soon'] as const) {
    say(`\nEvents of UCDP learned ${learned}:\n`);
    await replayMonths(['2021-07', '2021-08', '2021-09'], learned, say);
  }
} else say('\nNo genuine files are at hand: nothing is replayed.');
