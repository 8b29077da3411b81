import { describe, expect, it } from 'vitest';
import { mailboxOf, mailDomain } from '../../services/notifier/mailbox.ts';
import {
  dateText,
  deathsText,
  scoreText,
  siteFacts,
  timeText,
  withPlainDates,
} from '../../services/notifier/wording.ts';
import { opened } from './examples.ts';

function deaths(
  deathsLow: number | null,
  deathsBest: number | null,
  deathsHigh: number | null,
  type = 'Battles',
) {
  return deathsText({ type: type as 'Battles', deathsLow, deathsBest, deathsHigh });
}

describe('the words of a mail', () => {
  it('tell dates as exactly as they are known', () => {
    expect(dateText('2025-03-09', 1)).toBe('9 March 2025');
    expect(dateText('2025-03-09', 2)).toBe('about 9 March 2025 (within a few days)');
    expect(dateText('2025-03-09', 4)).toBe('March 2025 (within the month)');
    expect(dateText('2025-03-09', 5)).toBe('2025 (within the year)');
    expect(timeText(new Date('2025-12-31T23:05:59Z'))).toBe('31 December 2025, 23:05 UTC');
    expect(withPlainDates('taken on 2025-03-19.')).toBe('taken on 19 March 2025.');
  });

  it('tell deaths as ranges, and do not make nothing of not knowing', () => {
    expect(deaths(null, null, null)).toBe('deaths not known');
    expect(deaths(null, null, null, 'Strategic developments')).toBeNull();
    expect(deaths(0, null, null)).toBe('deaths not known');
    expect(deaths(3, null, null)).toBe('at least 3 reported dead');
    expect(deaths(3, 3, null)).toBe('at least 3 reported dead');
    expect(deaths(null, 3, null)).toBe('3 reported dead');
    expect(deaths(3, 3, 3)).toBe('3 reported dead');
    expect(deaths(8, 12, 20)).toBe('12 reported dead (between 8 and 20)');
    expect(deaths(8, 12, 12)).toBe('12 reported dead (at least 8)');
    expect(deaths(12, 12, 20)).toBe('12 reported dead (at most 20)');
    expect(deaths(2, null, 9)).toBe('between 2 and 9 reported dead');
    expect(deaths(null, null, 9)).toBe('up to 9 reported dead');
    expect(deaths(0, 0, 4)).toBe('no deaths confirmed, up to 4 reported');
    expect(deaths(0, 0, 0)).toBe('no deaths reported');
  });

  it('round a score down, so that it never reads as the level above', () => {
    expect(scoreText(48.3)).toBe('48 of 100');
    expect(scoreText(34.96)).toBe('34 of 100');
    expect(scoreText(0.52)).toBe('less than 1 of 100');
    expect(scoreText(99.7)).toBe('more than 99 of 100');
  });

  it('say what a site is to a buyer, with what is known of it', () => {
    expect(siteFacts(opened)).toBe(
      'Tin (cassiterite), industrial, operated by Alphamin Bisie Mining, North Kivu, DR Congo',
    );
    const bare = {
      ...opened.site,
      minerals: [],
      commodities: [],
      kind: 'unknown',
      operator: null,
      admin1: null,
    };
    expect(siteFacts({ ...opened, site: { ...bare, country: null } })).toBe('Minerals not recorded');
    expect(siteFacts({ ...opened, site: { ...bare, country: '<b>' } })).toBe('Minerals not recorded, <b>');
    expect(siteFacts({ ...opened, site: { ...bare, country: 'BF' } })).toBe(
      'Minerals not recorded, Burkina Faso',
    );
  });
});

describe('the sender', () => {
  it('is read with and without a name', () => {
    expect(mailboxOf('"Orewatch, Inc" <a@example.org>')).toEqual({
      name: 'Orewatch, Inc',
      address: 'a@example.org',
    });
    expect(mailboxOf('a@example.org')).toEqual({ name: '', address: 'a@example.org' });
    expect(mailDomain(mailboxOf('a@bücher.example'))).toBe('xn--bcher-kva.example');
  });

  it('is refused where it is no single address', () => {
    for (const text of ['', 'nobody', 'a@b, c@d', '<a@b\r\nBcc: c@d>', 'a@b@c']) {
      expect(() => mailboxOf(text)).toThrow('is not a mail address');
    }
  });
});
