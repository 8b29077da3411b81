import { topLevelDomains } from './top-level-domains.ts';

/**
 * Makes text from outside fit to stand in a mail. Events are posted by strangers and read by people in a hurry: no
 * character in them may break a header, reorder what is read, hide something, or become a link under our name.
 */

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * One clean line of at most `maxLength` UTF-16 units. Control and line-breaking characters become spaces; invisible
 * and direction-changing ones go (joiners stay: emoji and several scripts need them); nothing in it becomes a link; text
 * that runs right to left is isolated, so that it cannot reorder its neighbours. Answers '' where nothing is left.
 */
export function plainText(text: string, maxLength: number): string {
  const visible = text
    // Nothing below looks at more than this; the rest of a very long text need not be searched.
    .slice(0, 20 * maxLength + 1000)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu, ' ')
    .replace(/[^\P{Cf}\u200c\u200d]/gu, '')
    // No script stacks more than a few marks on one letter; a pile of them covers the lines around it.
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const clipped = clip(withoutLinks(visible), maxLength);
  return rightToLeft.test(clipped) ? `\u2068${clipped}\u2069` : clipped;
}

/** The full stop, and what browsers and mail programs take for one. */
const dots = '.\u2024\u3002\ufe52\uff0e\uff61';

/** What is a link by its first characters: web and file addresses, shares, what opens a program. */
const addresses = new RegExp(
  String.raw`(?:[a-z][a-z0-9+.-]{0,20}:|(?<![^\s\p{P}]))[/\\]{2}\S+|\\\\\S+|\b(?:www\d?|ftp)[${dots}]\S+|` +
    String.raw`\b(?:https?|hxxps?|ftp|file|mailto|tel|sms|javascript):\S+`,
  'giu',
);

const ip4 = new RegExp(String.raw`\d{1,3}(?:[${dots}]\d{1,3}){3}`, 'g');
const ip6 = /\[((?:[\da-f]{0,4}:){2}[\da-f:.]*(?:%\w+)?)\]/gi;

/** A dot between what may be labels of a domain; the group is the label behind it. */
const innerDot = new RegExp(
  String.raw`(?<=[^\s\p{P}]|[-_])[${dots}](?=[\p{M}\u200c\u200d]*(\p{L}[\p{L}\p{M}\p{N}-]*))`,
  'gu',
);

/**
 * Mail programs make links of bare domains and addresses, each by rules of its own. Whole web addresses are left out;
 * in the rest the dot or the @ is bracketed: evil[.]example, bad[at]evil[.]example. An invisible character would stop
 * the program as well, but serve the person worse: whoever copies a name would get it along unseen, and nothing would
 * tell that this is a domain, and none of ours.
 */
function withoutLinks(text: string): string {
  return text
    .replace(addresses, '[link left out]')
    .replace(ip6, '($1)')
    .replace(/(?<=\S)[@\ufe6b\uff20](?=\S)/g, '[at]')
    .replace(ip4, (address) => address.replace(/\D/g, '[.]'))
    .replace(/\S+/g, (word) =>
      word.replace(innerDot, (dot, label: string, at: number) =>
        word.length > longestWord || mayEndDomain(label, word.slice(0, at)) ? '[.]' : dot,
      ),
    );
}

/** The text part breaks longer words, wherever that is: in these each dot is bracketed. */
const longestWord = 28;

/**
 * May a mail program take this label for the end of a domain that begins with what stands before its dot? Behind an
 * initial (p.ex., U.S.backed) and where it has a capital (Mt.Hoyo), only where there is such a domain.
 */
function mayEndDomain(label: string, before: string): boolean {
  const letters = /^\p{L}+/u.exec(label)![0].normalize('NFKC');
  if (letters.length < 2) return false;
  const isCapital = /^[\p{Lu}\p{Lt}]/u.test(letters);
  const isInitial = /(?:^|[^-_.\p{L}\p{M}\p{N}])(?:\p{L}\.)*\p{L}$/u.test(before);
  return (!isCapital && !isInitial) || /^xn--/i.test(label) || topLevelDomains.has(letters.toLowerCase());
}

/** Half of a word behind a dot may be the end of a domain where the whole is none. */
const lastLabel = new RegExp(String.raw`[${dots}]\p{L}*$`, 'u');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `maxLength` UTF-16 units (one more where an isolate must be closed), cut between words where there are some and never within a character. */
export function clip(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let end = 0;
  // A window: a single user-perceived character can be very long, and is then cut as a whole.
  for (const { index, segment } of graphemes.segment(text.slice(0, maxLength + 100))) {
    if (index + segment.length > maxLength - 1) break;
    end = index + segment.length;
  }
  const head = text.slice(0, end);
  const lastSpace = head.lastIndexOf(' ');
  const kept =
    lastSpace > 0.6 * maxLength ? head.slice(0, lastSpace).trimEnd() : head.replace(lastLabel, '').trimEnd();
  // An isolate that the cut left open would take in all that follows.
  const isOpen = kept.lastIndexOf('\u2068') > kept.lastIndexOf('\u2069');
  return `${kept}…${isOpen ? '\u2069' : ''}`;
}

/** Longest address that is made a link. Longer ones are seldom for people and swell the mail. */
const maxLinkLength = 1000;

/**
 * The address as a mail may link it, with its host for showing; null where it is not a plain web address. The parser
 * writes an international host in its ASCII form, so that letters which look alike cannot pass for another host.
 */
export function safeLink(address: string | null): { url: string; host: string } | null {
  if (!address || !URL.canParse(address)) return null;
  const parsed = new URL(address);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  // What stands before the @ is shown first and taken for the host.
  if (parsed.username || parsed.password) return null;
  if (parsed.href.length > maxLinkLength) return null;
  return { url: parsed.href, host: parsed.hostname.replace(/^www\./, '') };
}
