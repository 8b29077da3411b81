import { describe, expect, it } from 'vitest';
import { readWhole } from './support.ts';

/** Why a sentence made no event. */
function reasonOf(language: 'en' | 'fr', text: string, title: string | null = null): string | undefined {
  const { events, passedOver } = readWhole(language, text, title);
  expect(events).toEqual([]);
  return passedOver[0]?.reason;
}

describe('A sentence that made no event', () => {
  it.each([
    ['en', 'The army denied that M23 fighters had attacked Mubi on Tuesday.', 'it stands behind "denied"'],
    ['en', 'M23 fighters may attack Mubi this week, residents fear.', 'it may, should or will happen'],
    ['en', 'M23 did not attack Mubi on Tuesday.', 'it is negated'],
    [
      'en',
      'M23 fighters attacked Mubi on 3 May 2019 and killed four people.',
      'it is background: it lies too long before the report',
    ],
    ['fr', "Le M23 n'a pas attaqué Mubi mardi.", 'it is negated'],
  ] as const)('says why (%s: %s)', (language, text, reason) => {
    expect(reasonOf(language, text)).toBe(reason);
  });

  it('is listed with its place in the text, in the order of the text, beside what made one', () => {
    const text = 'M23 fighters attacked Mubi on Tuesday. The army denied that they had taken Walikale.';
    const { events, passedOver } = readWhole('en', text);
    expect(events).toHaveLength(1);
    expect(passedOver.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'The army denied that they had taken Walikale.',
    ]);
  });

  it('is told of a match where a report of sport has the words of war', () => {
    const match =
      'The Leopards attacked from the first minute. The coach praised his team after the final. Guinea struck back with a penalty.';
    const { events, passedOver } = readWhole('en', match);
    expect(events).toEqual([]);
    expect(passedOver.map(({ reason }) => reason)).toContain('it is told of a match');
  });

  it('is not listed where it has no words of conflict', () => {
    expect(readWhole('en', 'The market of Mubi opened on Tuesday.').passedOver).toEqual([]);
  });
});
