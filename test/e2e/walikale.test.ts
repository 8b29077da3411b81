import { createReadStream } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReplayStep, replayReports } from '../../cli/replay-reports.ts';
import { packageRoot } from '../../config/package-root.ts';
import { distanceKm } from '../../domain/sphere.ts';
import { readSitePositions } from '../../services/database/sites/site-position.ts';
import { importFile } from '../../services/importing/import-file.ts';
import { readReplayFile } from '../../services/sources/events/replay-report.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

// The advance on Walikale in 2025, replayed in the order of publication: who would have heard what, and when.

const bisie = { latitude: -1.033035, longitude: 27.744321 };
const neighbours = 162;
/** As it is unless set otherwise. */
const groupingSeconds = 60;

let pipeline: TestPipeline;
const steps: ReplayStep[] = [];

/** Names of what was told of Bisie on a day, such as `escalated severe`. */
function toldOfBisie(day: string): string[] {
  return steps
    .filter((step) => step.at.toISOString().startsWith(day))
    .flatMap((step) => step.told.filter((told) => told.siteId === 'bisie'))
    .map((told) => `${told.kind} ${told.level}`);
}

async function mailsTo(recipient: string) {
  const mails = await pipeline.mails();
  return mails
    .filter((mail) => [mail.to].flat()[0]!.text === recipient)
    .map((mail) => ({
      day: mail.date!.toISOString().slice(0, 10),
      subject: mail.subject!,
      text: mail.text!,
    }));
}

beforeAll(async () => {
  pipeline = await startPipeline(null, groupingSeconds);
  const reports = await readReplayFile(path.join(packageRoot, 'data', 'walikale-2025.jsonl'));
  const before = new Date(reports[0]!.publishedAt.getTime() - 86_400_000);
  const file = path.join(packageRoot, 'data', 'sites.csv');
  await importFile({
    kind: 'sites',
    format: 'csv',
    input: createReadStream(file),
    fileName: file,
    source: 'orewatch',
    context: pipeline.context,
    recordedAt: before,
    refusedFolder: '/nonexistent',
  });
  // As many further mines around Bisie as IPIS lists within 50 km, on rings about it.
  const ring = Array.from({ length: neighbours }, (_, i) => ({
    id: `ring-${i + 1}`,
    latitude: bisie.latitude + 0.44 * (i / neighbours) * Math.sin(i),
    longitude: bisie.longitude + 0.44 * (i / neighbours) * Math.cos(i),
  }));
  await pipeline.addSitesAt(before, ...ring);
  const sites = await readSitePositions(pipeline.database);
  const around = sites.filter((site) => distanceKm(site, bisie) <= 50).map((site) => site.id);
  await pipeline.subscribe('bisie@example.org', { sites: ['bisie'] });
  // What a subscription lists first matters most to its reader.
  const bisieFirst = ['bisie', ...around.filter((id) => id !== 'bisie')];
  await pipeline.subscribe('region@example.org', { sites: bisieFirst, minLevel: 'elevated' });
  const stack = {
    context: pipeline.context,
    waitUntilIdle: pipeline.idle,
    setClock: pipeline.setClock,
    config: { groupingSeconds },
  };
  await replayReports(stack, reports, {
    onStep: (step) => steps.push(step),
    onDay: () => {},
    signal: new AbortController().signal,
  });
}, 300_000);
afterAll(() => pipeline?.stop());

