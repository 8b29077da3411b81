import type { LinkedEvent } from '../event.ts';
import { oneBelow } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Signal } from '../signal.ts';
import { addDays, startOfDay } from '../time.ts';
import { actorText, dayText, distanceText, placeText } from '../wording.ts';

/**
 * A non-state armed actor takes a place near the site. It ends when control of the place changes again; without
 * news it is eased one level after `seizedQuietDays`, and ends after as many days again. `gains` are the places that
 * are still held (`territorialGains`).
 */
export function territorySeized(gains: readonly LinkedEvent[], at: Date, policy: RiskPolicy): Signal[] {
  const { seizedSevereKm, seizedHighKm, seizedQuietDays } = policy.signal;
  const signals: Signal[] = [];
  for (const gain of gains) {
    if (gain.distanceKm > seizedHighKm) continue;
    const quietFrom = startOfDay(addDays(gain.occurredOn, seizedQuietDays));
    const endsAt = startOfDay(addDays(gain.occurredOn, 2 * seizedQuietDays));
    if (endsAt <= at.getTime()) continue;
    const first = gain.distanceKm <= seizedSevereKm ? 'severe' : 'high';
    const isQuiet = quietFrom <= at.getTime();
    signals.push({
      signal: 'territory-seized',
      level: isQuiet ? oneBelow(first) : first,
      reason:
        `${actorText(gain)} took ${placeText(gain)}, ${distanceText(gain.distanceKm, gain.uncertaintyKm)} from the site, ` +
        `${dayText(gain)}${isQuiet ? `; no news of it for ${seizedQuietDays} days` : ''}.`,
      events: [{ eventId: gain.eventId, revision: gain.revision }],
      since: new Date(startOfDay(gain.occurredOn)),
      until: new Date(isQuiet ? endsAt : quietFrom),
    });
  }
  return signals;
}
