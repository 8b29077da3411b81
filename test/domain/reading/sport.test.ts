import { describe, expect, it } from 'vitest';
import { told } from './support.ts';

describe('An attack in a report with words of sport', () => {
  it.each([
    [
      'en',
      'Gunmen attacked a mining camp near Mubi on Tuesday and killed four diggers, residents said. "We can not go back, we can not work and we can only wait," a digger said.',
    ],
    [
      'en',
      'Gunmen attacked Mubi on Tuesday and killed four diggers. The final of the football cup was put off; the coach of the home team said that his players and their fans were in shock.',
    ],
    [
      'fr',
      "Des hommes armés ont attaqué Mubi mardi et tué quatre creuseurs. La finale de la coupe au stade a été reportée : l'équipe et ses joueurs sont sous le choc.",
    ],
  ] as const)('is read (%s: %s)', (language, text) => {
    expect(told(language, text)).toEqual(['Attack, Mubi, 2025-03-18']);
  });

  it.each([
    [
      'en',
      'The Leopards attacked Guinea in Goma on Tuesday. The coach praised his team, the striker and the fans.',
    ],
    [
      'fr',
      "Les Léopards ont attaqué dès la première minute mardi à Goma. L'équipe a marqué deux buts au stade.",
    ],
  ] as const)('is none where the match itself is told in words of war (%s: %s)', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });
});
