import { z } from 'zod';
import { attestationOf, attestations } from '../../../domain/attestation.ts';
import type { EventRevision } from '../../../domain/event.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { languages } from '../../../domain/reading/text/text.ts';
import type { Queryable } from '../../database/pool.ts';
import {
  findPassedOver,
  findReadings,
  findReport,
  findReportRevisions,
  type NewsReportRow,
  type ReadingRow,
  type ReportRevisionRow,
} from '../../database/reports/report-query.ts';
import { findOriginsBehind } from '../../incidents/origins-behind.ts';
import { event, eventItem } from './event-item.ts';

/** How reports in prose, and what was read from them, are shown. */

export const reportState = z.enum(['unread', 'unreviewed', 'reviewed'], {
  error: 'must be unread, unreviewed or reviewed',
});

export const storedAt = z.iso.datetime().nullable().meta({
  description:
    'When it was really written, by the clock of the database. In a replay `fetchedAt` is the time of publication, and lies before it. null for reports stored before release 0.3.',
});

export const report = z
  .object({
    id: z.int(),
    revision: z.int(),
    state: reportState.meta({
      description:
        'unread: not read yet, or not in a language that is read; unreviewed: read, and a person has yet to look at it; reviewed: a person has settled all its events.',
    }),
    waiting: z.boolean().meta({ description: 'Its newest revision waits to be read.' }),
    language: z
      .enum([...languages, 'other', 'none'])
      .nullable()
      .meta({
        description: `${languages.join(', ')} are read; none: too little prose to tell; null before it was looked at.`,
      }),
    failure: z.string().nullable().meta({ description: 'Why it could not be read.' }),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.iso.datetime(),
    fetchedAt: z.iso.datetime(),
    storedAt,
    origin: z.string().meta({
      description: 'Who stands behind it: an agency, or the publisher. Copies of one text share it.',
    }),
    mayShowRaw: z.boolean(),
    events: z.int().meta({ description: 'Events that were read from it.' }),
    unsettled: z
      .int()
      .meta({ description: 'Those of them that nobody has confirmed, corrected or rejected.' }),
  })
  .meta({ id: 'Report' });

export function reportItem(row: NewsReportRow): z.output<typeof report> {
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    waiting: row.isWaiting,
    language: row.language as z.output<typeof report>['language'],
    failure: row.failure,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    publishedAt: row.publishedAt.toISOString(),
    fetchedAt: row.fetchedAt.toISOString(),
    storedAt: row.storedAt?.toISOString() ?? null,
    origin: row.origin,
    mayShowRaw: row.mayShowRaw,
    events: row.events,
    unsettled: row.unsettled,
  };
}

const rival = z.object({
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  distanceKm: z.number(),
});

