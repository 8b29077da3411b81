import { type ActorRegister, sideOf } from '../../actor.ts';
import type { RiskPolicy } from '../../policy.ts';
import type { SiteVisit } from '../../site.ts';
import { daysSince, startOfDay } from '../../time.ts';
import type { Signal } from '../signal.ts';
import { chanceOf, isWorthTelling } from './chance.ts';

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
  const { interferedBase, presentBase, halfLifeDays } = policy.signal.presence;
  const fading = 2 ** (-Math.max(0, daysSince(visit.visitedOn, at)) / halfLifeDays);
  const base = visit.interference ? interferedBase : presentBase;
  const signal: Signal = {
    signal: 'armed-presence',
    key: `armed-presence:${visit.visitedOn}`,
    reason:
      `At the last field visit, on ${visit.visitedOn} (${visit.dataset}), ${groups.join(' and ')} ` +
      `${visit.interference ? 'interfered with the mine' : 'was present'}.`,
    attestedAs: 'confirmed',
    chances: [chanceOf('presence', { base, isMeasured: false, place: 1, fading }, 'confirmed', policy)],
    kept: 1,
    events: [],
    furtherEvents: 0,
    since: new Date(startOfDay(visit.visitedOn)),
  };
  return [signal].filter(isWorthTelling);
}
