import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../services/notifier/mail/render-mail.ts';
import { clip, plainText } from '../../services/notifier/plain-text.ts';
import {
  escalated,
  facts,
  manyNotices,
  messageOf,
  ownSite,
  picturesOf,
  resolved,
  updated,
} from './examples.ts';

/**
 * The links that a mail program would make of a text, by a library that many use, with all domains. That it takes
 * @names for those of one service is its own.
 */
async function linksIn(text: string): Promise<string[]> {
  const { textAsHtml } = await simpleParser(`Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`);
  const links = [...(textAsHtml ?? '').matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address!);
  return links.filter((address) => !address.startsWith('https://twitter.com/'));
}

/** The same with less knowledge: whatever looks like a link at all. */
const looksLikeLink = [
  /[\p{L}\p{N}_-]{2,}[.。．｡․﹒](?:\p{Ll}{2,}|\p{Lo}{2,})/u,
  /[a-z0-9-]+[.。．｡․﹒](?:com|org|net|ru|cd|co|info|example|рф|中国)(?![\p{L}\p{N}])/iu,
  /[^\s@]@[\p{L}\p{N}[]/u,
  /[a-z]:\/\/[\p{L}\p{N}[]|\bwww\.[\p{L}\p{N}]|\\\\[\p{L}\p{N}]/iu,
  /\d{1,3}(?:\.\d{1,3}){3}/,
  /\[[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*\]/i,
];

async function expectNoLink(text: string) {
  for (const pattern of looksLikeLink) expect(text).not.toMatch(pattern);
  expect(await linksIn(text), text).toEqual([]);
}

const traps = [
  'evil.example/login',
  'www.evil.example',
  'WWW.EVIL.COM',
  'ftp.evil.com',
  'bad@evil.com',
  'bad@localhost',
  'bad＠evil.com',
  '"bad"@evil.com',
  'mailto:bad@evil.com',
  '10.0.0.1/x',
  '10.0.0.1:8080',
  'http://evil.com',
  'hxxp://evil.com',
  'hxxps[:]//evil.com',
  'HTTPS:evil.com',
  'http:\\\\evil.com',
  '\\\\evil.com\\share',
  '//evil.com/x',
  '//localhost/x',
  'письмо.рф',
  'ПИСЬМО.РФ',
  '例子.中国',
  'evil。example',
  'evil．com',
  'evil｡com',
  'evil․com',
  'ｅｖｉｌ.ｃｏｍ',
  'evil.com.',
  'EVIL.COM',
  'Evil.Com',
  'evil.Zip',
  't.co/abc',
  'x.ai',
  '💩.la',
  'a.b.c.evil.co.uk:8080/?q=1#x',
  'a-b.example',
  'xn--pple-43d.xn--p1ai',
  'a.XN--P1AI',
  '[::1]/x',
  'http://[::1]/x',
  '[2001:db8::1]',
  'see(evil.com)now',
  '"evil.com"',
  'evil.\u200dcom',
  'ht\u200btps://evil.com',
  'evil.c\u00adom',
  'user:pass@evil.com',
  'tel:+243990000000',
  'javascript:alert(1)',
];

describe('text from outside', () => {
  it('holds nothing that a mail program makes a link of', async () => {
    for (const trap of traps) {
      await expectNoLink(plainText(trap, 200));
      await expectNoLink(plainText(`Attack near ${trap}, says ${trap}.`, 200));
    }
  });

  it('holds no link whatever its parts, and wherever it is cut', async () => {
    const part = fc.oneof(
      fc.constantFrom(...traps),
      fc.constantFrom(
        '.',
        '..',
        '/',
        ' ',
        '@',
        ':',
        '-',
        '(',
        '…',
        '。',
        'M23',
        'Mt',
        'Hoyo',
        'Evil',
        'Community',
      ),
      fc.string({ unit: fc.constantFrom('a', 'b', 'C', '1', '.', '@', '/', 'ю', '中', ' '), maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        async (parts, max) => {
          const text = plainText(parts.join(''), 200);
          await expectNoLink(text);
          await expectNoLink(plainText(parts.join(''), max));
          await expectNoLink(clip(text, max));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('shows a domain and an address as a person can read and copy them', () => {
    expect(plainText('evil.example/login', 100)).toBe('evil[.]example/login');
    expect(plainText('bad@mail.evil.com', 100)).toBe('bad[at]mail[.]evil[.]com');
    expect(plainText('10.0.0.1/x', 100)).toBe('10[.]0[.]0[.]1/x');
    expect(plainText('письмо。рф', 100)).toBe('письмо[.]рф');
    expect(plainText('[::1]/x', 100)).toBe('(::1)/x');
  });

  it('stays as it was written where nothing in it is an address', () => {
    for (const text of [
      'Mt.Hoyo',
      'St.Joseph',
      'No.5 and no. 5',
      'U.N. and U.S.-backed, U.S.backed',
      'at 6 a.m. or 18.30h',
      '3.5 km, 1,200.75 t, $1.5bn',
      'M23/AFC and/or FARDC',
      'e.g. i.e. p.ex. c.-à-d. z.B.',
      'v2.0.1, 2.0.1-rc.1',
      'J.P. Morgan, J.P.Morgan',
      '20.3.2025–25.3.2025',
      'Zhejiang Huayou Cobalt Co.,Ltd. S.A.R.L.',
      'The town fell.The army left…and came back...',
      'coltan @ 50 USD, says @radiookapi',
      'held at 12:30 [sic]',
      'evil[.]example',
    ]) {
      expect(plainText(text, 200)).toBe(text);
    }
  });

  it('takes a hostile megabyte in its stride', () => {
    for (const unit of ['a.b', '1.', '@a', 'a:', '//', '[:', 'www.', 'A.Com']) {
      const started = performance.now();
      plainText(unit.repeat(500_000), 400);
      expect(performance.now() - started, unit).toBeLessThan(500);
    }
  });
});

describe('the links of a mail', () => {
  it('are its own and those of its sources, whatever stands in the texts from outside', async () => {
    const ours =
      /^(?:https:\/\/orewatch\.example\.org\/|mailto:(?:buyer@smelter\.example|orewatch@alerts\.example\.org)$)/;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...traps, `${'x'.repeat(36)}Evil.Community${'x'.repeat(40)}`),
        fc.constantFrom(escalated, updated, resolved),
        async (bad, notice) => {
          const evidence = notice.evidence.map((event) => ({
            ...event,
            place: bad,
            actors: [bad, bad],
            notes: `See ${bad}.`,
            publisher: bad,
            source: bad,
            url: null,
          }));
          const site = { ...notice.site, name: bad, operator: bad, admin1: bad, minerals: [bad] };
          const signals = notice.signals.map((signal) => ({ ...signal, reason: `${bad} took ${bad}.` }));
          const changed = { ...notice, site, evidence, signals, reason: bad, corrections: [bad] };
          const others = manyNotices(14).map((other) => ({
            ...other,
            evidence,
            site: { ...site, id: other.site.id },
          }));
          for (const notices of [[changed], [changed, ...others]]) {
            const own = { ...ownSite, id: 'else', name: bad };
            const content = messageOf(notices, { ownSite: own, facts });
            const { subject, text, html } = renderMail(content, await picturesOf(content));
            expect(await linksIn(subject)).toEqual([]);
            for (const link of await linksIn(text)) expect(link).toMatch(ours);
            for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(link).toMatch(ours);
            const alts = [...html.matchAll(/alt="([^"]*)"/g)].map(([, alt]) => alt).join('\n');
            expect(await linksIn(alts)).toEqual([]);
            const read = html.replace(/<a [^>]*>.*?<\/a>/gs, ' ').replace(/<[^>]*>/g, ' ');
            for (const link of await linksIn(read)) expect(link).toMatch(ours);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lead to the source, which is named once where its name is its host', () => {
    const told = (publisher: string) =>
      renderMail(messageOf([{ ...escalated, evidence: [{ ...escalated.evidence[1]!, publisher }] }])).text;
    expect(told('Example.org')).toContain('Source: example.org\n   https://www.example.org/walikale-taken');
    expect(told('Other.org')).toContain('Source: Other[.]org, example.org\n');
  });
});
