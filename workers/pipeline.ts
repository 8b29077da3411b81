import { alert } from './alert.ts';
import { assess } from './assess.ts';
import { type Delivering, deliver } from './deliver.ts';
import { gather } from './gather.ts';
import { linkEvents } from './link-events.ts';
import { linkSites } from './link-sites.ts';
import { readReports } from './read.ts';
import type { Stage } from './stage.ts';

/**
 * The way of the data after `collect.ts` has stored it: each stage does its work in the database and wakes the next.
 * Without delivering (a command that runs beside the service) the last stages are left to the service.
 */
export function pipelineOf(delivering: Delivering | null): Stage[] {
  const untilAlert = [readReports, linkEvents, linkSites, assess, alert];
  return delivering ? [...untilAlert, gather(delivering), deliver(delivering)] : untilAlert;
}
