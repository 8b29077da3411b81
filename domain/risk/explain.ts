import { attestationOf } from '../attestation.ts';
import { isDeadly } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import { calendarDate } from '../time.ts';
import { distanceText, placeText, shownText } from '../wording.ts';
import type { SiteRisk } from './assess.ts';
import type { Forecast } from './forecast.ts';
import type { Contribution } from './score.ts';
import type { Signal, SignalChance } from './signal.ts';

const contributionsNamed = 3;

/** The score and the violence chance in words. */
export function meaningText({ score, violence, at }: Pick<SiteRisk, 'score' | 'violence' | 'at'>): string {
  return (
    `The score is ${shownText(score)} of 100: the harm to be expected from conflict in the 30 days from ${calendarDate(at)}. ` +
    `The chance of at least one deadly conflict event within 25 km in that time is ${shownText(violence.chance)} %.`
  );
}

/** What the level is beside the band of the score; null where the score says it all. */
export function levelText({ level }: Pick<SiteRisk, 'level'>): string | null {
  return level === 'unknown'
    ? 'No source that follows this country has told of events up to then: the level is unknown, not low.'
    : null;
}

/** An assessment in sentences that a person without statistics can follow and check. */
export function explainRisk(
  siteName: string,
  risk: SiteRisk,
  forecast: Forecast | null,
  policy: RiskPolicy,
): string[] {
  const sentences = [
    `The level of ${siteName} on ${calendarDate(risk.at)} is ${risk.level}.`,
    meaningText(risk),
  ];
  const beyondScore = levelText(risk);
  if (beyondScore) sentences.push(beyondScore);
  for (const signal of risk.signals) sentences.push(signalText(signal));
  sentences.push(violenceText(risk));
  if (forecast) {
    sentences.push(
      `If nothing more is reported, the level falls to ${forecast.level} on ${calendarDate(forecast.at)}.`,
    );
  }
  sentences.push(
    `Policy ${policy.version}; chances of violence and of the ground falling are measured, harms are a choice. ` +
      'A distance is a straight line, with how far the report may be off.',
  );
  return sentences;
}

function signalText(signal: Signal): string {
  const chances = signal.chances.filter(({ p }) => p > 0).map(chanceText);
  const share = signal.chances.reduce((sum, chance) => sum + chance.share, 0);
  const capped =
    signal.kept < 1
      ? ' It rests on one machine reading and waits for somebody to confirm it: what it adds is capped.'
      : '';
  return `Signal ${signal.signal}: ${signal.reason} It makes up ${percentText(share)} of the score: ${chances.join('; ')}.${capped}`;
}

const outcomeText: Record<SignalChance['outcome'], string> = {
  ground: 'the ground falls or has fallen to an armed group',
  stop: 'work stops or stays stopped',
  attack: 'the site itself is attacked',
  presence: 'an armed group is at the mine',
};

function chanceText({ outcome, p, harm, isMeasured }: SignalChance): string {
  return `a chance of ${shownText(100 * p)} % that ${outcomeText[outcome]} (${isMeasured ? 'measured' : 'a choice'}; harm ${harm})`;
}

function violenceText({ violence, signals }: SiteRisk): string {
  const { contributions } = violence;
  if (contributions.length === 0) {
    return signals.length > 0
      ? 'No violent event of the last two years within 75 km counts beside that.'
      : 'No event of the last two years within 75 km counts: the score is the background of a place of which nothing is known.';
  }
  const named = contributions.slice(0, contributionsNamed).map(contributionText);
  const count = contributions.length === 1 ? 'One event counts' : `${contributions.length} events count`;
  return `${count} as violence; the heaviest: ${named.join('; ')}.`;
}

function contributionText({ event, ageDays, share }: Contribution): string {
  const days = Math.floor(ageDays);
  const age = days === 0 ? 'the same day' : days === 1 ? 'one day before' : `${days} days before`;
  const toll = isDeadly(event) ? 'deadly' : event.deathsBest === null ? 'deaths not known' : 'nobody killed';
  const where = `${placeText(event)}, ${distanceText(event.distanceKm, event.uncertaintyKm)} away`;
  return `${event.subType.toLowerCase()} at ${where}, ${age} (${toll}, ${attestationOf(event)}), ${percentText(share)} of the score`;
}

function percentText(share: number): string {
  const percent = 100 * share;
  return percent < 1 ? 'less than 1 %' : `${Math.round(percent)} %`;
}
