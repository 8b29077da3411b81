import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../../domain/alerts/alert-notice.ts';
import { type Level, levels } from '../../../domain/level.ts';
import { levelColours } from '../../../services/notifier/level-marks.ts';
import { baseMap } from '../../../services/notifier/picture/base-map.ts';
import { mapContent, mapHeight } from '../../../services/notifier/picture/map-content.ts';
import { mapSvg } from '../../../services/notifier/picture/map-svg.ts';
import { mapWords } from '../../../services/notifier/picture/map-words.ts';
import { renderPng } from '../../../services/notifier/picture/render-png.ts';
import { pictureWidth, textWidth } from '../../../services/notifier/picture/svg.ts';
import { facts, manyNotices, mubiClash, ownSite, updated } from '../examples.ts';

/** The base map is read before the tests, not within the time of one. */
beforeAll(() => void baseMap());

const nothing = { held: [], towns: [] };
const siteAt = (north: number, east: number, changes: Partial<AlertNotice> = {}): AlertNotice => ({
  ...updated,
  ...changes,
  site: {
    ...updated.site,
    id: `${north},${east}`,
    name: `Mine ${north} ${east}`,
    latitude: updated.site.latitude + north,
    longitude: updated.site.longitude + east,
  },
});

type Drawn = { text: string; x: number; y: number; size: number; isBold: boolean; anchor: string };

/** The texts of a picture with where they stand. */
function textsOf(svg: string): Drawn[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, text]) => {
    const given = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes!)?.[1];
    const [x, y, size] = [given('x'), given('y'), given('font-size')].map(Number);
    const anchor = given('text-anchor') ?? 'start';
    return { text: text!, x: x!, y: y!, size: size!, isBold: given('font-weight') === 'bold', anchor };
  });
}

const placeOf = (svg: string, text: string) => textsOf(svg).find((drawn) => drawn.text === text);

