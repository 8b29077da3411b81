import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { renderMail } from '../../../services/notifier/mail/render-mail.ts';
import { eventMap } from '../../../services/notifier/picture/event-map.ts';
import { scoreCurve } from '../../../services/notifier/picture/score-curve.ts';
import { eased, history, messageOf, mubiClash, updated } from '../examples.ts';

/** The colour of each pixel of a PNG with a palette and without filters, as #rrggbb. */
function decode(png: Buffer): { width: number; height: number; colourAt(x: number, y: number): string } {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const width = chunks.get('IHDR')!.readUInt32BE(0);
  const rows = inflateSync(chunks.get('IDAT')!);
  const colourAt = (x: number, y: number) => {
    const entry = rows[y * (width + 1) + 1 + x]!;
    return `#${chunks.get('PLTE')!.toString('hex', 3 * entry, 3 * entry + 3)}`;
  };
  return { width, height: rows.length / (width + 1), colourAt };
}

const event = '#a84300';
const at = updated.at;
const curve = (changes: Partial<ScoreHistory> = {}) => scoreCurve({ ...history, ...changes }, 'Bisie', at);

describe('the map of a mail', () => {
  it('shows the site in the middle and each event in its direction and distance, and says the same in words', () => {
    const north = {
      ...mubiClash,
      latitude: updated.site.latitude + 0.4495,
      longitude: updated.site.longitude,
    };
    const map = eventMap({ ...updated, evidence: [north] })!;
    const { width, height, colourAt } = decode(map.png);
    expect([width, height]).toEqual([1200, 800]);
    expect(colourAt(600, 400)).toBe('#1a1a1a');
    // 50 km lie on the widest ring, 380 pixels from the middle.
    expect(colourAt(600, 30)).toBe(event);
    expect(colourAt(600, 770)).not.toBe(event);
    expect(map.alt).toBe(
      'Map of Bisie and the events around it. 1: Armed clash at Mubi, 19 March 2025, 35 km ± 5 km from Bisie.',
    );
    expect(map.key).toBe('Rings at 10, 25, 50 km. 1: Armed clash at Mubi, 19 March 2025.');
  });

  it('is left out where no event has a place to show', () => {
    for (const changes of [
      { latitude: null, longitude: null },
      { locationPrecision: 6 as const },
      { latitude: 40 },
    ]) {
      expect(eventMap({ ...updated, evidence: [{ ...mubiClash, ...changes }] })).toBeNull();
    }
    expect(eventMap({ ...eased, evidence: [] })).toBeNull();
  });

  it('is small, and the same to the byte, wherever on Earth the site lies and however vague the events are', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const near = fc.record({
      north: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      east: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      uncertaintyKm: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(point, fc.array(near, { maxLength: 8 }), (place, spots) => {
        const evidence = spots.map(({ north, east, uncertaintyKm }, i) => ({
          ...mubiClash,
          eventId: i,
          uncertaintyKm,
          latitude: Math.max(-90, Math.min(90, place.latitude + north)),
          longitude: ((place.longitude + east + 540) % 360) - 180,
        }));
        const notice = { ...updated, site: { ...updated.site, ...place }, evidence };
        const map = eventMap(notice);
        expect(eventMap(notice)).toEqual(map);
        if (map) expect(map.png.length).toBeLessThan(20_000);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the score curve of a mail', () => {
  it('shows the score in the bands of its levels, and says the same in words', () => {
    const { png, alt, key } = curve()!;
    const { colourAt } = decode(png);
    const bandAt = (score: number) => colourAt(300, Math.round(390 - score * 3.7));
    expect([bandAt(3), bandAt(10), bandAt(30), bandAt(50), bandAt(90)]).toEqual([
      '#dcebdc',
      '#d3e2f4',
      '#fbedbb',
      '#f6d5ba',
      '#ecc6c6',
    ]);
    // Ten days ago the score was 18, five days ago 99.
    expect(colourAt(990, Math.round(390 - 18 * 3.7))).toBe('#1a1a1a');
    expect(colourAt(1085, Math.round(390 - 99 * 3.7))).toBe('#1a1a1a');
    expect(alt).toBe(
      'The score of Bisie in the last 60 days: between 4 and 99, now 99. The levels: guarded from 5, elevated from 15, high from 35, severe from 65.',
    );
    expect(key).toBe('Score of Bisie, from 60 days ago until now; grey: level unknown.');
  });

  it('is left out where nothing is known of the score', () => {
    expect(curve({ points: [] })).toBeNull();
  });

  it('is small however often the score changed', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 1500 }), (scores) => {
        const points = scores.map((value, i) => ({
          at: new Date(at.getTime() - (scores.length - i) * 3_600_000),
          score: value,
          level: 'high' as const,
        }));
        expect(curve({ points })!.png.length).toBeLessThan(20_000);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the pictures of a mail', () => {
  it('come along in it, each with its words; the text part stays as it is', () => {
    const { html, text, pictures, messageId } = renderMail(messageOf([updated], { history }));
    const shown = [...html.matchAll(/<img src="cid:([^"]*)" alt="([^"]*)"/g)];
    expect(shown.map(([, cid, alt]) => ({ cid, alt: alt!.replaceAll('\u00a0', ' ') }))).toEqual(
      pictures.map(({ cid, alt }) => ({ cid, alt })),
    );
    expect(pictures.map(({ cid }) => cid)).toEqual([
      `map.${messageId.slice(1, -1)}`,
      `score.${messageId.slice(1, -1)}`,
    ]);
    expect(text).toBe(renderMail(messageOf([updated])).text);
    expect(renderMail(messageOf([updated])).pictures).toEqual([]);
  });
});
