import { groupBy } from '../../../domain/group-by.ts';
import { rank } from '../../../domain/level.ts';
import { distanceKm } from '../../../domain/sphere.ts';
import { distanceText, lowerFirst } from '../../../domain/wording.ts';
import type { Occurrence } from '../occurrences.ts';
import { countText, shortList } from '../wording.ts';
import type { HeldPlace, MapContent } from './map-content.ts';

/** What a map shows, in words, and how to read it. */
export function mapWords(
  { home, sites, events, held }: MapContent,
  toldSites: number,
  occurrences: readonly Occurrence[],
): { alt: string; key: string } {
  const byLevel = [...groupBy(sites, ({ level }) => level)].sort(([a], [b]) => rank(b) - rank(a));
  const counted = byLevel.map(([level, { length }]) => `${length.toLocaleString('en')} ${level}`).join(', ');
  const happened = events.map(({ number, ...event }) => {
    const { date, title } = occurrences[number - 1]!;
    return `${number}: ${title}, ${lowerFirst(date)}, ${distanceText(distanceKm(home, event), event.uncertaintyKm)} from ${home.name}.`;
  });
  const elsewhere = toldSites - sites.length;
  return {
    alt: [
      `Map of the surroundings of ${home.name}: ${countText(sites.length, 'site')} (${counted}).`,
      ...happened,
      ...heldSentences(held),
    ].join(' '),
    key: [
      `Rings: distance from ${home.name}.`,
      events.length > 0 ? 'Numbers: what happened, as listed below.' : null,
      elsewhere > 0 ? `${countText(elsewhere, 'more site')} outside of the map.` : null,
      'Borders: Natural Earth.',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Who holds which places, a sentence each. */
export function heldSentences(held: readonly HeldPlace[]): string[] {
  return [...groupBy(held, ({ actor }) => actor)].map(([actor, places]) => {
    const names = shortList(places.map(({ name }) => name));
    return `${actor || 'An armed group'} holds, as far as is known: ${names}.`;
  });
}
