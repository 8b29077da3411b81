import { z } from 'zod';
import { eventTypes, subTypes } from '../../../domain/acled.ts';
import { collectRetraction } from '../../collecting/collect.ts';
import {
  findEventLinks,
  findEventRevisions,
  findEvents,
  findReportOfEvent,
  findSiteEvents,
} from '../../database/events/event-query.ts';
import { findMemberships } from '../../database/incidents/incident.ts';
import { cursorOf } from '../request/cursor.ts';
import { box, day, flag, limit, placedFormat, text } from '../request/query.ts';
import { event, eventCursor, eventItem, eventKey, noSuch, numberOf } from './event-item.ts';
import { storedAt } from './report-item.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';
import { requireWatchedSiteNo } from './sites.ts';

const eventLink = z.object({
  siteId: z.string(),
  siteName: z.string(),
  distanceKm: z.number(),
  uncertaintyKm: z.number(),
  named: z.boolean().meta({ description: 'The report names the site.' }),
});

const report = z.object({
  externalId: z.string(),
  publisher: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  fetchedAt: z.iso.datetime(),
  storedAt,
  mayShowRaw: z.boolean(),
  content: z
    .unknown()
    .meta({ description: 'As the source gave it; null where its licence forbids showing it.' }),
});

const eventDetail = event
  .extend({
    incidentId: z
      .int()
      .nullable()
      .meta({ description: 'The incident that it belongs to with other reports.' }),
    revisions: z.array(event),
    links: z.array(eventLink),
    report: report.nullable(),
  })
  .meta({ id: 'EventDetail' });

export const listEvents = listRoute({
  path: '/events',
  summary: 'Events, newest first',
  query: z.strictObject({
    source: text,
    type: z.enum(eventTypes, { error: `must be one of ${eventTypes.join(', ')}` }).optional(),
    subType: z.enum(subTypes, { error: `must be one of ${subTypes.join(', ')}` }).optional(),
    from: day.meta({ description: 'The first day of occurrence.' }),
    to: day.meta({ description: 'The last day of occurrence.' }),
    bbox: box,
    located: flag.meta({ description: 'false: only events without a usable place.' }),
    retracted: z
      .enum(['true', 'false', 'any'], { error: 'must be true, false or any' })
      .default('false')
      .meta({ description: 'true: only retracted events; any: both kinds. Left out: none.' }),
    limit,
    format: placedFormat,
    after: cursorOf('events', eventCursor),
  }),
  list: { name: 'events', item: event },
  async handle({ context, query }) {
    const retracted = query.retracted === 'any' ? undefined : query.retracted === 'true';
    const rows = await findEvents(context.database, { ...query, retracted, limit: query.limit + 1 });
    return pageOf(rows, query.limit, eventItem, eventKey);
  },
});

const siteEvent = event.extend({ distanceKm: z.number(), named: z.boolean() }).meta({ id: 'SiteEvent' });

export const listSiteEvents = listRoute({
  path: '/sites/{id}/events',
  summary: 'Events tied to a site, newest first, with their distance',
  query: z.strictObject({
    from: day,
    to: day,
    limit,
    format: placedFormat,
    after: cursorOf('site-events', eventCursor),
  }),
  list: { name: 'site-events', item: siteEvent },
  answers: { 404: { description: 'No such site' }, 410: { description: 'The site was withdrawn' } },
  async handle({ context, params: { id }, query }) {
    const siteNo = await requireWatchedSiteNo(context.database, id);
    const rows = await findSiteEvents(context.database, siteNo, { ...query, limit: query.limit + 1 });
    const itemOf = (row: (typeof rows)[number]) => ({
      ...eventItem(row),
      distanceKm: row.distanceKm,
      named: row.named,
    });
    return pageOf(rows, query.limit, itemOf, eventKey);
  },
});

export const getEvent = route({
  method: 'get',
  path: '/events/{id}',
  summary: 'An event with all its revisions, the sites it is tied to and its report',
  query: z.strictObject({}),
  answers: { 200: { description: 'The event', schema: eventDetail }, 404: { description: 'No such event' } },
  async handle({ context: { database }, params: { id } }) {
    const eventId = numberOf('event', id);
    const [revisions, links, report, memberships] = await Promise.all([
      findEventRevisions(database, eventId),
      findEventLinks(database, eventId),
      findReportOfEvent(database, eventId),
      findMemberships(database, [eventId]),
    ]);
    const current = revisions.at(-1);
    if (!current) throw noSuch('event', id);
    const { uncertaintyKm } = current;
    const body: z.output<typeof eventDetail> = {
      ...eventItem(current),
      incidentId: memberships.get(eventId) ?? null,
      revisions: revisions.map(eventItem),
      links: links.map((link) => ({ ...link, uncertaintyKm })),
      report: report && {
        ...report,
        publishedAt: report.publishedAt?.toISOString() ?? null,
        fetchedAt: report.fetchedAt.toISOString(),
        storedAt: report.storedAt?.toISOString() ?? null,
      },
    };
    return { status: 200, body };
  },
});

export const deleteEvent = route({
  method: 'delete',
  path: '/events/{id}',
  summary: 'Retract an event',
  description:
    'The event stays readable, with a revision that says so. What rested on it is assessed anew, and alerts on it are cancelled. Retracting twice changes nothing.',
  query: z.strictObject({
    author: text.meta({ description: 'Who retracts it; the name of the key where it is left out.' }),
    reason: text.meta({ description: 'Why, for the audit trail.' }),
  }),
  answers: { 204: { description: 'Retracted' }, 404: { description: 'No such event' } },
  async handle({ context, now, caller, params: { id }, query }) {
    const key = keyOf(caller);
    const by = { author: query.author ?? key, key, reason: query.reason ?? null };
    const result = await collectRetraction(context, numberOf('event', id), now, by);
    if (!result) throw noSuch('event', id);
    return { status: 204 };
  },
});
