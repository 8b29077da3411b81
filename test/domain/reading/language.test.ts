import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../domain/reading/text/language.ts';
import { languages } from '../../../domain/reading/text/text.ts';
import { elapsedMs, patienceMs, worstTexts } from './worst-texts.ts';

describe('the language of a text', () => {
  it.each([
    ['Rebels seized the town on Wednesday.'],
    ['Clashes reported near Goma as army retreats'],
    ['At least 35 people were killed in the raid, local officials said.'],
    ['The spokesman said: « Nous ne quitterons pas la ville » before he left the room.'],
  ])('is English: %s', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });

  it.each([
    ['Les rebelles ont pris la ville mercredi.'],
    ['Combats signalés près de Goma'],
    ['Goma : sept morts dans une attaque des ADF'],
    [
      'Le porte-parole a déclaré : "We will not leave the town and we will fight until the end of the war", avant de quitter la salle.',
    ],
  ])('is French: %s', (text) => {
    expect(detectLanguage(text)).toBe('fr');
  });

  it.each([
    ['Los rebeldes tomaron la ciudad el miércoles, según fuentes locales.'],
    ['Segovia: asesinan a dos mineros'],
    ['Combates entre el ELN y el Ejército en Tibú'],
  ])('is Spanish: %s', (text) => {
    expect(detectLanguage(text)).toBe('es');
  });

  it.each([
    ['Swahili', 'Waasi wa M23 wameuteka mji wa Walikale, wakazi wamesema jana.'],
    ['Lingala', 'Basoda ya mbulamatari bazali kobunda na batomboki na engumba Goma.'],
    ['Kinyarwanda', 'Inyeshyamba za M23 zafashe umujyi wa Walikale ku wa gatatu, abaturage bavuze.'],
    ['Portuguese', 'Os rebeldes tomaram a cidade na quarta-feira, disseram moradores.'],
    ['Italian', 'I ribelli hanno preso la città mercoledì, secondo fonti locali.'],
    ['German', 'Die Rebellen haben die Stadt am Mittwoch eingenommen, sagten Bewohner.'],
    ['Dutch', 'De rebellen hebben de stad woensdag ingenomen, zeggen bewoners.'],
    ['Swedish', 'Rebellerna intog staden på onsdagen, enligt lokala källor.'],
    ['Polish', 'Rebelianci zajęli miasto w środę, poinformowali mieszkańcy.'],
    ['Turkish', 'İsyancılar çarşamba günü kasabayı ele geçirdi ve ordu geri çekildi.'],
    ['Indonesian', 'Pemberontak merebut kota itu pada hari Rabu, kata warga.'],
    ['Romanian', 'Rebelii au cucerit orașul miercuri, potrivit locuitorilor.'],
    ['Arabic', 'سيطر المتمردون على المدينة يوم الأربعاء'],
    ['Chinese', '叛军周三占领了该镇。'],
    ['Russian', 'Повстанцы захватили город в среду.'],
    ['Amharic', 'አማፂያኑ ከተማዋን ረቡዕ ተቆጣጠሩ።'],
    ['Hindi', 'विद्रोहियों ने बुधवार को शहर पर कब्जा कर लिया'],
  ])('is another one: %s', (_language, text) => {
    expect(detectLanguage(text)).toBe('other');
  });

  it.each([
    ['nothing', ''],
    ['numbers', '123 456 789'],
    ['keys hit at random', 'asdf qwer zxcv'],
    ['binary', '\u0000\u0001\u0002PNG\u0000\u0003'],
    ['names', 'Goma Bukavu Walikale Uvira'],
    ['one letter over and over', 'a '.repeat(10_000)],
    ['base64', 'aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ='],
    ['marks', '!!!??? ---'],
  ])('is none: %s', (_what, text) => {
    expect(detectLanguage(text)).toBe('none');
  });

  it.each([
    ['Conflit à Masisi', 'fr'],
    ['Walikale shelled', 'en'],
    ['Beni: 9 muertos', 'es'],
    ['Goma Bukavu Walikale Uvira', 'fr'],
  ] as const)('is that of its publisher where it leaves that open: %s', (text, hint) => {
    expect(detectLanguage(text)).toBe('none');
    expect(detectLanguage(text, hint)).toBe(hint);
  });

  it.each([
    ['shows its own', 'Rebels seized the town on Wednesday.', 'fr', 'en'],
    ['speaks for another one', 'Conflit à Masisi', 'es', 'none'],
    ['shows one that is not read', 'Waasi wa M23 wameuteka mji wa Walikale jana.', 'fr', 'other'],
    ['is written otherwise', 'سيطر المتمردون على المدينة', 'fr', 'other'],
    ['holds no words', '123 456 789', 'fr', 'none'],
  ] as const)('is not that of its publisher where it %s', (_why, text, hint, language) => {
    expect(detectLanguage(text, hint)).toBe(language);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect([...languages, 'other', 'none']).toContain(detectLanguage(text));
      }),
    );
  });

  it.each(worstTexts)('takes time that grows with the length only: %s', (_name, text) => {
    expect(elapsedMs(() => detectLanguage(text))).toBeLessThan(patienceMs);
  });
});
