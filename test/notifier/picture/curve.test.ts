import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { levelColours } from '../../../services/notifier/level-marks.ts';
import { occurrencesOf } from '../../../services/notifier/occurrences.ts';
import { curveContent, curveWords } from '../../../services/notifier/picture/curve-content.ts';
import { curveSvg } from '../../../services/notifier/picture/curve-svg.ts';
import { renderPng } from '../../../services/notifier/picture/render-png.ts';
import { history, updated } from '../examples.ts';

const { at } = updated;
const told = occurrencesOf([updated]).told;
const curve = (changes: Partial<ScoreHistory> = {}) =>
  curveContent({ ...history, ...changes }, 'Bisie', at, told)!;

describe('the score curve of a mail', () => {
  it('shows the score of 90 days in the bands of its levels, with the days of what happened', () => {
    const svg = curveSvg(curve());
    for (const { pale } of Object.values(levelColours).slice(0, 5)) expect(svg).toContain(`fill="${pale}"`);
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'severe',
        'high',
        'elevated',
        'guarded',
        'low',
        '1 Jan',
        '1 Feb',
        '1 Mar',
        '1, 2',
      ]),
    );
    // 99 of 100, where the line ends.
    expect(texts.at(-1)).toBe('99');
    // From 20 December on: 1 March is 71 days later, 19 before the end.
    const xOf = (text: string) => Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${text}<`).exec(svg)![1]);
    expect((xOf('1 Mar') - xOf('1 Feb')) / (xOf('1 Feb') - xOf('1 Jan'))).toBeCloseTo(28 / 31, 1);
  });

  it('says the same in words', () => {
    const { alt, key } = curveWords(curve());
    expect(alt).toBe(
      'The score of Bisie in the last 90 days: between 4 and 99, now 99. The levels: guarded from 5, elevated from 15, high from 35, severe from 65.',
    );
    expect(key).toBe(
      'Score of Bisie in the last 90 days; numbers: what happened, as listed below; grey: level unknown.',
    );
  });

  it('is left out where nothing is known of the score', () => {
    expect(curveContent({ ...history, points: [] }, 'Bisie', at, told)).toBeNull();
    expect(curveContent(null, 'Bisie', at, told)).toBeNull();
  });

  it('is small however often the score changed', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 2200 }), (scores) => {
        const points = scores.map((value, i) => ({
          at: new Date(at.getTime() - (scores.length - i) * 3_600_000),
          score: value,
          level: 'high' as const,
        }));
        expect(renderPng(curveSvg(curve({ points }))).length * 0.75).toBeLessThan(60_000);
      }),
      { numRuns: 5 },
    );
  });
});
