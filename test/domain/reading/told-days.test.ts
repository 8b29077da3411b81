import { describe, expect, it } from 'vitest';
import { told } from './support.ts';

// The texts are dated Thursday, 20 March 2025.

describe('a day that a later sentence tells', () => {
  it.each([
    [
      'en',
      'Gunmen killed a trader in Pinga. The incident occurred on Sunday evening.',
      'Attack, Pinga, 2025-03-16',
    ],
    [
      'fr',
      'Un commerçant a été abattu à Pinga par des hommes armés. Les faits se sont produits dimanche soir.',
      'Attack, Pinga, 2025-03-16',
    ],
    [
      'es',
      'Hombres armados mataron a un comerciante en Tibú. Los hechos ocurrieron la noche del domingo.',
      'Attack, Tibú, 2025-03-16',
    ],
  ] as const)('is that of the event before: %s, %s', (language, text, event) => {
    expect(told(language, text)).toEqual([event]);
  });

  it('says more than how long it went on', () => {
    expect(told('en', 'Rebels and soldiers exchanged fire for several hours on Tuesday in Pinga.')).toEqual([
      'Armed clash, Pinga, 2025-03-18',
    ]);
  });

  it('is not that of an event with a day of its own', () => {
    expect(
      told('en', 'Gunmen killed a trader in Pinga on Sunday. The last accident there happened on Tuesday.'),
    ).toEqual(['Attack, Pinga, 2025-03-16']);
  });
});
