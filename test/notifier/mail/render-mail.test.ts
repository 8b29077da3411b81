import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../../domain/alerts/alert-notice.ts';
import { renderMail } from '../../../services/notifier/mail/render-mail.ts';
import {
  cancelled,
  corrected,
  eased,
  escalated,
  facts,
  manyNotices,
  messageOf,
  mubiClash,
  opened,
  picturesOf,
  resolved,
  suspended,
  updated,
  withdrawn,
} from '../examples.ts';

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

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length;

describe('a mail', () => {
  it('says how far the sources that follow whole countries have told', () => {
    const freshness = [
      { source: 'acled', freshTo: '2025-03-14' },
      { source: 'ucdp-ged', freshTo: '2025-01-31' },
    ];
    const { text, html } = renderMail({ ...messageOf([updated]), freshness });
    const told =
      'As of 20 March 2025, 09:00 UTC; ACLED fresh to 14 March 2025; UCDP GED fresh to 31 January 2025';
    expect(unwrapped(text)).toContain(told);
    expect(readHtml(html)).toContain(told);
  });

  it('says first what happened and what it means for the site, with the reasons before the numbers', () => {
    const read = unwrapped(renderMail(messageOf([updated])).text);
    expect(read).toMatch(
      /^M23 took Walikale on 19 March 2025, 57 km ± 5 km from Bisie\. Bisie \(tin \(cassiterite\), industrial, operated by Alphamin Bisie Mining, North Kivu, DR Congo\) stays at severe\./,
    );
    const order = [
      'As of 20 March 2025, 09:00 UTC',
      'Work stopped on 13 March 2025, says Alphamin Bisie Mining (site evacuated); no restart is known.',
      'M23 took Walikale on 19 March 2025, 57 km ± 5 km from the site, and holds it as far as is known.',
      'Score more than 99 of 100; chance of deadly violence within 25 km in the next 30 days: 4 %.',
      'What happened',
      '19 March 2025: M23 took Walikale M23, FARDC. Deaths not known. 57 km ± 5 km from Bisie. Provisional',
      'Source: Example Press, example.org https://www.example.org/walikale-taken',
      'Bisie (tin, North Kivu): SEVERE (unchanged), more than 99 of 100, 57 km ± 5 km',
      'https://orewatch.example.org/v1/sites/bisie/risk?at=2025-03-20T09%3A00%3A00.000Z&knownAt=2025-03-20T09%3A00%3A00.000Z',
      'OECD Due Diligence Guidance',
      'To change or stop it, answer this mail or write to orewatch@alerts.example.org.',
    ];
    let from = 0;
    for (const part of order) {
      const found = read.indexOf(part, from);
      expect(found, part).toBeGreaterThanOrEqual(0);
      from = found;
    }
  });

  it('says the same in text and HTML', () => {
    for (const notice of [opened, escalated, updated, corrected, eased, resolved, cancelled, withdrawn]) {
      const { text, html } = renderMail(messageOf([notice]));
      const read = readHtml(html).toLowerCase();
      for (const word of text
        .split(/[\s*=,–:]+/)
        .filter((part) => /^[a-z0-9]+$/i.test(part) && part !== 'https'))
        expect(read, `${notice.kind}: ${word}`).toContain(word.toLowerCase());
    }
  });

  it('names the publisher also where there is no link, and quotes no notes as words of a report', () => {
    const evidence = [{ ...mubiClash, publisher: 'Example Press', notes: 'Told by a trader.' }];
    const read = unwrapped(renderMail(messageOf([{ ...escalated, evidence }])).text);
    expect(read).toContain('Source: Example Press');
    expect(read).not.toContain('no link');
    expect(read).toContain('Note: Told by a trader.');
    expect(read).not.toContain('"Told');
  });

  it('says of no event that it was at the site, unless the report names it', () => {
    const close = { ...mubiClash, distanceKm: 4 };
    const read = unwrapped(renderMail(messageOf([{ ...escalated, evidence: [close] }])).text);
    expect(read).toContain('4 km ± 5 km from Bisie');
    expect(read).not.toMatch(/at the site/i);
    const named = { ...close, named: true };
    expect(unwrapped(renderMail(messageOf([{ ...escalated, evidence: [named] }])).text)).toContain(
      'The report names Bisie.',
    );
  });

  it('does not say twice that work was taken up again, nor at which site something was', () => {
    expect(unwrapped(renderMail(messageOf([eased])).text)).toMatch(
      /^Work taken up again at Bisie on 9 April 2025\. Bisie \([^.]*\) eased from severe to elevated\. As of/,
    );
    const read = unwrapped(renderMail(messageOf([opened])).text);
    expect(read).toMatch(/^Staff evacuated at Bisie on 13 March 2025\. Bisie \(/);
  });

  it('tells first of what it begins with, however many sites something else concerns', () => {
    const others = manyNotices(20).map((notice) => ({
      ...notice,
      kind: 'updated' as const,
      previousLevel: notice.level,
      evidence: [mubiClash],
    }));
    const read = unwrapped(renderMail(messageOf([updated, ...others])).text);
    expect(read).toMatch(/^M23 took Walikale on 19 March 2025/);
    expect(read).toMatch(
      /What happened =+ 1\. 19 March 2025: M23 took Walikale .* 2\. 19 March 2025: Armed clash/,
    );
  });

  it('sets right what was told: what it was, and what holds now', () => {
    const { subject, text } = renderMail(messageOf([corrected]));
    expect(subject).toBe('Correction: Bisie, now severe – what we told you has changed');
    expect(unwrapped(text)).toContain(
      'What has changed in what we told you ==================================== * Armed clash at Mubi on 19 March 2025: the actors are ADF, not M23 and FARDC.',
    );
  });

  it('says that a site is no longer watched and why, without a number or news', () => {
    const { text, html } = renderMail(messageOf([withdrawn]));
    for (const read of [unwrapped(text), readHtml(html)]) {
      expect(read).toContain('is closed: the site is no longer watched: withdrawn by Ada: it stood twice.');
      expect(read).toContain(
        'It is no longer assessed: that nothing more is told of it says nothing about it.',
      );
      expect(read).toContain('withdrawn sites can be restored');
      expect(read).not.toMatch(/What happened|Score \d|Score more|current source|of 100/);
    }
  });

  it('explains what unknown means where a site is at that level, and only there', () => {
    const read = unwrapped(renderMail(messageOf([cancelled])).text);
    expect(read).toContain(
      'Unknown means that no current source covers this country. It is not the same as low.',
    );
    expect(read).toContain('No current source covers this country: the score rests on old reports alone.');
    expect(renderMail(messageOf([opened])).text).not.toContain('Unknown means');
  });

  it('credits its sources and does not pass on what may not be', () => {
    const evidence = [{ ...mubiClash, source: 'acled', notes: 'Words of ACLED.' }];
    const read = unwrapped(renderMail(messageOf([{ ...escalated, evidence }])).text);
    expect(read).toContain('ACLED (Armed Conflict Location & Event Data)');
    expect(read).not.toContain('Words of ACLED.');
    const ucdp = [{ ...mubiClash, source: 'ucdp-ged', notes: 'From the dataset.' }];
    const other = unwrapped(renderMail(messageOf([{ ...escalated, evidence: ucdp }])).text);
    expect(other).toContain('Uppsala Conflict Data Program, CC BY 4.0');
    expect(other).toContain('From the dataset.');
  });

  it('says that a single machine reading waits for confirmation', () => {
    const signals = [{ ...suspended, kept: 0.4 }];
    const read = unwrapped(renderMail(messageOf([{ ...opened, signals }])).text);
    expect(read).toContain('It rests on one machine reading and waits for confirmation.');
  });

  it("orders sites by what matters: the reader's own, industrial ones, level, score; never by the alphabet", () => {
    const named = (id: string, changes: Partial<AlertNotice>, kind = 'artisanal'): AlertNotice => ({
      ...escalated,
      isPinned: false,
      ...changes,
      alertId: id.charCodeAt(0),
      site: { ...escalated.site, id, name: id, kind },
    });
    const { text } = renderMail(
      messageOf([
        named('a-low', { score: 36 }),
        named('b-high', { score: 60 }),
        named('c-severe', { level: 'severe', score: 70 }),
        named('d-industrial', { score: 40 }, 'industrial'),
        named('e-own', { isPinned: true, score: 36 }),
      ]),
    );
    expect(text.match(/^\* [a-e]-[a-z]+/gm)).toEqual([
      '* e-own',
      '* d-industrial',
      '* c-severe',
      '* b-high',
      '* a-low',
    ]);
    expect(text.match(/At least 3 reported dead/g)).toHaveLength(1);
  });

  it.each([1, 47, 205, 3000])(
    'about %d sites is read in a sitting: under 600 words, every site counted',
    async (count) => {
      const content = messageOf(manyNotices(count), { facts });
      const { text, html } = renderMail(content, await picturesOf(content));
      expect(wordsOf(text)).toBeLessThan(600);
      expect(wordsOf(readHtml(html.replace(/<div style="display:none.*?<\/div>/s, '')))).toBeLessThan(600);
      expect(text.match(/^\* .*(HIGH|ELEVATED|GUARDED)/gm)).toHaveLength(Math.min(8, count));
      const counted = /And ([\d,]+) more sites?:/.exec(unwrapped(text))?.[1]?.replace(',', '') ?? '0';
      const named = /Also: (.*?)\./.exec(unwrapped(text))?.[1]?.split(', ').length ?? 0;
      expect(Math.min(8, count) + named + Number(counted)).toBe(count);
      expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(90_000);
    },
  );

  it('stays short however long the texts in it are', () => {
    const long = manyNotices(300).map((notice, i) => ({
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
    /^<(?:!DOCTYPE html|\/?(?:html|head|title|body|div|table|thead|tbody|tr|th|td|h[1-4]|p|ul|ol|li|b|i|a|span)|meta|br|hr)(?: [a-z-]+="[^"<>]*")*>$/;

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
    const notes = 'Calm.\n\n* Bisie: LOW (was severe)\nSource: Reuters';
    const { text } = renderMail(messageOf([{ ...opened, evidence: [{ ...opened.evidence[0]!, notes }] }]));
    expect(text.match(/^\* Bisie \(/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^Source: Reuters/m);
  });
});
