import { stopsOperation } from '../../acled.ts';
import { signalAttestationOf, signalAttestations } from '../../attestation.ts';
import type { LinkedEvent } from '../../event.ts';
import { incidentGroupsOf, namedRevisions } from '../../incidents/incident-groups.ts';
import type { RiskPolicy } from '../../policy.ts';
import { operationNews, standingStops } from '../../sites/site-status.ts';
import { daysSince, startOfDay } from '../../time.ts';
import { actorText, dayText } from '../../wording.ts';
import type { Ending, Signal } from '../signal.ts';
import { chanceOf, isWorthTelling } from './chance.ts';

/**
 * Work at this site stopped, or its people left, and no restart is known since. It fades while nothing more is heard
 * of it, and ends when a restart on a later day is reported.
 */
export function operationSuspended(
  events: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
  operator: string | null,
): { signals: Signal[]; endings: Ending[] } {
  const news = operationNews(events);
  const stops = standingStops(news);
  const endings = restartsIn(news);
  const first = stops[0];
  if (!first) return { signals: [], endings };
  const last = stops.at(-1)!;
  const grades = incidentGroupsOf(stops, policy).flatMap(({ reports, origins }) =>
    reports.map((report) => signalAttestationOf({ ...report, origins }, operator)),
  );
  const attestedAs = grades.reduce((best, grade) =>
    signalAttestations.indexOf(grade) > signalAttestations.indexOf(best) ? grade : best,
  );
  const fading = 2 ** (-Math.max(0, daysSince(last.occurredOn, at)) / policy.signal.stop.halfLifeDays);
  const what = [...new Set(stops.map((event) => event.subType.toLowerCase()))].join(', ');
  const saidBy = first.actors.length > 0 ? `says ${actorText(first)}` : 'it is reported';
  const signal: Signal = {
    signal: 'operation-suspended',
    key: keyOf(first),
    reason: `Work stopped ${dayText(first)}, ${saidBy} (${what}); no restart is known.`,
    attestedAs,
    chances: [
      chanceOf(
        'stop',
        { base: policy.signal.stop.base, isMeasured: false, place: 1, fading },
        attestedAs,
        policy,
      ),
    ],
    kept: 1,
    ...namedRevisions(stops),
    since: new Date(startOfDay(first.occurredOn)),
  };
  return { signals: [signal].filter(isWorthTelling), endings };
}

/** The restarts that ended a stop; what confirms one later ends nothing more. */
function restartsIn(news: readonly LinkedEvent[]): Ending[] {
  const isRestart = (event: LinkedEvent) => !stopsOperation(event);
  const endings: Ending[] = [];
  let stop: LinkedEvent | null = null;
  for (const event of news) {
    if (!isRestart(event)) {
      stop ??= event;
      continue;
    }
    if (!stop || event.occurredOn <= stop.occurredOn) continue;
    endings.push({
      key: `restarted:${event.incidentId ?? event.eventId}`,
      ends: keyOf(stop),
      reason: `Work was taken up again ${dayText(event)}, ${event.actors.length > 0 ? `says ${actorText(event)}` : 'it is reported'}.`,
      event: { eventId: event.eventId, revision: event.revision },
      at: new Date(startOfDay(event.occurredOn)),
    });
    stop = null;
  }
  return endings;
}

function keyOf(stop: LinkedEvent): string {
  return `operation-suspended:${stop.incidentId ?? stop.eventId}`;
}
