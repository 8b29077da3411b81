import { type ActorRegister, sideOf } from '../actor.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Signal } from '../signal.ts';
import type { SiteVisit } from '../site.ts';
import { addDays, startOfDay } from '../time.ts';

/**
 * At the last field visit an armed group that is no state's was present, or interfered: taxed, pillaged or dug. It
 * fades with the age of the visit and ends with the next visit that finds none.
 */
export function armedPresence(
  visit: SiteVisit | null,
  at: Date,
  policy: RiskPolicy,
  actors: ActorRegister,
): Signal[] {
  if (!visit) return [];
  const groups = visit.armedGroups.filter((group) => sideOf(group, actors) !== 'state');
  if (groups.length === 0) return [];
  const { presenceFreshDays, presenceEndDays } = policy.signal;
  const fadesAt = startOfDay(addDays(visit.visitedOn, presenceFreshDays));
  const endsAt = startOfDay(addDays(visit.visitedOn, presenceEndDays));
  if (endsAt <= at.getTime()) return [];
  const isFresh = visit.interference === true && at.getTime() < fadesAt;
  return [
    {
      signal: 'armed-presence',
      level: isFresh ? 'elevated' : 'guarded',
      reason:
        `At the last field visit, on ${visit.visitedOn} (${visit.dataset}), ${groups.join(' and ')} ` +
        `${visit.interference ? 'interfered with the mine' : 'was present'}.`,
      events: [],
      since: new Date(startOfDay(visit.visitedOn)),
      until: new Date(isFresh ? fadesAt : endsAt),
    },
  ];
}
