import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import type { Config } from '../../config/env.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { PipelineContext } from '../running/context.ts';
import { chooseFormat, sendList } from './answer/list.ts';
import { openapiOf } from './answer/openapi.ts';
import { answerWithProblem, HttpProblem, notFound } from './answer/problem.ts';
import { accessLog } from './request/access-log.ts';
import { authenticate, requireRole } from './request/authenticate.ts';
import { readJson } from './request/body.ts';
import { postAcknowledgement } from './routes/acknowledgements.ts';
import { getAlert, listAlerts } from './routes/alerts.ts';
import { listAudit } from './routes/audit.ts';
import { listDeliveries } from './routes/deliveries.ts';
import { deleteEvent, getEvent, listEvents, listSiteEvents } from './routes/events.ts';
import { deleteFeed, getFeed, listFeeds, listKnownFeeds, postFeed } from './routes/feeds.ts';
import { getLive, getReady } from './routes/health.ts';
import {
  deleteSeparation,
  getIncident,
  listIncidentMembers,
  listIncidentPairs,
  postSeparation,
} from './routes/incidents.ts';
import { getMessage, listMessages } from './routes/messages.ts';
import { getMetrics } from './routes/metrics.ts';
import { deleteMute, getMute, listMutes, postMute } from './routes/mutes.ts';
import { postEvents } from './routes/post-events.ts';
import { postReport } from './routes/post-reports.ts';
import { listQuality } from './routes/quality.ts';
import {
  confirmReportEvent,
  correctReportEvent,
  postReportReview,
  rejectReportEvent,
} from './routes/report-review.ts';
import { getReport, listReports } from './routes/reports.ts';
import { type Caller, type Page, type Route, route } from './routes/route.ts';
import { getSiteExplanation } from './routes/site-explanation.ts';
import { listSiteHistory } from './routes/site-history.ts';
import { getSiteRisk } from './routes/site-risk.ts';
import { deleteSite, postRestore } from './routes/site-watch.ts';
import { getSite, listSites, postSite } from './routes/sites.ts';
import { listSources } from './routes/sources.ts';
import {
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  patchSubscription,
  postSubscription,
} from './routes/subscriptions.ts';
import { getWork } from './routes/work.ts';

const v1Routes = [
  listSites,
  postSite,
  getSite,
  deleteSite,
  postRestore,
  getSiteRisk,
  getSiteExplanation,
  listSiteHistory,
  listSiteEvents,
  listEvents,
  postEvents,
  getEvent,
  deleteEvent,
  getIncident,
  listIncidentMembers,
  listIncidentPairs,
  postSeparation,
  deleteSeparation,
  listReports,
  postReport,
  getReport,
  confirmReportEvent,
  correctReportEvent,
  rejectReportEvent,
  postReportReview,
  listAlerts,
  getAlert,
  postAcknowledgement,
  listMutes,
  postMute,
  getMute,
  deleteMute,
  listFeeds,
  listKnownFeeds,
  postFeed,
  getFeed,
  deleteFeed,
  listSources,
  listMessages,
  getMessage,
  listDeliveries,
  listAudit,
  listQuality,
  getWork,
  listSubscriptions,
  postSubscription,
  getSubscription,
  patchSubscription,
  deleteSubscription,
].map((entry) => ({ ...entry, path: `/v1${entry.path}` }));

const getOpenapi = route({
  method: 'get',
  path: '/v1/openapi.json',
  summary: 'This description',
  isOpen: true,
  query: z.strictObject({}),
  answers: { 200: { description: 'An OpenAPI 3.1 document', schema: z.record(z.string(), z.unknown()) } },
  async handle() {
    return { status: 200, body: openapi };
  },
});

/** Every route there is: the app and the OpenAPI document are both made from this list. */
export const routes: readonly Route[] = [getLive, getReady, getMetrics, getOpenapi, ...v1Routes];

const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
const openapi = openapiOf(routes, version);

