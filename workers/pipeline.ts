import { alert } from './alert.ts';
import { assess } from './assess.ts';
import { deliver, type Mailing } from './deliver.ts';
import { linkEvents } from './link-events.ts';
import { linkSites } from './link-sites.ts';
import { readReports } from './read.ts';
import type { Stage } from './stage.ts';

/**
 * The way of the data after `collect.ts` has stored it: each stage does its work in the database and wakes the next.
 * Without mailing (a command that runs beside the service) the last stage is left to the service.
 */
export function pipelineOf(mailing: Mailing | null): Stage[] {
  const untilAlert = [readReports, linkEvents, linkSites, assess, alert];
  return mailing ? [...untilAlert, deliver(mailing)] : untilAlert;
}
