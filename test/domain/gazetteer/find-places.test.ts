import { describe, expect, it } from 'vitest';
import { mentionsIn, namesIn, smallWorld } from './small-world.ts';

const found = (text: string) => mentionsIn(text).map(({ name }) => name);

describe('places in a text', () => {
  it('are found whatever accents, hyphens, apostrophes and case they are written with', () => {
    expect(found("Attaque près d'Uvira et dans l'Ituri, au Nord Kivu.")).toEqual([
      'Uvira',
      'Ituri',
      'Nord Kivu',
    ]);
    expect(found('GOMA - Fighters left Walikale-centre and Goma’s port.')).toEqual([
      'GOMA',
      'Walikale',
      'Goma',
    ]);
    expect(found('Flights to Mbujimayi and Mbuji Mayi resumed.')).toEqual(['Mbujimayi', 'Mbuji Mayi']);
    expect(found('a boat sank on lac Kivu near goma.')).toEqual(['lac Kivu']);
  });

  it('carry what the words beside them say they are', () => {
    const classes = mentionsIn(
      'In Walikale territory, the town of Masisi, la province du Nord-Kivu and the Bisie tin mine.',
    ).map(({ name, classWord }) => [name, classWord]);
    expect(classes).toEqual([
      ['Walikale', 'admin2'],
      ['Masisi', 'locality'],
      ['Nord-Kivu', 'admin1'],
      ['Bisie', 'site'],
    ]);
  });

  it('share the class word of a list', () => {
    expect(namesIn('Uvira and Fizi territories are cut off.')).toEqual(['Uvira admin2', 'Fizi admin2']);
    expect(namesIn('Les territoires de Walikale, Masisi et Fizi souffrent.')).toEqual([
      'Walikale admin2',
      'Masisi admin2',
      'Fizi admin2',
    ]);
    expect(namesIn('in the Walikale District of North Kivu Province')).toEqual([
      'Walikale admin2',
      'North Kivu admin1',
    ]);
    expect(namesIn('much of North and South Kivu provinces')).toEqual([
      'North Kivu admin1',
      'South Kivu admin1',
    ]);
  });

  it('are not ordinary words, months and first names that small places bear too', () => {
    expect(found('May was calm. Home is far. Le 3 Mai, rien. Mai was hot.')).toEqual([]);
    expect(found('Gunmen entered the village of Home.')).toEqual(['Home']);
  });

  it('are not people, nor militias', () => {
    expect(found('President Félix Katunda spoke. Kabila was absent. Katunda said nothing.')).toEqual([]);
    expect(found('Colonel Beni Kibati and Jean Goma met.')).toEqual([]);
    expect(found('Mai-Mai Yakutumba fighters regrouped.')).toEqual([]);
    expect(found('Fighters of Mai-Mai Yakutumba left Fizi.')).toEqual(['Fizi']);
  });

  it('are not hamlets nobody knows in a headline, where every word has a capital', () => {
    expect(found('Rebels And Army Fight Over Tudu As Talks Fail')).toEqual([]);
    expect(found('Rebels And Army Fight Over Goma As Talks Fail')).toEqual(['Goma']);
  });

  it('may be named by the company that operates them', () => {
    const [operator] = mentionsIn('Alphamin evacuated its staff.');
    expect(operator).toMatchObject({ name: 'Alphamin', isOperator: true });
    expect(operator!.candidates.map(({ siteId }) => siteId)).toEqual(['bisie']);
  });

  it('come with the distance and direction that the text tells', () => {
    const offset = (text: string) => mentionsIn(text)[0]!.offset;
    expect(offset('They died 20 km north of Goma.')).toEqual({ km: 20, bearingDeg: 0 });
    expect(offset('Quatre morts à 30 km au nord-est de Bunia.')).toEqual({ km: 30, bearingDeg: 45 });
    expect(offset('about thirty kilometres (20 miles) from Beni')).toEqual({ km: 30, bearingDeg: null });
    expect(offset('à une quinzaine de kilomètres de Beni')).toEqual({ km: 15, bearingDeg: null });
    expect(offset('10 miles south-west of the town of Sake')).toEqual({ km: 16.1, bearingDeg: 225 });
    expect(offset('20 soldiers left Goma.')).toBeNull();
  });

  it('tell where another one is, or stand at the ends of a road', () => {
    const [mubi, walikale] = mentionsIn('in Mubi, 30 km from Walikale, soldiers regrouped');
    expect(mubi).toMatchObject({ isReference: false, distanceTo: { mention: 1, km: 30 } });
    expect(walikale).toMatchObject({ isReference: true });
    for (const text of [
      'on the road from Sake to Masisi',
      'between Sake and Masisi',
      'the Sake-Masisi road',
    ]) {
      expect(mentionsIn(text).map(({ relation, otherEnd }) => [relation, otherEnd])).toEqual([
        ['along', 1],
        ['along', 0],
      ]);
    }
    expect(mentionsIn('near Goma')[0]!.relation).toBe('near');
    expect(mentionsIn('autour de Goma')[0]!.relation).toBe('around');
  });
});

describe('reading names', () => {
  const spanned = (text: string) => mentionsIn(text);
  const timeOf = (text: string) => {
    const startedAt = performance.now();
    spanned(text);
    return performance.now() - startedAt;
  };

  it('gives offsets in the whole text, also behind letters of two units', () => {
    const text = '😀 Goma. Then Bukavu fell.';
    for (const { start, end, name } of spanned(text)) expect(text.slice(start, end)).toBe(name);
    expect(spanned(text).map(({ name }) => name)).toEqual(['Goma', 'Bukavu']);
  });

  it('takes time in proportion to the length of the text, whatever it holds', () => {
    const built = [
      'Kigoma, ',
      'Goma ',
      'a ',
      'territory of ',
      '20 km north of Goma ',
      'between Goma and Sake ',
      "d'",
      'North and South Kivu ',
      'Mbuji Mayi',
    ];
    timeOf(built.join('').repeat(50));
    for (const part of built) {
      // Ten times the text must not take a hundred times as long; a floor keeps small times from deciding.
      const short = Math.max(20, timeOf(part.repeat(3000)));
      expect(timeOf(part.repeat(30_000)), part).toBeLessThan(short * 40);
    }
    expect(smallWorld.byName.size).toBeGreaterThan(20);
  }, 30_000);
});
