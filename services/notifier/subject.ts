import { rank } from '../../domain/level.ts';
import { causeOf } from './cause.ts';
import type { AlertNotice } from './message-content.ts';
import { leadOf, type Movement, movementOf } from './notice-ranking.ts';
import { clip } from './plain-text.ts';
import { countText, siteName } from './wording.ts';

/** A phone shows some 40 characters of a subject, a desktop about 100: the news comes first, the cause last. */
const maxLength = 110;
const maxNameLength = 45;

/** The subject line for ranked notices, at most 110 characters, one line. */
export function subjectOf(ranked: readonly AlertNotice[]): string {
  const lead = leadOf(ranked);
  const movement = movementOf(lead);
  const others = ranked.length - 1;
  const isUniform = ranked.every((notice) => movementOf(notice) === movement);
  const name = clip(siteName(lead), maxNameLength);
  const who = others > 0 && isUniform ? `${name} and ${countText(others, 'other site')}` : name;
  const what = isUniform && others > 0 ? ofMany(who, movement, ranked) : ofOne(who, movement, lead);
  const rest = others > 0 && !isUniform ? `; ${countText(others, 'other site')} changed` : '';
  const cause = movement === 'rose' || movement === 'news' ? causeOf(lead)?.short : undefined;
  // For many sites a distance would be that of one of them.
  const short = others > 0 ? cause?.replace(/, \d+ km away$/, '') : cause;
  const room = maxLength - what.length - rest.length - 3;
  // Less than this is no cause but a riddle.
  if (!short || room < 15) return clip(what + rest, maxLength);
  return `${what} – ${clip(short, room)}${rest}`;
}

function ofOne(name: string, movement: Movement, { level, previousLevel }: AlertNotice): string {
  switch (movement) {
    case 'rose':
      return level === previousLevel ? `${name}: ${level}` : `${name}: ${level} (was ${previousLevel})`;
    case 'news':
      return `${name}: still ${level}`;
    case 'eased':
      return `${name}: eased to ${level} (was ${previousLevel})`;
    case 'resolved':
      return level === 'unknown'
        ? `Resolved: ${name} now unknown (was ${previousLevel})`
        : `Resolved: ${name} back to ${level}`;
    case 'cancelled':
      return `Cancelled: ${name} now ${level}, a report was corrected`;
  }
}

function ofMany(who: string, movement: Movement, ranked: readonly AlertNotice[]): string {
  const highest = ranked[0]!.level;
  const isSame = ranked.every(({ level }) => rank(level) === rank(highest));
  const to = isSame ? highest : `up to ${highest}`;
  switch (movement) {
    case 'rose':
      return `${who}: ${to}`;
    case 'news':
      return isSame ? `${who}: still ${to}` : `${who}: ${to}, levels unchanged`;
    case 'eased':
      return `${who}: eased to ${isSame ? highest : `${highest} or lower`}`;
    case 'resolved':
      return `Resolved: ${who} back to ${ranked.some(({ level }) => level === 'unknown') ? 'low or unknown' : to}`;
    case 'cancelled':
      return `Cancelled: ${who}, a report was corrected`;
  }
}
