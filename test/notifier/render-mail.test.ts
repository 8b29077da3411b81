import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../services/notifier/message-content.ts';
import { renderMail } from '../../services/notifier/render-mail.ts';
import { wrap } from '../../services/notifier/text-part.ts';
import {
  cancelled,
  eased,
  escalated,
  manyNotices,
  messageOf,
  mubiClash,
  opened,
  resolved,
  updated,
  walikaleTaken,
} from './examples.ts';

const unwrapped = (text: string) => text.replace(/\s+/g, ' ');

/** What is read of HTML: without tags, with its entities. */
function readHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return unwrapped(
    html
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!),
  );
}

describe('a mail', () => {
  it('says first what changed and where, then what is behind it', () => {
    const { text } = renderMail(messageOf([updated]));
    const read = unwrapped(text);
    expect(read).toMatch(
      /^Bisie \(tin, North Kivu, DR Congo\) stays at level severe, with news\. M23 took Walikale/,
    );
    for (const part of [
      'Nearest event: Armed clash at Mubi, 35 km ± 5 km from the site, on 19 March 2025.',
      'As of 20 March 2025, 09:00 UTC',
      '1. Bisie: SEVERE (unchanged) Tin (cassiterite), industrial, operated by Alphamin Bisie Mining',
      'Score 18 of 100: about an 18 % chance of at least one deadly conflict event within 25 km in the next 30 days.',
      'Told because: new signal at the same level: territory seized.',
      'operation suspended (severe): Alphamin Bisie Mining reports site evacuated since 13 March 2025',
      '57 km ± 5 km from the site.',
      'M23, FARDC. Battles: Armed clash. At least 3 reported dead.',
      'Battles: Non-state actor overtakes territory. Deaths not known.',
      'Provisional; location: exact place; 64 % of what the score rests on.',
      'Source: news report, example.org https://www.example.org/walikale-taken',
      'https://orewatch.example.org/v1/sites/bisie/risk?at=2025-03-20T09:00:00Z',
      'OECD Due Diligence Guidance',
      'There is no unsubscribe link yet.',
      'write to the operator of this Orewatch at orewatch@alerts.example.org',
    ]) {
      expect(read).toContain(part);
    }
  });

  it('says the same in text and HTML', () => {
    for (const notice of [opened, escalated, updated, eased, resolved, cancelled]) {
      const { text, html } = renderMail(messageOf([notice]));
      const read = readHtml(html).toLowerCase().replace(/[\s:]/g, '');
      for (const line of text.split('\n')) {
        const words = line.replace(/^[\s*=-]+/, '').replace(/ \(needs an API key\):$|: level, score.*/, '');
        // Addresses are the targets of links there.
        if (words.startsWith('http')) expect(html.replaceAll('&amp;', '&')).toContain(words);
        else expect(read, `${notice.kind}: ${line}`).toContain(words.toLowerCase().replace(/[\s:]/g, ''));
      }
    }
  });

  it('explains what unknown means where a site is at that level, and only there', () => {
    const read = unwrapped(renderMail(messageOf([cancelled])).text);
    expect(read).toContain(
      'Unknown means that no current source covers this country. It is not the same as low.',
    );
    expect(read).toContain('no current source covers this country, so the score rests on old reports alone');
    expect(renderMail(messageOf([opened])).text).not.toContain('Unknown means');
  });

  it('credits its sources and does not quote what may not be passed on', () => {
    const evidence = [
      { ...mubiClash, source: 'ucdp-ged', notes: 'From the dataset.' },
      { ...walikaleTaken, source: 'acled', notes: 'Words of ACLED.' },
    ];
    const read = unwrapped(renderMail(messageOf([{ ...escalated, evidence }])).text);
    expect(read).toContain('Uppsala Conflict Data Program, CC BY 4.0');
    expect(read).toContain('ACLED (Armed Conflict Location & Event Data)');
    expect(read).toContain('From the dataset.');
    expect(read).not.toContain('Words of ACLED.');
  });

  it('tells events of which only a province is known as context', () => {
    const province = { ...mubiClash, locationPrecision: 4 as const, uncertaintyKm: 150, share: 0 };
    const read = unwrapped(renderMail(messageOf([{ ...escalated, signals: [], evidence: [province] }])).text);
    expect(read).toContain('35 km ± 150 km from the site');
    expect(read).toContain('location: province only; context only, not in the score.');
    expect(read).not.toContain('Nearest event');
  });

  it('ranks sites by level, then score, and describes an event near several of them once', () => {
    const at = (id: string, changes: Partial<AlertNotice>): AlertNotice => ({
      ...escalated,
      ...changes,
      alertId: id.length + 100,
      site: { ...escalated.site, id, name: id },
    });
    const { text } = renderMail(
      messageOf([
        at('second', { score: 20 }),
        at('third-one', { score: 12 }),
        at('top', { level: 'severe', score: 4 }),
      ]),
    );
    expect(text.match(/^\d\. .*/gm)).toEqual([
      '1. top: SEVERE (was elevated)',
      '2. second: HIGH (was elevated)',
      '3. third-one: HIGH (was elevated)',
    ]);
    expect(text.match(/At least 3 reported dead/g)).toHaveLength(1);
    expect(unwrapped(text).match(/Described under 1\./g)).toHaveLength(4);
  });

  it('tells 162 sites in one readable mail: ten in full, all in rank and counted, below what Gmail clips', () => {
    const { text, html, subject } = renderMail(messageOf(manyNotices(162)));
    expect(subject).toBe('Bisie and 161 other sites: up to high – M23 took Walikale');
    expect(text).toContain('The 10 highest of 162 sites');
    expect(text).toContain('152 further sites, highest first');
    expect(text.match(/^\d+\. /gm)).toHaveLength(162);
    expect(text).toContain('162. Mine 161 Kalay Boeing: guarded (was low), 6 of 100, 52 km ± 5 km');
    expect(html.match(/<tr><td>\d+\. <a /g)).toHaveLength(152);
    expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(90_000);
  });

  it('counts every site and stays short enough, however many sites there are and however long their texts', () => {
    const long = manyNotices(3000).map((notice, i) => ({
      ...notice,
      site: { ...notice.site, name: `${'<&"\'>'.repeat(60)}${i}`, operator: '&'.repeat(300) },
      reason: '<'.repeat(3000),
      evidence: Array.from({ length: 12 }, (_, k) => ({
        ...mubiClash,
        eventId: i * 20 + k,
        notes: '&<>"'.repeat(2500),
        place: '"'.repeat(500),
        actors: Array.from({ length: 20 }, () => "'".repeat(300)),
        url: `https://example.org/${'&'.repeat(900)}`,
      })),
    }));
    const { text, html } = renderMail(messageOf(long));
    expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(100_000);
    const listed = text.match(/^\d+\. /gm)!.length;
    expect(text).toContain(`And ${(3000 - listed).toLocaleString('en')} more sites, ranked lower:`);
  });

  it('is the same mail whenever it is rendered, in whatever order its notices come', () => {
    const notices = manyNotices(30);
    expect(renderMail(messageOf([...notices].reverse()))).toEqual(renderMail(messageOf(notices)));
  });

  it('keeps all mails about one alert in one thread, and mails about several apart', () => {
    expect(renderMail(messageOf([opened])).threadRoot).toBe('<alert-7@alerts.example.org>');
    expect(renderMail(messageOf([updated])).threadRoot).toBe('<alert-7@alerts.example.org>');
    expect(renderMail(messageOf(manyNotices(2))).threadRoot).toBeNull();
  });

  it('refuses to be empty', () => {
    expect(() => renderMail(messageOf([]))).toThrow('has no notice to tell');
  });
});

