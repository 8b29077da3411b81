import { soleReadingOf } from '../attestation.ts';
import type { IncidentGroup } from '../incidents/incident-groups.ts';
import type { RiskPolicy } from '../policy.ts';
import type { Contribution } from './score.ts';
import { expectedOf, type Signal } from './signal.ts';

/**
 * Caps what one machine reading adds to the expected harm, its events and signals together, until a person confirms
 * it or another origin repeats it: one misread text must not shout. Writes into `kept` and `expected` of the parts.
 * What the operator of the site says itself is not capped. `readingOf` comes from `soleReadings`.
 */
export function capSoleReadings(
  contributions: readonly Contribution[],
  signals: readonly Signal[],
  readingOf: ReadonlyMap<number, string>,
  policy: RiskPolicy,
): void {
  if (readingOf.size === 0) return;
  const totals = new Map<string, number>();
  const add = (reading: string | undefined, expected: number) => {
    if (reading !== undefined) totals.set(reading, (totals.get(reading) ?? 0) + expected);
  };
  const ofSignal = ({ events, attestedAs }: Signal) =>
    events[0] && attestedAs === 'reading' ? readingOf.get(events[0].eventId) : undefined;
  for (const { event, expected } of contributions) add(readingOf.get(event.eventId), expected);
  for (const signal of signals) add(ofSignal(signal), expectedOf(signal));
  const keptOf = (reading: string | undefined) =>
    reading === undefined ? 1 : Math.min(1, policy.soleReadingAtMost / totals.get(reading)!);
  for (const contribution of contributions)
    contribution.kept = keptOf(readingOf.get(contribution.event.eventId));
  for (const signal of signals) {
    signal.kept = keptOf(ofSignal(signal));
    for (const chance of signal.chances) chance.expected *= signal.kept;
  }
}

/** The sole reading behind each event that rests on one alone. */
export function soleReadings(groups: readonly IncidentGroup[]): Map<number, string> {
  const readings = new Map<number, string>();
  for (const { reports, origins } of groups) {
    if (reports.some(({ confidence }) => confidence === 'confirmed')) continue;
    for (const report of reports) {
      if (report.origin === null) continue;
      const reading = soleReadingOf({ ...report, origins });
      if (reading !== null) readings.set(report.eventId, reading);
    }
  }
  return readings;
}