const reading = z
  .object({
    number: z.int().meta({ description: 'The n-th event that was ever read from the report.' }),
    state: z.enum(['unreviewed', 'confirmed', 'corrected', 'rejected', 'gone']).meta({
      description: 'gone: the newest reading no longer finds it.',
    }),
    start: z.int(),
    end: z.int(),
    inTitle: z.boolean().meta({
      description:
        'Where it stands: UTF-16 units from the start of the text, or of the title; `end` not included.',
    }),
    reportRevision: z.int().meta({ description: 'The revision of the report that this counts in.' }),
    sentence: z.string().nullable().meta({
      description: 'What stands there; null where the licence does not allow to show it.',
    }),
    rendering: z.string().meta({ description: "What was read, in Orewatch's own words." }),
    certainty: z.number().meta({ description: 'How sure the reader is, 0 to 1.' }),
    attributedTo: z.string().nullable().meta({ description: 'Who claims it, where it is a claim.' }),
    rivals: z.array(rival).meta({ description: 'Other places of that name that stay possible.' }),
    attestation: z.enum(attestations).meta({
      description:
        'corroborated: its incident is told by two or more that do not copy each other; doubtful: it counts nothing yet.',
    }),
    origins: z.array(z.string()).meta({ description: 'Who tells of its incident independently.' }),
    reader: z.string(),
    settledBy: z.string().nullable(),
    settledAt: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Reading' });

export const reportEvent = event.extend({ reading }).meta({ id: 'ReportEvent' });

const reportRevision = z.object({
  revision: z.int(),
  title: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  fetchedAt: z.iso.datetime(),
  feed: z.string().nullable(),
  text: z.string().nullable().meta({ description: 'null where the licence does not allow to show it.' }),
});

const passedOver = z
  .object({
    start: z.int(),
    end: z.int(),
    inTitle: z.boolean(),
    reportRevision: z
      .int()
      .meta({ description: 'The revision of the report that `start` and `end` count in.' }),
    sentence: z.string().nullable().meta({
      description: 'What stands there; null where the licence does not allow to show it.',
    }),
    reason: z.string().meta({ description: 'Why it made no event.' }),
  })
  .meta({
    id: 'PassedOver',
    description: 'A sentence with words of conflict or of mining that made no event.',
  });

export const reportDetail = report
  .extend({
    reader: z.string().nullable(),
    readAt: z.iso.datetime().nullable(),
    items: z.array(reportEvent).meta({ description: 'The events; those that are gone stand last.' }),
    passedOver: z.array(passedOver).meta({ description: 'In the order of the text, at most 100.' }),
    revisions: z.array(reportRevision),
  })
  .meta({ id: 'ReportDetail' });

export type ReportDetail = z.output<typeof reportDetail>;

/** A report with its events; null where there is none. */
export async function readReportDetail(
  database: Queryable,
  id: number,
  policy: RiskPolicy,
): Promise<ReportDetail | null> {
  const row = await findReport(database, id);
  if (!row) return null;
  const [readings, revisions] = [await findReadings(database, id), await findReportRevisions(database, id)];
  const eventIds = readings.map((one) => one.event.eventId);
  const originsBehind = await findOriginsBehind(database, eventIds, policy);
  const byRevision = new Map(revisions.map((one) => [one.revision, one]));
  const items = readings.map((one) => {
    const origins = originsBehind.get(one.event.eventId) ?? [];
    return {
      ...eventItem(one.event),
      reading: readingItem(one.reading, one.event, origins, byRevision.get(one.reading.reportRevision)),
    };
  });
  return {
    ...reportItem(row),
    reader: row.reader,
    readAt: row.readAt?.toISOString() ?? null,
    items,
    passedOver: passedOverItems(await findPassedOver(database, id), byRevision),
    revisions: revisions.map(({ revision, title, publishedAt, fetchedAt, feed, text }) => ({
      ...{ revision, title, feed, text },
      publishedAt: publishedAt.toISOString(),
      fetchedAt: fetchedAt.toISOString(),
    })),
  };
}

function passedOverItems(
  { reportRevision, sentences }: Awaited<ReturnType<typeof findPassedOver>>,
  byRevision: ReadonlyMap<number, ReportRevisionRow>,
): z.output<typeof passedOver>[] {
  if (reportRevision === null) return [];
  const revision = byRevision.get(reportRevision);
  return sentences.map(({ span, reason }) => ({
    ...span,
    reportRevision,
    sentence: sentenceAt(span, revision),
    reason,
  }));
}

/** What stands at a place of a report; null where the licence does not allow to show it. */
function sentenceAt(
  { start, end, inTitle }: { start: number; end: number; inTitle: boolean },
  revision: ReportRevisionRow | undefined,
): string | null {
  const whole = inTitle ? (revision?.title ?? '') : (revision?.text ?? '');
  return revision?.mayShowRaw ? whole.slice(start, end) : null;
}

function readingItem(
  row: ReadingRow,
  event: EventRevision,
  origins: string[],
  revision: ReportRevisionRow | undefined,
): z.output<typeof reading> {
  const { number, state, spanStart, spanEnd, inTitle, reportRevision, rendering, certainty } = row;
  return {
    ...{ number, state, inTitle, reportRevision, rendering, certainty, origins },
    start: spanStart,
    end: spanEnd,
    sentence: sentenceAt({ start: spanStart, end: spanEnd, inTitle }, revision),
    attributedTo: row.attributedTo,
    rivals: row.rivals as z.output<typeof rival>[],
    attestation: attestationOf({ confidence: event.confidence, origins }),
    reader: row.reader,
    settledBy: row.settledBy,
    settledAt: row.settledAt?.toISOString() ?? null,
    reason: row.reason,
  };
}
