import { describe, expect, it } from 'vitest';
import { buildActorLexicon } from '../../../domain/reading/actors/actor-lexicon.ts';
import { findActors } from '../../../domain/reading/actors/actors-in-text.ts';
import type { Language } from '../../../domain/reading/text/text.ts';
import { tokenize } from '../../../domain/reading/text/tokens.ts';
import { readKnownActors } from '../../../services/sources/actors.ts';

const lexicon = buildActorLexicon(readKnownActors());

function actorsOf(text: string, language: Language = 'en'): string[] {
  return findActors(tokenize(text), language, lexicon).map(
    ({ named, generic }) => named[0]?.name ?? `(${generic})`,
  );
}

describe('actors in a text', () => {
  it.each([
    ['M23 fighters and Rwandan troops', ['M23', 'RDF']],
    ['the AFC/M23 alliance', ['M23']],
    ['the army of the country', ['(army)']],
    ['the Armed Forces of the Democratic Republic of the Congo', ['FARDC']],
    ['rebels of the Allied Democratic Forces', ['ADF']],
    ['Mai-Mai Yakutumba fighters', ['Mai-Mai Yakutumba']],
    ['Burundian soldiers', ['FDNB']],
    ['the Islamic State group', ['Islamic State']],
    ['security forces and gunmen', ['(army)', '(gunmen)']],
  ])('of "%s" are %j', (text, expected) => {
    expect(actorsOf(text)).toEqual(expected);
  });

  it.each([
    ['des combattants du M23', ['M23']],
    ['les miliciens de la Codeco', ['CODECO']],
    ['l’armée congolaise et les Wazalendo', ['FARDC', 'Wazalendo']],
    ['des soldats rwandais', ['RDF']],
    ['les Maï-Maï', ['Mai-Mai']],
    ['des hommes armés non identifiés', ['(gunmen)']],
  ])('of the French "%s" are %j', (text, expected) => {
    expect(actorsOf(text, 'fr')).toEqual(expected);
  });

  it('with short names are only seen as they are written', () => {
    expect(actorsOf('The town is in danger; the pdf and the mac are lost')).toEqual([]);
    expect(actorsOf('IS claimed the raid; the PDF fought on')).toEqual([
      'Islamic State',
      "People's Defence Force",
    ]);
  });

  it('are not seen in the verbs of a headline in capitals', () => {
    expect(actorsOf('GOMA IS CALM')).toEqual([]);
  });

  it('are not seen inside of words', () => {
    expect(actorsOf('M230 and FARDCs')).toEqual([]);
  });
});
