import type { SiteRisk } from './assess.ts';
import { isDeadly } from './event.ts';
import type { Forecast } from './forecast.ts';
import { isHigher, levelOfScore } from './level.ts';
import type { RiskPolicy } from './policy.ts';
import { attestationOf, type Contribution } from './score.ts';
import { calendarDate } from './time.ts';
import { distanceText, placeText } from './wording.ts';

const contributionsNamed = 3;

/** The score in words: what it is the chance of. */
export function meaningText({ score, at }: Pick<SiteRisk, 'score' | 'at'>): string {
  const percent = score < 1 ? 'less than 1 %' : score > 99 ? 'more than 99 %' : `${Math.round(score)} %`;
  return `The chance of at least one deadly conflict event within 25 km of the site in the 30 days from ${calendarDate(at)} is ${percent}.`;
}

/** What else than the score the level rests on, in words; null where the score says it all. */
export function levelText(
  { level, score }: Pick<SiteRisk, 'level' | 'score'>,
  policy: RiskPolicy,
): string | null {
  if (level === 'unknown') {
    return 'No source that follows this country has told of events up to then: the level is unknown, not low.';
  }
  return isHigher(level, levelOfScore(score, policy)) ? `Signals raise the level to ${level}.` : null;
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
  const beyondScore = levelText(risk, policy);
  if (beyondScore) sentences.push(beyondScore);
  for (const { signal, level, reason } of risk.signals)
    sentences.push(`Signal ${signal} (${level}): ${reason}`);

  const { contributions } = risk;
  if (contributions.length === 0) {
    sentences.push(
      'No event of the last two years within 75 km counts: the score is the background of a place of which nothing is known.',
    );
  } else {
    const named = contributions.slice(0, contributionsNamed);
    sentences.push(
      `The score rests on ${contributions.length === 1 ? 'one event' : `${contributions.length} events`}; the heaviest: ${named.map(contributionText).join('; ')}.`,
    );
  }
  if (forecast) {
    sentences.push(
      `If nothing more is reported, the level falls to ${forecast.level} on ${calendarDate(forecast.at)}.`,
    );
  } else if (risk.signals.some((signal) => signal.until === null)) {
    sentences.push('Time alone does not lower the level: a restart has to be reported.');
  }
  sentences.push(
    `Policy ${policy.version}; a distance is a straight line, with how far the report may be off.`,
  );
  return sentences;
}

function contributionText({ event, ageDays, share }: Contribution): string {
  const days = Math.floor(ageDays);
  const age = days === 0 ? 'the same day' : days === 1 ? 'one day before' : `${days} days before`;
  const toll = isDeadly(event) ? 'deadly' : event.deathsBest === null ? 'deaths not known' : 'nobody killed';
  const where = `${placeText(event)}, ${distanceText(event.distanceKm, event.uncertaintyKm)} away`;
  return `${event.subType.toLowerCase()} at ${where}, ${age} (${toll}, ${attestationOf(event)}), ${Math.round(100 * share)} % of it`;
}
