import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { assessSite, type Knowledge } from '../../domain/assess.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import { explainRisk, levelText, meaningText } from '../../domain/explain.ts';
import { forecastFall } from '../../domain/forecast.ts';
import { linkedEvent } from '../support/events.ts';

const at = new Date('2025-03-20T12:00:00Z');
const actors: Knowledge['actors'] = new Map([['m23', { side: 'non-state', group: 'm23' }]]);

function explain(events: readonly LinkedEvent[], isCovered = true): string[] {
  const knowledge: Knowledge = { actors, isCovered, lastVisit: null };
  const risk = assessSite(events, at, riskPolicy, knowledge);
  return explainRisk('Bisie', risk, forecastFall(events, risk, riskPolicy, knowledge), riskPolicy);
}

describe('the meaning of a score', () => {
  it.each([
    [0.4, 'less than 1 %'],
    [1, '1 %'],
    [47.6, '48 %'],
    [99, '99 %'],
    [99.6, 'more than 99 %'],
  ])('of %d is told as a chance of %s', (score, percent) => {
    expect(meaningText({ score, at })).toBe(
      `The chance of at least one deadly conflict event within 25 km of the site in the 30 days from 2025-03-20 is ${percent}.`,
    );
  });

  it('says what raises the level beyond the score, and that unknown is not low', () => {
    expect(levelText({ level: 'severe', score: 20 }, riskPolicy)).toBe('Signals raise the level to severe.');
    expect(levelText({ level: 'elevated', score: 20 }, riskPolicy)).toBeNull();
    expect(levelText({ level: 'unknown', score: 1 }, riskPolicy)).toContain('unknown, not low');
  });
});

describe('an explanation', () => {
  it('begins with level and chance, names the signals with their reasons, and ends with the policy', () => {
    const seizure = linkedEvent({
      eventId: 7,
      occurredOn: '2025-03-19',
      subType: 'Non-state actor overtakes territory',
      place: 'Walikale',
      distanceKm: 57,
      deathsBest: null,
    });
    const sentences = explain([seizure]);
    expect(sentences[0]).toBe('The level of Bisie on 2025-03-20 is high.');
    expect(sentences[1]).toContain('The chance of at least one deadly conflict event');
    expect(sentences).toContain('Signals raise the level to high.');
    expect(sentences).toContain(
      'Signal territory-seized (high): M23 took Walikale, 57 km ± 5 km from the site, on 2025-03-19.',
    );
    expect(sentences.at(-1)).toContain(`Policy ${riskPolicy.version}`);
    expect(sentences.at(-2)).toBe('If nothing more is reported, the level falls to elevated on 2025-06-17.');
  });

  it('names the three heaviest events with place, distance, age and share, and counts all of them', () => {
    const events = [1, 2, 3, 4].map((i) =>
      linkedEvent({ eventId: i, occurredOn: `2025-03-${20 - i}`, distanceKm: 10 * i, place: `Place ${i}` }),
    );
    const text = explain(events).find((sentence) => sentence.startsWith('The score rests on'))!;
    expect(text).toMatch(
      /^The score rests on 4 events; the heaviest: armed clash at Place 1, 10 km ± 5 km away/,
    );
    expect(text).toMatch(/one day before \(deadly, confirmed\), \d+ % of it; armed clash at Place 2/);
    expect(text).not.toContain('Place 4');
    const risk = assessSite(events, at, riskPolicy, { actors, isCovered: true, lastVisit: null });
    expect(text).toContain(`${Math.round(100 * risk.contributions[0]!.share)} % of it`);
  });

  it('tells events that killed nobody from those of which nothing is known', () => {
    const today = linkedEvent({ eventId: 1, occurredOn: '2025-03-20', deathsBest: null, distanceKm: 30 });
    const nobody = linkedEvent({ eventId: 2, occurredOn: '2025-03-18', deathsBest: 0, distanceKm: 30 });
    const text = explain([today, nobody]).join(' ');
    expect(text).toContain('the same day (deaths not known, confirmed)');
    expect(text).toContain('2 days before (nobody killed, confirmed)');
  });

  it('says where nothing is known, and that silence is no safety', () => {
    const sentences = explain([], false);
    expect(sentences[0]).toBe('The level of Bisie on 2025-03-20 is unknown.');
    expect(sentences.join(' ')).toContain('the level is unknown, not low');
    expect(sentences.join(' ')).toContain('the background of a place of which nothing is known');
    expect(explain([]).join(' ')).not.toContain('falls to');
  });

  it('says that a restart has to be reported where work stopped', () => {
    const halt = linkedEvent({
      type: 'Strategic developments',
      subType: 'Operation suspended',
      named: true,
      distanceKm: 0,
      deathsBest: null,
    });
    expect(explain([halt])).toContain('Time alone does not lower the level: a restart has to be reported.');
  });
});