describe('the map of a mail', () => {
  it('shows each level in a shape and a colour of its own, and says in the legend which', () => {
    const shapes = new Set<string>();
    for (const level of [...levels, 'unknown'] as Level[]) {
      const svg = mapSvg(mapContent([siteAt(0, 0, { level, evidence: [] })], null, nothing));
      const [, legend] = svg.split('</g>');
      expect(textsOf(legend!).map(({ text }) => text)).toEqual([level]);
      const sign = /<(polygon points|circle)=?"?([^/]*)\/><text/.exec(legend!)!;
      expect(sign[0]).toContain(level === 'unknown' ? '#ffffff' : levelColours[level].fill);
      shapes.add(
        sign[1] === 'circle' ? `circle ${level}` : String(sign[2]!.split('"')[0]!.split(' ').length),
      );
    }
    // A square and a diamond have as many corners: they differ by how they stand.
    expect(shapes.size).toBe(5);
  });

  it('shows what happened in its direction and distance, by the number under which the mail tells it', () => {
    const latitude = updated.site.latitude + 0.4495;
    const { longitude } = updated.site;
    const north = { ...mubiClash, place: 'Up there', latitude, longitude };
    const content = mapContent([siteAt(0, 0, { evidence: [north] })], null, nothing);
    const svg = mapSvg(content);
    const number = placeOf(svg, '1')!;
    const ring = /<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="none" stroke="#6a6a6a"/.exec(svg)!;
    const [x, y] = [Number(ring[1]), Number(ring[2])];
    expect(number.x).toBeCloseTo(x, 0);
    // The number stands 4 units below the middle of its circle, which is 50 km north.
    expect((y - (number.y - 4.1)) / content.frame.pixelsPerKm).toBeCloseTo(50, 0);
    expect(svg).toContain(`r="${Math.round(50 * content.frame.pixelsPerKm) / 10}"`);
  });

  it('names home, what is held and by whom, what happened, and towns; says the same in words', () => {
    const content = mapContent([updated], ownSite, facts);
    const svg = mapSvg(content);
    const texts = textsOf(svg).map(({ text }) => text);
    for (const text of ['Bisie', 'Walikale', 'Mubi', 'Biruwe', 'held by M23', '25 km', '50 km'])
      expect(texts).toContain(text);
    const { alt, key } = mapWords(content, 1, [
      {
        date: '19 March 2025',
        title: 'M23 took Walikale',
        details: [],
        source: null,
        link: null,
        event: mubiClash,
      },
      {
        date: '19 March 2025',
        title: 'Armed clash at Mubi',
        details: [],
        source: null,
        link: null,
        event: mubiClash,
      },
    ]);
    expect(alt).toBe(
      'Map of the surroundings of Bisie: 1 site (1 severe). 1: M23 took Walikale, 19 March 2025, 57 km ± 5 km from Bisie. 2: Armed clash at Mubi, 19 March 2025, 35 km ± 5 km from Bisie. M23 holds, as far as is known: Walikale, Masisi.',
    );
    expect(key).toBe(
      'Rings: distance from Bisie. Numbers: what happened, as listed below. Borders: Natural Earth.',
    );
  });

  it('names beside each place who holds it where that is not one group', () => {
    const held = facts.held.map((place, i) => ({ ...place, actor: i === 0 ? 'ADF' : 'M23' }));
    const texts = textsOf(mapSvg(mapContent([updated], ownSite, { ...facts, held }))).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Walikale (M23)', 'held by an armed group']));
  });

  it('names countries where borders are seen', () => {
    const goma = { ...updated.site, name: 'Mine near Goma', latitude: -1.6, longitude: 29.2 };
    const texts = textsOf(mapSvg(mapContent([{ ...updated, site: goma, evidence: [] }], null, nothing)));
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['DR Congo', 'Rwanda']));
    const inland = textsOf(mapSvg(mapContent([siteAt(0, 0, { evidence: [] })], null, nothing)));
    expect(inland.map(({ text }) => text)).not.toContain('DR Congo');
  });

  it('goes around the own site also where the message tells of others, if they are not far away', () => {
    const other = siteAt(0.9, 0, { isPinned: false, evidence: [] });
    expect(mapContent([other], ownSite, nothing).home.name).toBe('Bisie');
    expect(mapContent([siteAt(9, 0, { evidence: [] })], ownSite, nothing).home.name).toBe('Mine 9 0');
  });

  it('keeps in its frame all that it tells, wherever on Earth that is', () => {
    const near = fc.record({
      north: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
      east: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
      uncertaintyKm: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    const home = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(home, fc.array(near, { maxLength: 3 }), (place, spots) => {
        const evidence = spots.map(({ north, east, uncertaintyKm }, i) => ({
          ...mubiClash,
          eventId: i,
          uncertaintyKm,
          latitude: Math.max(-90, Math.min(90, place.latitude + north)),
          longitude: ((place.longitude + east + 540) % 360) - 180,
        }));
        const notice = { ...updated, site: { ...updated.site, ...place }, evidence };
        const content = mapContent([notice], null, nothing);
        const svg = mapSvg(content);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(mapSvg(mapContent([notice], null, nothing))).toBe(svg);
        for (const { number } of content.events) {
          const { x, y } = placeOf(svg, String(number))!;
          expect(Math.min(x, pictureWidth - x, y, mapHeight - y)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('with 205 sites stays small and legible: names lie on no other name, in letters for a phone', () => {
    const many = manyNotices(205).map((notice, i) => ({
      ...notice,
      site: {
        ...notice.site,
        latitude: updated.site.latitude + Math.sin(i * 2.4) * 0.07 * Math.sqrt(i),
        longitude: updated.site.longitude + Math.cos(i * 2.4) * 0.07 * Math.sqrt(i),
      },
    }));
    const svg = mapSvg(mapContent(many, ownSite, facts));
    expect(svg.match(/<polygon/g)!.length).toBeGreaterThan(200);
    const names = textsOf(svg.split('</g>')[0]!).filter(({ text }) => text.length > 1);
    expect(names.length).toBeGreaterThan(8);
    const boxes = names.map(({ x, y, text, size, isBold, anchor }) => {
      const width = textWidth(text, { size, isBold });
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { text, left, right: left + width, top: y - 0.7 * size, bottom: y };
    });
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          `${a.text} and ${b.text}`,
        ).toBe(false);
    // A phone 375 pixels wide shows the 360 units of the picture on 343 of them.
    for (const { text, size } of textsOf(svg)) expect((size * 343) / 360, text).toBeGreaterThan(10.9);
    expect(renderPng(svg).length * 0.75).toBeLessThan(150_000);
  });

  it('takes names from outside as text, and leaves out those that its font has no letters for', () => {
    for (const name of [
      '</text><image href="file:///etc/passwd"/>',
      '&lt;b>"\'',
      'a\0b\u202e\ufffe',
      'x'.repeat(80),
    ]) {
      const held = [{ name, actor: name, latitude: -1.4, longitude: 28 }];
      const towns = [{ name, latitude: -1.2, longitude: 27.6 }];
      const site = { ...updated.site, name };
      const svg = mapSvg(mapContent([{ ...updated, site }], { ...ownSite, name }, { held, towns }));
      expect(svg).not.toMatch(/<image|href="/);
      expect(renderPng(svg).length).toBeGreaterThan(1000);
    }
    const towns = [
      { name: '缅甸', latitude: -1.2, longitude: 27.6 },
      { name: 'Гома', latitude: -1.3, longitude: 27.7 },
    ];
    const texts = textsOf(mapSvg(mapContent([updated], null, { held: [], towns }))).map(({ text }) => text);
    expect(texts).toContain('Гома');
    expect(texts).not.toContain('缅甸');
  });
});