describe('hostile texts', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</td></tr></table><h1>Your account</h1>',
    'Bisie\r\nBcc: everyone@example.org\r\n\r\nbody',
    '\u202egnp.exe',
    'a\0b',
    '\u2028next\u2029',
    '&lt;b&gt;',
    '💥'.repeat(50),
    'x'.repeat(10_000),
  ];
  const allowedTags =
    /^<(?:!DOCTYPE html|\/?(?:html|head|title|body|div|table|thead|tbody|tr|th|td|h[1-4]|p|ul|li|b|i|a|span)|meta|br|hr)(?: [a-z-]+="[^"<>]*")*>$/;

  it('end up as text, in every field that comes from outside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hostile), fc.constantFrom(opened, updated, cancelled), (bad, notice) => {
        const evidence = notice.evidence.map((event) => ({
          ...event,
          place: bad,
          actors: [bad, bad],
          notes: bad,
          source: bad,
          url: `javascript:${bad}`,
        }));
        const signals = notice.signals.map((signal) => ({ ...signal, reason: bad }));
        const site = { ...notice.site, name: bad, operator: bad, admin1: bad, country: bad, minerals: [bad] };
        const { text, html, subject } = renderMail(
          messageOf([{ ...notice, site, signals, evidence, reason: bad }]),
        );
        for (const tag of html.match(/<[^>]*>?/g)!) expect(tag).toMatch(allowedTags);
        expect(html).not.toMatch(/ on[a-z]+="|href="(?!https?:)/i);
        expect(subject).not.toMatch(/[\r\n]/);
        for (const part of [text, html, subject]) {
          expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2028\u2029]/u);
        }
      }),
    );
  });

  it('cannot forge a line of the text part', () => {
    const notes = 'Calm.\n\n1. Bisie: LOW (was severe)\nSource: Reuters';
    const { text } = renderMail(messageOf([{ ...opened, evidence: [{ ...opened.evidence[0]!, notes }] }]));
    expect(text.match(/^\d\. Bisie/gm)).toHaveLength(1);
  });
});

describe('the text part', () => {
  it('wraps at 76 columns and leaves addresses whole', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 }).map((w) => w.replace(/\s/g, '_')),
    );
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrap(list.join(' '), '  ');
        for (const line of lines.filter((line) => !/https?:\/\//.test(line)))
          expect(line.length).toBeLessThanOrEqual(76);
        expect(lines.join('').replace(/\s/g, '')).toBe(list.join(''));
      }),
    );
    const url = `https://example.org/${'a'.repeat(100)}`;
    expect(wrap(`see ${url} there`)).toEqual(['see', url, 'there']);
  });
});
