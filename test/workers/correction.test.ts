import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { collectEvents, collectRetraction } from '../../services/collecting/collect.ts';
import { findAlertRevisions } from '../../services/database/alerts/alert-query.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { reassess } from '../../workers/reassess.ts';
import { collectedOf } from '../support/generated-events.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeEach(async () => {
  pipeline = await startPipeline();
  await pipeline.addSites(
    { id: 'near', latitude: 0, longitude: 20 },
    { id: 'far', latitude: 8, longitude: 20 },
  );
  for (const site of ['near', 'far']) await pipeline.subscribe(`${site}@example.org`, { sites: [site] });
});
afterEach(() => pipeline?.stop());

const clash: Partial<EventInput> = {
  sourceEventId: 'clash',
  latitude: 0.02,
  longitude: 20,
  notes: 'at dawn',
};

const corrected = { ...clash, notes: 'before dawn' };
const moved = { ...corrected, latitude: 8.02 };

/** Tells the clash, corrects its notes, and moves it from the one site to the other. */
async function tellAndMove(): Promise<void> {
  for (const said of [clash, corrected, moved]) await pipeline.post(said);
}

async function alertOf(site: string) {
  const { rows } = await pipeline.database.query(
    'select alert.id from alert join site using (site_no) where site.id = $1 order by alert.id desc limit 1',
    [site],
  );
  return rows[0] ? findAlertRevisions(pipeline.database, rows[0].id) : [];
}

const kindsOf = async (site: string) => (await alertOf(site)).map(({ kind }) => kind);

async function mailsTo(site: string) {
  const mails = await pipeline.mails();
  return mails.filter((mail) => [mail.to].flat()[0]!.text === `${site}@example.org`).length;
}

describe('a correction', () => {
  it('that changes only the notes is kept and says nothing', async () => {
    await pipeline.post(clash);
    expect(await kindsOf('near')).toEqual(['opened']);
    const [outcome] = await pipeline.post(corrected);
    expect(outcome).toMatchObject({ outcome: 'changed', revision: 2 });
    expect(await kindsOf('near')).toEqual(['opened']);
    expect(await mailsTo('near')).toBe(1);
  });

  it('that moves an event away cancels the alert that cited it, and opens one where it belongs', async () => {
    await tellAndMove();
    expect(await kindsOf('near')).toEqual(['opened', 'cancelled']);
    expect(await kindsOf('far')).toEqual(['opened']);
    expect([await mailsTo('near'), await mailsTo('far')]).toEqual([2, 1]);
  });

  it('leaves what was said readable as it was said', async () => {
    await tellAndMove();
    const [opened] = await alertOf('near');
    expect(opened!.evidence).toMatchObject([
      { revision: 1, latitude: 0.02, notes: 'at dawn', distanceKm: 2.224 },
    ]);
    expect(opened!.reason).toBe('level rose to high');
  });

  it('that retracts an event cancels the alert, once, however often it is said', async () => {
    await tellAndMove();
    const { rows } = await pipeline.database.query('select id from event');
    for (let twice = 0; twice < 2; twice++) {
      await collectRetraction(pipeline.context, rows[0].id, new Date());
      await pipeline.idle();
    }
    expect(await kindsOf('far')).toEqual(['opened', 'cancelled']);
    expect(await mailsTo('far')).toBe(2);
    const revisions = await alertOf('far');
    expect(revisions[0]!.evidence).toMatchObject([{ revision: 3, latitude: 8.02 }]);
  });
});

describe('the schedule', () => {
  it('turns a low that nobody vouches for any more into unknown, and back when a source has caught up', async () => {
    const levelOf = async (site: string) => {
      const { rows } = await pipeline.database.query(
        'select site_risk.level from site_risk join site using (site_no) where site.id = $1',
        [site],
      );
      return rows[0]?.level;
    };
    await pipeline.post({ ...clash, latitude: -40 });
    await reassess(pipeline.context, new Date());
    await pipeline.idle();
    expect(await levelOf('near')).toBe('low');
    const inTwoMonths = new Date(`${addDays(today(), 60)}T12:00:00Z`);
    await reassess(pipeline.context, inTwoMonths);
    await pipeline.idle();
    expect(await levelOf('near')).toBe('unknown');

    const elsewhere = {
      source: 'acled',
      sourceEventId: 'elsewhere',
      occurredOn: addDays(today(), 59),
      type: 'Battles',
      subType: 'Armed clash',
      latitude: -40,
      longitude: 20,
    } as const;
    await collectEvents(pipeline.context, [collectedOf(elsewhere, inTwoMonths)], inTwoMonths);
    await pipeline.idle();
    await reassess(pipeline.context, inTwoMonths);
    await pipeline.idle();
    expect(await levelOf('near')).toBe('low');
  });
});
