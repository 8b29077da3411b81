import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPictureFacts } from '../../services/notifier/picture/read-picture-facts.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { opened } from '../notifier/examples.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline?.stop());

const factsAt = (at: string) =>
  readPictureFacts(pipeline.context, { notices: [opened], ownSite: null, at: new Date(at) });

describe('what a picture shows beside what the mail tells', () => {
  it('are the towns around the site, the most important first', async () => {
    const { towns } = (await factsAt('2025-03-20T00:00:00Z'))!;
    expect(towns.length).toBeGreaterThan(5);
    expect(towns.map(({ name }) => name)).toContain('Biruwe');
    expect(towns.map(({ name }) => name)).not.toContain('Kinshasa');
  });

  it('are the places that a group holds, as was known then: not one that it has left since, nor one of an army', async () => {
    const change = (
      sourceEventId: string,
      occurredOn: string,
      subType: EventInput['subType'],
      actor: string,
      place: string,
      north: number,
    ) =>
      pipeline.postAt(new Date(`${occurredOn}T12:00:00Z`), {
        sourceEventId,
        occurredOn,
        subType,
        type: subType === 'Withdrawal from territory' ? 'Strategic developments' : 'Battles',
        actors: [actor],
        place,
        latitude: opened.site.latitude + north,
        longitude: opened.site.longitude,
      });
    await change('a', '2025-03-09', 'Non-state actor overtakes territory', 'M23', 'Northtown', 0.5);
    await change('b', '2025-03-10', 'Non-state actor overtakes territory', 'M23', 'Farnorth', 1);
    await change('c', '2025-03-11', 'Government regains territory', 'FARDC', 'Easttown', 0.3);
    await change('d', '2025-03-20', 'Withdrawal from territory', 'M23', 'Northtown', 0.5);
    const heldAt = async (at: string) =>
      (await factsAt(at))!.held.map(({ name, actor }) => `${name}, ${actor}`);
    expect(await heldAt('2025-03-09T00:00:00Z')).toEqual([]);
    expect(await heldAt('2025-03-12T00:00:00Z')).toEqual(['Farnorth, M23', 'Northtown, M23']);
    expect(await heldAt('2025-03-21T00:00:00Z')).toEqual(['Farnorth, M23']);
  });
});