describe('a subscriber to Bisie', () => {
  it('hears of nothing while towns fall far away', () => {
    for (const day of ['2025-01-04', '2025-01-27', '2025-02-14']) expect(toldOfBisie(day)).toEqual([]);
  });

  it('hears on 9 March that the front is approaching, before the halt', async () => {
    expect(toldOfBisie('2025-03-09')).toEqual(['opened elevated']);
    const mail = (await mailsTo('bisie@example.org'))[0]!;
    expect(mail.day).toBe('2025-03-09');
    expect(mail.subject).toBe('Bisie: elevated – M23 took Nyabiondo');
    expect(mail.text).toMatch(/Nyabiondo\s+on\s+9\s+March\s+2025,\s+114\s+km\s+±\s+5\s+km/);
    expect(mail.text).toMatch(/it\s+has\s+come\s+nearer/);
  });

  it('hears on 12 March that it came nearer still', () => {
    expect(toldOfBisie('2025-03-12')).toEqual(['updated elevated']);
  });

  it('hears on 13 March that work has stopped', async () => {
    expect(toldOfBisie('2025-03-13')).toEqual(['escalated severe']);
    const mail = (await mailsTo('bisie@example.org')).find(({ day }) => day === '2025-03-13');
    expect(mail!.subject).toBe('Bisie: severe – work stopped, staff evacuated');
  });

  it('hears of Walikale and Mubi as one update on 20 March', async () => {
    expect(toldOfBisie('2025-03-20')).toEqual(['updated severe']);
    const mails = (await mailsTo('bisie@example.org')).filter(
      ({ day }) => day === '2025-03-19' || day === '2025-03-20',
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe('Bisie: still severe – M23 took Walikale');
    expect(mails[0]!.text).toMatch(/57\s+km\s+±\s+5\s+km\s+from\s+Bisie/);
    expect(mails[0]!.text).toContain('Mubi');
  });

  it('hears on 3 April that M23 left Walikale, while the mine is still stopped', async () => {
    expect(toldOfBisie('2025-04-03')).toEqual(['updated severe']);
    const mail = (await mailsTo('bisie@example.org')).find(({ day }) => day === '2025-04-03');
    expect(mail!.subject).toBe('Bisie: still severe – M23 left Walikale');
  });

  it('hears of the restart on 9 April, which eases the alert, and in the end that it is over', async () => {
    const lowered = steps.flatMap((step) =>
      step.told
        .filter((told) => told.siteId === 'bisie' && (told.kind === 'eased' || told.kind === 'resolved'))
        .map((told) => ({ day: step.at.toISOString().slice(0, 10), kind: told.kind })),
    );
    expect(lowered[0]).toEqual({ kind: 'eased', day: '2025-04-09' });
    expect(lowered.at(-1)!.kind).toBe('resolved');
    const mail = (await mailsTo('bisie@example.org')).find(({ day }) => day === '2025-04-09');
    expect(mail!.subject).toBe('Bisie: eased to elevated (was severe) – work taken up again');
  });

  it('gets no more than one mail a day', async () => {
    const days = (await mailsTo('bisie@example.org')).map(({ day }) => day);
    expect(new Set(days).size).toBe(days.length);
  });
});

describe(`a subscriber to all ${neighbours} sites around Bisie and more`, () => {
  it('gets one mail with all of them, ranked, not one for each', async () => {
    const mails = (await mailsTo('region@example.org')).filter(({ day }) => day === '2025-03-20');
    expect(mails).toHaveLength(1);
    const told = steps
      .filter((step) => step.at.toISOString().startsWith('2025-03-20'))
      .flatMap((step) => step.told);
    expect(told.length).toBeGreaterThan(neighbours);
  });

  it('gets at most ten mails in all, each read in a sitting, each with Bisie in its subject', async () => {
    const mails = await mailsTo('region@example.org');
    expect(mails.length).toBeLessThanOrEqual(10);
    for (const { subject, text } of mails) {
      expect(subject).toContain('Bisie');
      expect(text.split(/\s+/).length, subject).toBeLessThan(600);
    }
  });

  it('gets no more than one mail a day but for escalations', async () => {
    const perDay = new Map<string, number>();
    for (const { day } of await mailsTo('region@example.org')) perDay.set(day, (perDay.get(day) ?? 0) + 1);
    const escalationDays = new Set(
      steps.flatMap((step) =>
        step.told.some((told) => told.kind === 'opened' || told.kind === 'escalated')
          ? [step.at.toISOString().slice(0, 10)]
          : [],
      ),
    );
    for (const [day, count] of perDay) if (!escalationDays.has(day)) expect(count, day).toBe(1);
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(2);
  });
});
