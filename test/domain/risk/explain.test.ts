import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { assessSite, courseOfRisk, type Knowledge } from '../../../domain/risk/assess.ts';
import { explainRisk, levelText, meaningText } from '../../../domain/risk/explain.ts';
import { forecastFall } from '../../../domain/risk/forecast.ts';
import { atOnce } from '../../../domain/steps.ts';
import { shownText } from '../../../domain/wording.ts';
import { linkedEvent } from '../../support/events.ts';

const at = new Date('2025-03-20T12:00:00Z');
const actors: Knowledge['actors'] = new Map([['m23', { side: 'non-state', group: 'm23' }]]);

const mine: Knowledge = { actors, kind: 'industrial', operator: null, isCovered: true, lastVisit: null };

function explain(events: readonly LinkedEvent[], isCovered = true): string[] {
  const knowledge: Knowledge = { ...mine, isCovered };
  const course = atOnce(courseOfRisk(events, at, riskPolicy, knowledge));
  const risk = course(at);
  return explainRisk('Bisie', risk, atOnce(forecastFall(course, risk)), riskPolicy);
}

describe('a shown score', () => {
  it.each([
    [0.4, 'less than 1'],
    [1, '1'],
    [34.96, '34'],
    [99, '99'],
    [99.6, 'more than 99'],
  ])('of %d reads %s: rounded down, so that it never reads as the next level', (score, shown) => {
    expect(shownText(score)).toBe(shown);
  });

  it('is told as expected harm, with the violence chance beside it', () => {
    const { violence } = assessSite([], at, riskPolicy, mine);
    expect(meaningText({ score: 52.7, at, violence: { ...violence, chance: 8.2 } })).toBe(
      'The score is 52 of 100: the harm to be expected from conflict in the 30 days from 2025-03-20. ' +
        'The chance of at least one deadly conflict event within 25 km in that time is 8 %.',
    );
  });

  it('says that unknown is not low', () => {
    expect(levelText({ level: 'elevated' })).toBeNull();
    expect(levelText({ level: 'unknown' })).toContain('unknown, not low');
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
    expect(sentences[0]).toBe('The level of Bisie on 2025-03-20 is elevated.');
    expect(sentences[1]).toContain('The chance of at least one deadly conflict event');
    const signal = sentences.find((sentence) => sentence.startsWith('Signal front: M23 took Walikale'))!;
    expect(signal).toContain('57 km ± 5 km from the site');
    expect(signal).toMatch(/a chance of \d+ % that work stops or stays stopped \(a choice; harm 5\)/);
    expect(sentences.at(-1)).toContain(`Policy ${riskPolicy.version}`);
    expect(sentences.at(-2)).toMatch(
      /^If nothing more is reported, the level falls to guarded on 2025-\d\d-\d\d\.$/,
    );
  });

  it('names the three heaviest events with place, distance, age and share, and counts all of them', () => {
    const events = [1, 2, 3, 4].map((i) =>
      linkedEvent({ eventId: i, occurredOn: `2025-03-${20 - i}`, distanceKm: 10 * i, place: `Place ${i}` }),
    );
    const text = explain(events).find((sentence) => sentence.includes(' count as violence'))!;
    expect(text).toMatch(
      /^4 events count as violence; the heaviest: armed clash at Place 1, 10 km ± 5 km away/,
    );
    expect(text).toMatch(/one day before \(deadly, confirmed\), \d+ % of the score; armed clash at Place 2/);
    expect(text).not.toContain('Place 4');
    const risk = assessSite(events, at, riskPolicy, mine);
    expect(text).toContain(`${Math.round(100 * risk.violence.contributions[0]!.share)} % of the score`);
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
});
