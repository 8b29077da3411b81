import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeaths } from '../../../domain/reading/deaths/deaths.ts';
import { type Language, languages } from '../../../domain/reading/text/text.ts';
import { tokenize } from '../../../domain/reading/text/tokens.ts';
import { elapsedMs, patienceMs, worstTexts } from './worst-texts.ts';

/** Each mention as "kind low/best/high who", with a + where it is a running total. */
function read(language: Language, sentence: string): string[] {
  return findDeaths(tokenize(sentence), language).map((mention) => {
    const figures = [mention.low, mention.best, mention.high].map((figure) => figure ?? '-').join('/');
    return `${mention.kind}${mention.cumulative ? '+' : ''} ${figures}${mention.who === null ? '' : ` ${mention.who}`}`;
  });
}

const english: [string, ...string[]][] = [
  ['At least 35 people were killed in the raid.', 'killed 35/35/- people'],
  ['No fewer than 12 people were killed.', 'killed 12/12/- people'],
  ['Not less than seven soldiers died in the attack.', 'killed 7/7/- soldiers'],
  ['No more than four people were killed.', 'killed -/4/4 people'],
  ['A bomb went off at a market, killing dozens.', 'killed 20/24/-'],
  ['The militia killed more than 20 villagers.', 'killed 20/20/- villagers'],
  ['Between 10 and 15 dead were counted.', 'killed 10/12/15'],
  ['Dozens of civilians died.', 'killed 20/24/- civilians'],
  ['The death toll rose to 40 from 35.', 'killed 40/40/40'],
  ['The death toll rose from 35 to 40.', 'killed 40/40/40'],
  ['The death toll was unknown.', 'killed -/-/-'],
  ['A woman and her two children were killed.', 'killed 3/3/3 woman and children'],
  ['Two soldiers and five rebels died in the clash.', 'killed 7/7/7 soldiers and rebels'],
  ['No one was killed.', 'killed 0/0/0'],
  ['There were no casualties.', 'killed 0/0/0'],
  ['No civilians were killed in the attack.', 'killed 0/0/0 civilians'],
  ['The attack left 12 dead and 30 injured.', 'killed 12/12/12', 'injured 30/30/30'],
  ['The massacre of 20 villagers', 'killed 20/20/20 villagers'],
  ['Twenty bodies were found in a mass grave.', 'killed 20/20/20'],
  [
    'Twenty-one people, including three children, were killed and ten wounded.',
    'killed 21/21/21 people',
    'injured 10/10/10',
  ],
  ['13 peacekeepers have been killed, including two South Africans.', 'killed 13/13/13 peacekeepers'],
  ['7,000 people have been killed since January.', 'killed+ 7000/7000/7000 people'],
  [
    'At least 12 people were killed on Tuesday in a region where 7,000 have died since January.',
    'killed 12/12/- people',
    'killed+ 7000/7000/7000',
  ],
  ['At least 20 people have been killed since Friday.', 'killed 20/20/- people'],
  ['Rebels killed two soldiers and wounded five.', 'killed 2/2/2 soldiers', 'injured 5/5/5'],
  [
    'Rebels killed two soldiers and five civilians, and 20 others were wounded.',
    'killed 7/7/7 soldiers and civilians',
    'injured 20/20/20 others',
  ],
  ['Gunmen abducted 15 people.', 'abducted 15/15/15 people'],
  ['Fifteen people were kidnapped and ten arrested.', 'abducted 15/15/15 people', 'arrested 10/10/10'],
  ['Five gunmen killed 20 people.', 'killed 20/20/20 people'],
  ['A 35-year-old man was shot dead.', 'killed 1/1/1 man'],
  ['The governor was killed.', 'killed 1/1/1 governor'],
  ['Civilians were killed.', 'killed 2/-/- Civilians'],
  ['More than 100,000 people have fled their homes.', 'displaced 100000/100000/- people'],
  ['They killed or wounded 35 soldiers.', 'killed 1/-/35 soldiers', 'injured 1/-/35 soldiers'],
  ['The raid claimed the lives of 5 people.', 'killed 5/5/5 people'],
  ['Seven people lost their lives.', 'killed 7/7/7 people'],
  ['Scores of people were hacked to death.', 'killed 20/40/- people'],
  ['The M23 said it killed 31 soldiers in three days of fighting on Route 4.', 'killed 31/31/31 soldiers'],
  ['The ministry spoke of "dozens of terrorists" killed.', 'killed 20/24/- terrorists'],
  ['Twenty people, twelve of them children, were killed.', 'killed 20/20/20 people'],
  ['More than 460 patients and companions were killed there.', 'killed 460/460/- patients'],
  ['More than 150 Congolese Tutsi refugees were massacred.', 'killed 150/150/- Congolese Tutsi refugees'],
  ['More than 60 displaced people were murdered.', 'killed 60/60/- displaced people'],
  ['A miner died, bringing to 21 the number of those killed.', 'killed 1/1/1 miner', 'killed 21/21/21'],
  ['Officials had put the toll at 35 the day before.', 'killed 35/35/35'],
  ['Up to 50 people were killed.', 'killed -/50/50 people'],
];

