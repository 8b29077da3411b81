import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatelines, splitSentences } from '../../../domain/reading/text/sentences.ts';
import { elapsedMs, patienceMs, worstTexts } from './worst-texts.ts';

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);
const kinds = (text: string) => splitSentences(text).map((sentence) => sentence.kind);
const quotes = (text: string) =>
  splitSentences(text).map((sentence) => sentence.quotes.map((quote) => text.slice(quote.start, quote.end)));

describe('the sentences of a text', () => {
  it.each([
    ['Gen. J. P. Kabila of the U.N. met Col. Ekenge at St. Joseph. They left.', 2],
    ['He left on Jan. 5 with 2.5 kg. They stayed.', 2],
    ['It began at 6 a.m. Monday. It ended at 5 p.m. The end.', 3],
    ['They flew to the U.S. The army stayed.', 2],
    ['"We retreated... We fled," he said.', 2],
    ['"Will you go?" he asked. "No!" they said.', 2],
    ['M. Kabila et Mme Dupont ont fui... Les rebelles avancent.', 2],
    ["Le col. Ekenge a cité l'art. 5. Il a nié.", 2],
    ['Les forces ont fui.Les rebelles sont là, dit Actualite.CD sur radiookapi.net.', 2],
    ['« Nous avons peur. Ils tuent », dit-il. « Oui. » Le colonel a nié.', 4],
    ['A heading without a stop\nA sentence.', 2],
  ])('splits %s', (text, count) => {
    expect(texts(text)).toHaveLength(count);
  });

  it.each([
    ['GOMA - The town fell.', 'The town fell.'],
    ['KINSHASA (Reuters) – The town fell.', 'The town fell.'],
    ['NAIROBI/GOMA, March 3 (Reuters) - The town fell.', 'The town fell.'],
    ['BUKAVU, DR Congo (AP) — The town fell.', 'The town fell.'],
    ['Goma, 20 mars 2025 (AFP) — La ville est tombée.', 'La ville est tombée.'],
    ['Kinshasa, 20 mars 2025 (ACP).- La ville est tombée.', 'La ville est tombée.'],
    ['Goma (RDC) – La ville est tombée.', 'La ville est tombée.'],
    ['- La ville est tombée.', 'La ville est tombée.'],
    ['• La ville est tombée.', 'La ville est tombée.'],
    ['2) La ville est tombée.', 'La ville est tombée.'],
  ])('starts after the dateline or the mark of a list: %s', (text, sentence) => {
    expect(texts(text)).toEqual([sentence]);
  });

  it.each([
    ['M23 - the armed group - took the town.'],
    ['FARDC – M23 : les combats reprennent'],
    ['The town - a mining hub - fell.'],
  ])('takes no dash for a dateline in: %s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('tells where the datelines stand', () => {
    const text = 'Title\nGOMA - The town fell.';
    expect(findDatelines(text).map((span) => text.slice(span.start, span.end))).toEqual(['GOMA - ']);
  });

  it('finds quotes in every usual mark, also over sentences and paragraphs', () => {
    expect(quotes('"We left. They came," he said.')).toEqual([['We left.'], ['They came,']]);
    expect(quotes('He said “we left” twice.')).toEqual([['we left']]);
    expect(quotes('Il a dit « nous partons ».')).toEqual([[' nous partons ']]);
    expect(quotes("Il a dit ''nous partons''.")).toEqual([['nous partons']]);
    expect(quotes("The army's men called it a 'crime' there.")).toEqual([['crime']]);
    expect(quotes('"We left.\n"They came," he said.')).toEqual([['We left.'], ['They came,']]);
    expect(quotes('« Nous partons.\nIls viennent », dit-il.')).toEqual([
      [' Nous partons.'],
      ['Ils viennent '],
    ]);
    expect(quotes('A lone " mark opens nothing.')).toEqual([[]]);
  });

  it.each([
    ['Fighters enter the town. Picture: Someone/AFP', 'caption'],
    ['Photo: a street in Goma', 'caption'],
    ['Des combattants à Goma. © Quelqu’un, AFP', 'caption'],
    ['File photo of the governor', 'caption'],
    ['A market in Beni (Photo by Someone)', 'caption'],
    ['Crédit photo : Quelqu’un', 'caption'],
    ['READ: Ceasefire terms unclear', 'link'],
    ['READ MORE: the story', 'link'],
    ['Also read: the story', 'link'],
    ['Lire aussi : la suite', 'link'],
    ['À lire : la suite', 'link'],
    ['Related: the story', 'link'],
    ['See also the story', 'link'],
    ['Watch: the town', 'link'],
    ['Reporting by A. Body; editing by N. Body', 'credit'],
    ['Edited by N. Body', 'credit'],
    ['Avec AFP', 'credit'],
    ['Readers watch the town.', 'body'],
    ['A related attack hit the town.', 'body'],
    ['The photo shocked the town.', 'body'],
  ])('knows the kind of: %s', (text, kind) => {
    expect(new Set(kinds(text))).toEqual(new Set([kind]));
  });

  it('takes the titles after "Lire aussi :" for links until prose begins again', () => {
    expect(kinds('Lire aussi :\nUn titre\nUn autre\nLa ville est tombée.')).toEqual([
      'link',
      'link',
      'link',
      'body',
    ]);
  });

  it('numbers the paragraphs that hold words', () => {
    expect(splitSentences('One. Two.\r\n\r\n***\nThree.').map((sentence) => sentence.paragraph)).toEqual([
      0, 0, 1,
    ]);
  });

  it('never throws, and gives ordered spans whose text is that of the whole', () => {
    const piece = fc.constantFrom(
      'GOMA - ',
      '. ',
      '"',
      '« ',
      ' »',
      '\n',
      'A',
      'the town ',
      'Mr. ',
      '...',
      "''",
      'Photo: ',
      '(AFP) — ',
      '!',
      ')',
      'é',
      '\u2028',
      '1. ',
      "'",
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 40 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (whole) => {
        let reached = 0;
        for (const sentence of splitSentences(whole)) {
          expect(sentence.start).toBeGreaterThanOrEqual(reached);
          expect(sentence.text).toBe(whole.slice(sentence.start, sentence.end));
          expect(sentence.text.length).toBeGreaterThan(0);
          for (const quote of sentence.quotes) {
            expect(quote.start).toBeGreaterThanOrEqual(sentence.start);
            expect(quote.end).toBeLessThanOrEqual(sentence.end);
          }
          reached = sentence.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(worstTexts)('takes time that grows with the length only: %s', (_name, text) => {
    expect(elapsedMs(() => splitSentences(text))).toBeLessThan(patienceMs);
  });
});
