/**
 * Makes text from outside fit to stand in a mail. Events are posted by strangers and read by people in a hurry: no
 * character in them may break a header, reorder what is read, hide something, or become a link under our name.
 */

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * One clean line of at most `maxLength` UTF-16 units. Control and line-breaking characters become spaces; invisible
 * and direction-changing ones go (joiners stay: emoji and several scripts need them); links are left out; text that
 * runs right to left is isolated, so that it cannot reorder its neighbours. Answers '' where nothing is left.
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
  const unlinked = visible.replace(/(?:[a-z][a-z0-9+.-]{0,20}:\/\/|\bwww\.)\S+/gi, '[link left out]');
  const clipped = clip(unlinked, maxLength);
  return rightToLeft.test(clipped) ? `\u2068${clipped}\u2069` : clipped;
}

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
  const kept = (lastSpace > 0.6 * maxLength ? head.slice(0, lastSpace) : head).trimEnd();
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