const french: [string, ...string[]][] = [
  ['35 morts', 'killed 35/35/35'],
  ['Au moins sept civils tués à Beni', 'killed 7/7/- civils'],
  ["L'attaque a fait 12 morts et 20 blessés.", 'killed 12/12/12', 'injured 20/20/20'],
  ['Le bilan est passé de 35 à 40 morts.', 'killed 40/40/40'],
  ["Le bilan s'élève à 40 morts.", 'killed 40/40/40'],
  ['Le bilan reste inconnu.', 'killed -/-/-'],
  ['Une dizaine de personnes ont péri.', 'killed 8/10/12 personnes'],
  ["Aucune victime n'a été signalée.", 'killed 0/0/0 victime'],
  ["Personne n'a été tué.", 'killed 0/0/0'],
  ['Deux militaires et cinq rebelles sont morts.', 'killed 7/7/7 militaires et rebelles'],
  ['Une femme et ses deux enfants ont été tués.', 'killed 3/3/3 femme et enfants'],
  ['Quatre-vingt-dix-sept personnes ont trouvé la mort.', 'killed 97/97/97 personnes'],
  ["L'attaque a coûté la vie à 12 personnes.", 'killed 12/12/12 personnes'],
  ['Les rebelles ont tué une trentaine de villageois.', 'killed 24/30/36 villageois'],
  ['tuant au moins 1 200 personnes', 'killed 1200/1200/- personnes'],
  ['Un homme de 35 ans a été tué.', 'killed 1/1/1 homme'],
  ['20 maisons incendiées et 12 personnes enlevées', 'abducted 12/12/12 personnes'],
  ['Les corps de 20 civils ont été retrouvés.', 'killed 20/20/20 civils'],
  ['Vingt corps sans vie ont été découverts.', 'killed 20/20/20'],
  ['Plus de 7 000 personnes ont été tuées depuis janvier.', 'killed+ 7000/7000/- personnes'],
  ['Le massacre de 20 civils', 'killed 20/20/20 civils'],
  ['Des dizaines de milliers de personnes ont fui.', 'displaced 20000/20000/- personnes'],
  [
    'Le M23 a tué 20 civils, dont cinq enfants, et blessé 10 autres.',
    'killed 20/20/20 civils',
    'injured 10/10/10 autres',
  ],
  ['Douze personnes, dont trois enfants, ont été tuées.', 'killed 12/12/12 personnes'],
  ['Douze personnes prises en otage', 'abducted 12/12/12 personnes'],
  [
    'Un militaire marocain et deux policiers indiens ont été tués.',
    'killed 3/3/3 militaire marocain et policiers indiens',
  ],
  ['Deux travailleurs humanitaires ont perdu la vie.', 'killed 2/2/2 travailleurs humanitaires'],
  ["Le nombre de personnes tuées à l'église est passé de 38 à 43.", 'killed 43/43/43'],
  ['La fouille a fait passer de 35 à 51 le nombre de civils tués.', 'killed 51/51/51'],
  ['Trois personnes ont été arrêtées.', 'arrested 3/3/3 personnes'],
];

const spanish: [sentence: string, ...expected: string[]][] = [
  ['Cuatro policías fueron asesinados.', 'killed 4/4/4 policías'],
  ['Fueron asesinados cuatro policías.', 'killed 4/4/4 policías'],
  ['Murieron al menos tres mineros.', 'killed 3/3/- mineros'],
  ['Los sicarios mataron a balazos a dos hermanos.', 'killed 2/2/2 hermanos'],
  ['El ataque dejó cinco muertos y doce heridos.', 'killed 5/5/5', 'injured 12/12/12'],
  ['Resultaron heridos dos soldados.', 'injured 2/2/2 soldados'],
  ['Secuestraron a seis trabajadores.', 'abducted 6/6/6 trabajadores'],
  ['Nadie murió.', 'killed 0/0/0'],
  ['Matan a alcalde en Suárez', 'killed 1/1/1 alcalde'],
  ['Siete personas, entre ellas tres niños, perdieron la vida.', 'killed 7/7/7 personas'],
];

describe('the dead of a sentence', () => {
  it.each(spanish)('counts in Spanish: %s', (sentence, ...expected) => {
    expect(read('es', sentence)).toEqual(expected);
  });

  it.each(english)('counts in English: %s', (sentence, ...expected) => {
    expect(read('en', sentence)).toEqual(expected);
  });

  it.each(french)('counts in French: %s', (sentence, ...expected) => {
    expect(read('fr', sentence)).toEqual(expected);
  });

  it.each([
    ['en', '20 houses were burned and three cows killed.'],
    ['en', 'The army did not kill civilians.'],
    ['en', 'The soldiers were not killed.'],
    ['en', 'The offensive could have killed hundreds.'],
    ['en', 'The town of 60,000 people lies 30 kilometres from the border.'],
    ['fr', "L'armée n'a pas tué de civils."],
    ['fr', 'Vingt maisons ont été incendiées le 14 mars 2025.'],
  ] as const)('counts nobody in %s: %s', (language, sentence) => {
    expect(read(language, sentence)).toEqual([]);
  });

  it('never throws, and gives spans within the sentence and whole figures in order', () => {
    const piece = fc.constantFrom(
      ...'at least 35 people were killed and two soldiers , wounded no one including a woman dozens of between 10 toll rose to from dead bodies dont morts tués blessés personnes ont été de 40 à une dizaine aucun civil sans victimes bilan la mort since January abducted . ;'.split(
        ' ',
      ),
      '\u0000',
    );
    const sentence = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 25 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(sentence, fc.constantFrom(...languages), (text, language) => {
        for (const mention of findDeaths(tokenize(text), language)) {
          expect(mention.start).toBeGreaterThanOrEqual(0);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          const figures = [mention.low, mention.best, mention.high].filter((figure) => figure !== null);
          expect(figures.every((figure) => Number.isInteger(figure) && figure >= 0)).toBe(true);
          expect(figures).toEqual([...figures].sort((a, b) => a - b));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(worstTexts)('takes time that grows with the length only: %s', (_name, text) => {
    expect(elapsedMs(() => findDeaths(tokenize(text), 'en'))).toBeLessThan(patienceMs);
    expect(elapsedMs(() => findDeaths(tokenize(text), 'fr'))).toBeLessThan(patienceMs);
  });
});
