import { z } from 'zod';
import { revisionKinds } from '../../../domain/alerts/alert-decision.ts';
import { findAcknowledgements } from '../../database/alerts/acknowledgement.ts';
import {
  type AlertRevisionRow,
  type AlertRow,
  findAlert,
  findAlertRevisions,
  findAlerts,
} from '../../database/alerts/alert-query.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { flag, instant, limit, placedFormat, text } from '../request/query.ts';
import { acknowledgement, acknowledgementOf } from './acknowledgements.ts';
import { noSuch, numberOf } from './event-item.ts';
import { sumSchema } from './risk-schema.ts';
import { listRoute, pageOf, route } from './route.ts';
import { levelName } from './sites.ts';

const said = {
  revision: z.int(),
  kind: z.enum(revisionKinds),
  level: levelName,
  previousLevel: levelName,
  score: z.number(),
  reason: z.string(),
  signals: z.array(z.record(z.string(), z.unknown())).meta({ description: 'The strongest of them.' }),
  furtherSignals: sumSchema.meta({ description: 'The other signals: how many, and what they add.' }),
  told: z.boolean().meta({
    description:
      'False where past events alone were behind it: history raises an alert but is told to nobody until there is news.',
  }),
  mutedBy: z.int().nullable().meta({ description: 'The mute that kept this revision from being delivered.' }),
};

const alert = z
  .object({
    id: z.int(),
    siteId: z.string(),
    siteName: z.string(),
    country: z.string().nullable(),
    latitude: z.number(),
    longitude: z.number(),
    open: z.boolean(),
    acknowledged: z.boolean().meta({ description: 'A person acknowledged the newest revision.' }),
    ...said,
    at: z.iso.datetime().meta({ description: 'The time of the newest revision.' }),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Alert' });

const alertRevision = z
  .object({
    ...said,
    evidence: z
      .array(z.record(z.string(), z.unknown()))
      .meta({ description: 'The events as they were then, the heaviest first.' }),
    furtherEvidence: z.int().meta({ description: 'How many more events were behind it.' }),
    at: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'AlertRevision' });

const alertDetail = alert
  .extend({ revisions: z.array(alertRevision), acknowledgements: z.array(acknowledgement) })
  .meta({ id: 'AlertDetail' });

export const listAlerts = listRoute({
  path: '/alerts',
  summary: 'Alerts as they stand, the one opened last first',
  query: z.strictObject({
    site: text.meta({ description: "A site's id." }),
    level: levelName.optional().meta({ description: 'The level of the newest revision.' }),
    open: flag,
    from: instant.meta({ description: 'Alerts of which something was said at or after this instant …' }),
    to: instant.meta({ description: '… and before this one.' }),
    limit,
    format: placedFormat,
    after: cursorOf('alerts', z.tuple([idInCursor])),
  }),
  list: { name: 'alerts', item: alert },
  async handle({ context, query }) {
    const { after, limit } = query;
    const rows = await findAlerts(context.database, { ...query, after: after?.[0], limit: limit + 1 });
    return pageOf(rows, limit, alertOf, (row) => [row.id]);
  },
});

export const getAlert = route({
  method: 'get',
  path: '/alerts/{id}',
  summary: 'An alert with every revision as it was said',
  query: z.strictObject({}),
  answers: { 200: { description: 'The alert', schema: alertDetail }, 404: { description: 'No such alert' } },
  async handle({ context: { database }, params: { id } }) {
    const alertId = numberOf('alert', id);
    const [row, revisions, acknowledgements] = await Promise.all([
      findAlert(database, alertId),
      findAlertRevisions(database, alertId),
      findAcknowledgements(database, alertId),
    ]);
    if (!row) throw noSuch('alert', id);
    const body: z.output<typeof alertDetail> = {
      ...alertOf(row),
      revisions: revisions.map(revisionOf),
      acknowledgements: acknowledgements.map(acknowledgementOf),
    };
    return { status: 200, body };
  },
});

function saidIn(row: AlertRevisionRow) {
  const { revision, kind, level, previousLevel, score, reason, signals, furtherSignals, isTold, mutedBy } =
    row;
  return {
    ...{ revision, kind, level, previousLevel, score, reason, signals, furtherSignals },
    told: isTold,
    mutedBy,
  };
}

function alertOf(row: AlertRow): z.output<typeof alert> {
  const { id, siteId, siteName, country, latitude, longitude, isOpen, acknowledged } = row;
  const { at, openedAt, closedAt } = row;
  return {
    ...{ id, siteId, siteName, country, latitude, longitude, open: isOpen, acknowledged },
    ...saidIn(row),
    at: at.toISOString(),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

function revisionOf(row: AlertRevisionRow): z.output<typeof alertRevision> {
  return {
    ...saidIn(row),
    evidence: row.evidence,
    furtherEvidence: row.furtherEvidence,
    at: row.at.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}
