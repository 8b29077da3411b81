import type { EventInput } from '../../services/sources/events/event-input.ts';
import { normal, seededRandom } from '../random.ts';

type Mine = { latitude: number; longitude: number };

const kinds = [
  ...Array(6).fill(['Battles', 'Armed clash']),
  ...Array(2).fill(['Violence against civilians', 'Attack']),
  ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
  ['Battles', 'Non-state actor overtakes territory'],
] as const;

/**
 * Made-up events around mines: `spreadKm` is the standard deviation of their distance along each axis, `days` the
 * number of days up to now over which they lie. 300 publishers tell of 40 armed groups; of each occurrence one to
 * three of them tell, half of them with deaths.
 */
export function* stormEvents(
  mines: readonly Mine[],
  { spreadKm, days, seed }: { spreadKm: number; days: number; seed: number },
): Generator<EventInput> {
  const random = seededRandom(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const around = ({ latitude, longitude }: Mine, km: number): Mine => ({
    latitude: latitude + (km / 111) * normal(random),
    longitude: longitude + (km / 111) * normal(random),
  });
  for (let i = 0; ; i++) {
    const at = around(oneOf(mines), spreadKm);
    const [type, subType] = oneOf(kinds);
    const day = new Date(Date.now() - Math.floor(random() * days) * 86_400_000);
    const deaths = Math.ceil(random() * 9);
    const occurrence = {
      occurredOn: day.toISOString().slice(0, 10),
      type,
      subType,
      place: `Made-up Town ${Math.floor(random() * 1000)}`,
      locationPrecision: random() < 0.8 ? 1 : 2,
      actors: [`Made-up Front ${Math.floor(random() * 40)}`, 'Made-up Army'],
      notes: 'Made up. A clash of some hours is told of, with smoke over the road and people on the move.',
    };
    for (let report = Math.ceil(random() * 3); report > 0; report--) {
      yield {
        ...occurrence,
        ...around(at, 2),
        source: `publisher-${Math.floor(random() * 300)}`,
        sourceEventId: `storm-${seed}-${i}-${report}`,
        ...(random() < 0.5 ? { deathsBest: deaths } : {}),
        confidence: random() < 0.3 ? 'confirmed' : 'provisional',
      };
    }
  }
}
