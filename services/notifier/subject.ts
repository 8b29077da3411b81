import type { AlertNotice, OwnSite } from '../../domain/alerts/alert-notice.ts';
import { type Level, rank } from '../../domain/level.ts';
import { distanceKm } from '../../domain/sphere.ts';
import { causeOf, shortCause } from './cause.ts';
import { clip, plainText } from './plain-text.ts';
import { leadOf, type Movement, movementOf } from './site-order.ts';
import { countText, siteName } from './wording.ts';

/** A phone shows some 40 characters of a subject, a desktop about 100: the news comes first. */
const maxLength = 110;
const maxNameLength = 40;

/**
 * The subject line for notices in the order of importance, at most 110 characters, one line. It names what happened and
 * the site that matters most to the reader, also where that site itself stays as it was.
 */
export function subjectOf(ordered: readonly AlertNotice[], ownSite: OwnSite | null): string {
  const lead = leadOf(ordered);
  const others = ordered.length - 1;
  if (ownSite && lead.site.id !== ownSite.id) {
    return fromAfar(lead, ordered, ownSite);
  }
  const what = clip(ofSite(lead), maxLength);
  const rest = others > 0 ? `; ${countText(others, 'other site')}` : '';
  const cause = shortCauseOf(lead);
  const room = maxLength - what.length - rest.length - 3;
  // Less than this is no cause but a riddle.
  return cause && room >= 15 ? `${what} – ${clip(cause, room)}${rest}` : clip(what + rest, maxLength);
}

function isOver(movement: Movement): boolean {
  return movement === 'resolved' || movement === 'cancelled' || movement === 'withdrawn';
}

function shortCauseOf(notice: AlertNotice): string | null {
  if (movementOf(notice) === 'corrected') return 'what we told you has changed';
  if (isOver(movementOf(notice))) return null;
  if (tellsConfirmation(notice)) return 'what we told you is confirmed';
  const cause = causeOf(notice);
  // By time alone nothing has happened.
  if (movementOf(notice) === 'eased' && notice.reason.startsWith('below ')) return null;
  return cause && shortCause(cause, notice);
}

/** Is nothing new but that what was told is confirmed? */
function tellsConfirmation(notice: AlertNotice): boolean {
  const { reason, corrections } = notice;
  return movementOf(notice) === 'news' && corrections.length > 0 && reason === corrections.join(' ');
}

/** "Bisie: severe (was elevated)". */
function ofSite(notice: AlertNotice): string {
  const name = clip(siteName(notice), maxNameLength);
  const { level, previousLevel } = notice;
  switch (movementOf(notice)) {
    case 'rose':
    case 'stands':
      return `${name}: ${level}`;
    case 'corrected':
      return `Correction: ${name}, now ${level}`;
    case 'news':
      return `${name}: still ${level}`;
    case 'eased':
      return `${name}: eased to ${level} (was ${previousLevel})`;
    case 'resolved':
      return `${name}: resolved, ${level === 'unknown' ? 'now unknown' : `back to ${level}`}`;
    case 'cancelled':
      return `Correction: ${name}, alert cancelled`;
    case 'withdrawn':
      return `${name}: no longer watched`;
  }
}

/** "M23 took Nyabiondo, 114 km from Bisie: 46 sites up to elevated". */
function fromAfar(lead: AlertNotice, ordered: readonly AlertNotice[], ownSite: OwnSite): string {
  const movement = movementOf(lead);
  const same = ordered.filter((notice) => movementOf(notice) === movement);
  const own = clip(plainText(ownSite.name, 80) || plainText(ownSite.id, 80), maxNameLength);
  const cause = causeOf(lead);
  const what = shortCauseOf(lead);
  const [only] = same.length === 1 ? same : [];
  const which = only ? clip(siteName(only), maxNameLength) : countText(same.length, 'site');
  const sites = `${which} ${levelsOf(same, movement)}`;
  if (what === null) return clip(`Near ${own}: ${sites}`, maxLength);
  const away =
    cause?.latitude != null && cause.longitude != null
      ? `${Math.round(distanceKm(ownSite, { latitude: cause.latitude, longitude: cause.longitude }))} km from ${own}`
      : `near ${own}`;
  const end = `, ${away}: ${sites}`;
  return clip(`${clip(what, Math.max(15, maxLength - end.length))}${end}`, maxLength);
}

function levelsOf(notices: readonly AlertNotice[], movement: Movement): string {
  const levels = notices.map(({ level }) => level);
  const highest = levels.reduce<Level>((a, b) => (rank(b) > rank(a) ? b : a), levels[0]!);
  const isSame = levels.every((level) => level === highest);
  if (movement === 'eased') return `eased to ${isSame ? highest : `${highest} or lower`}`;
  if (movement === 'news') return `with news, ${isSame ? highest : `up to ${highest}`}`;
  if (movement === 'resolved') return 'resolved';
  if (movement === 'withdrawn') return 'no longer watched';
  if (movement === 'cancelled') return 'corrected, their alerts cancelled';
  return movement === 'corrected' ? 'corrected' : isSame ? highest : `up to ${highest}`;
}
