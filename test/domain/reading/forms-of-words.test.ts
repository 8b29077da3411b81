import { describe, expect, it } from 'vitest';
import { read, told } from './support.ts';

const day = '2025-03-18';

describe('all forms of a verb say the same', () => {
  it.each([
    'Le M23 contrôle la cité de Pinga.',
    'Les rebelles contrôlent la cité de Pinga.',
    'Le M23 occupe Masisi.',
    'Les rebelles occupent Masisi.',
  ])('a town that is held was not taken today: %s', (text) => {
    expect(told('fr', text)).toEqual([]);
  });

  it('a town that is held since a day was taken on it', () => {
    expect(told('fr', 'Le M23 contrôle la cité de Pinga depuis mardi.')).toEqual([
      `Non-state actor overtakes territory, Pinga, ${day}`,
    ]);
  });

  it.each([
    ['Deux femmes ont été touchées par balles mardi à Goma par des bandits.', 'Attack, Goma'],
    ['Mardi à Goma, deux fillettes ont été fauchées par des balles.', 'Attack, Goma'],
    ['Les troupes du M23 sont arrivées à Sake mardi.', 'Non-state actor overtakes territory, Sake'],
    ['Les forces du M23 sont descendues sur Sake mardi.', 'Non-state actor overtakes territory, Sake'],
  ])('whoever it agrees with: %s', (text, event) => {
    expect(told('fr', text)).toEqual([`${event}, ${day}`]);
  });

  it.each([
    ['fr', "Les habitants, menacés d'attaques des ADF, dorment à Oicha."],
    ['fr', 'Les autorités empêchent mardi une attaque à Sake.'],
    ['fr', "Le M23 a attaqué Sake mardi, une information démentie par l'armée."],
    ['fr', 'Les combats à Sake mardi, une information que les rebelles réfutent.'],
    ['fr', 'Mardi, les attaques à Goma ont été annulées.'],
    ['fr', "Mardi, à Masisi, les affrontements entre l'armée et le M23 restent réguliers."],
    ['fr', 'Les affrontements sont quotidiens à Masisi depuis mardi.'],
    ['en', 'On Tuesday, fighting is common in Masisi between the army and M23.'],
    ['en', 'Clashes in Masisi on Tuesday were banned.'],
  ] as const)('what did not happen, in %s: %s', (language, text) => {
    expect(told(language, text)).toEqual([]);
  });

  it.each([
    ['Selon des responsables onusiens, le M23 a pris Sake mardi.', 'the United Nations'],
    ['Des témoins rapportent que le M23 a attaqué Sake mardi.', 'witnesses'],
  ])('who says so: %s', (text, source) => {
    expect(read('fr', text).map(({ attributedTo }) => attributedTo)).toEqual([source]);
  });
});