type AppOptions = {
  context: PipelineContext;
  config: Pick<Config, 'adminKey'>;
  /** The time that requests are answered for; only tests give another one than now. */
  clock?: () => Date;
  /** False while the first start loads what the product brings along. */
  isPrepared?: () => boolean;
};

/** The HTTP API: every middleware and route, in the order in which a request meets them. */
export function createApp(options: AppOptions): express.Express {
  const { context, config } = options;
  const app = express();
  app.use(accessLog(context.log));
  app.use(helmet());
  app.use(revalidate);
  const keyCheck = authenticate(context.database, config.adminKey);
  for (const open of routes.filter((entry) => entry.isOpen)) mount(app, open, options);
  for (const address of pathsOf(routes.filter((entry) => entry.isOpen))) {
    app.options(expressPath(address), tellMethods(address));
    app.all(expressPath(address), refuseMethod(address));
  }
  // A browser asks with OPTIONS before it sends a key: it is told what there is, and that no other site may call.
  for (const address of pathsOf(v1Routes)) app.options(expressPath(address), tellMethods(address));
  app.use('/v1', keyCheck);
  for (const keyed of routes.filter((entry) => !entry.isOpen)) mount(app, keyed, options);
  for (const address of pathsOf(v1Routes)) app.all(expressPath(address), refuseMethod(address));
  app.use((request) => {
    throw notFound(`There is nothing at ${request.path}: GET /v1/openapi.json lists what there is.`);
  });
  app.use(answerWithProblem);
  return app;
}

function mount(
  app: express.Express,
  entry: Route,
  { context, clock = () => new Date(), isPrepared = () => true }: AppOptions,
): void {
  const readBody = entry.body ? readJson(entry.body.maxBytes) : [];
  app[entry.method](expressPath(entry.path), ...readBody, async (request, response) => {
    const caller: Caller | null = response.locals.caller ?? null;
    if (caller) requireRole(caller, entry);
    const format = entry.list && chooseFormat(request, entry.list);
    const answer = await entry.handle({
      context,
      now: clock(),
      isPrepared: isPrepared(),
      caller,
      params: request.params as Record<string, string>,
      prefer: request.get('prefer') ?? '',
      query: request.query,
      body: request.body,
    });
    response.status(answer.status).set(answer.headers ?? {});
    if (entry.list && format) {
      sendList(request, response, entry.list, format, answer.body as Page<Record<string, unknown>>);
    } else if (answer.body === undefined) response.end();
    else if (typeof answer.body === 'string') response.send(answer.body);
    else response.json(answer.body);
  });
}

/** Answers differ by key and by the format asked for, and may be kept only if they are asked for again each time. */
const revalidate: RequestHandler = (request, response, next) => {
  // `fetch` adds "no-cache" to every conditional request; that speaks to caches on the way, not to the origin.
  if (request.get('if-none-match') !== undefined) delete request.headers['cache-control'];
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Accept' });
  next();
};

function methodsOf(address: string): string {
  const allowed = routes.filter((entry) => entry.path === address).map((entry) => entry.method.toUpperCase());
  if (allowed.includes('GET')) allowed.push('HEAD');
  return [...allowed, 'OPTIONS'].join(', ');
}

function tellMethods(address: string): RequestHandler {
  const Allow = methodsOf(address);
  return (_request, response) => {
    response.set({ Allow }).status(204).end();
  };
}

function refuseMethod(address: string): RequestHandler {
  const Allow = methodsOf(address);
  return (request) => {
    const detail = `${request.method} is not possible here; allowed: ${Allow}.`;
    throw new HttpProblem({ status: 405, title: 'Method not allowed', detail, headers: { Allow } });
  };
}

function pathsOf(entries: readonly Route[]): string[] {
  return [...new Set(entries.map((entry) => entry.path))];
}

function expressPath(address: string): string {
  return address.replace(/\{(\w+)\}/g, ':$1');
}
