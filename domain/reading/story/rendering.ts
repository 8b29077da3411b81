import type { SubType } from '../../acled.ts';
import type { Draft } from './draft.ts';
import type { EventDate } from './event-date.ts';

/** What each kind of event says with "who" before and "where" behind it; the second is for nobody named. */
const sayings: Partial<Record<SubType, readonly [active: string, passive: string]>> = {
  'Non-state actor overtakes territory': ['took', 'An armed group took'],
  'Government regains territory': ['took back', 'Government forces took back'],
  'Non-violent transfer of territory': ['was given control of', 'Control changed hands at'],
  'Withdrawal from territory': ['withdrew from', 'An armed group withdrew from'],
  'Site occupied': ['occupied the mine at', 'An armed group occupied the mine at'],
  'Headquarters or base established': ['set up a base at', 'A base was set up at'],
};

const nouns: Partial<Record<SubType, string>> = {
  'Armed clash': 'Fighting',
  Attack: 'An attack',
  'Air/drone strike': 'An air or drone strike',
  'Shelling/artillery/missile attack': 'Shelling',
  'Remote explosive/landmine/IED': 'An explosion of a bomb or mine',
  'Suicide bomb': 'A suicide bombing',
  Grenade: 'A grenade attack',
  'Abduction/forced disappearance': 'An abduction',
  'Looting/property destruction': 'Looting or destruction',
  'Sexual violence': 'Sexual violence',
  'Peaceful protest': 'A protest',
  'Protest with intervention': 'A protest that was broken up',
  'Excessive force against protesters': 'Force against protesters',
  'Violent demonstration': 'A violent demonstration',
  'Mob violence': 'Mob violence',
  'Operation suspended': 'Operation suspended',
  'Site evacuated': 'Staff evacuated',
  'Operation restarted': 'Operation restarted',
  'Road or border closed': 'A road or border was closed',
};

/** One sentence in our own words from the fields of an event; nothing of the report's wording is in it. */
export function renderEvent(draft: Draft, attributedTo: string | null): string {
  const { subType, actors, agents, deaths, isEvacuated, claims } = draft;
  const where = draft.place.place?.name ?? draft.place.mention.name;
  const who = listOf(actors);
  const saying = sayings[subType];
  let sentence: string;
  const whoActs = listOf(agents);
  if (saying) sentence = `${whoActs ? `${whoActs} ${saying[0]}` : saying[1]} ${where}`;
  else {
    const what =
      subType === 'Operation suspended' && isEvacuated
        ? 'Operation suspended and staff evacuated'
        : (nouns[subType] ?? subType);
    const between = who && subType !== 'Operation suspended' ? ` (${who})` : '';
    sentence = `${what}${between} at ${where}`;
  }
  const killed = deaths?.best ?? deaths?.low ?? null;
  const toll =
    killed !== null && killed > 0 ? `, ${deaths!.best === null ? 'at least ' : ''}${killed} killed` : '';
  const source = attributedTo ? `, according to ${attributedTo}` : '';
  const doubt = claims.every(({ judgement }) => judgement.isConditional) ? ' (unconfirmed)' : '';
  return `${sentence} (${subType.charAt(0).toLowerCase()}${subType.slice(1)}) ${whenText(draft.date)}${toll}${source}${doubt}.`;
}

function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function whenText({ occurredOn, precision, tie, from, to }: EventDate): string {
  if (tie === 'attribution' || tie === 'publication') return `on or shortly before ${occurredOn}`;
  if (precision === 1) return `on ${occurredOn}`;
  return from === to ? `about ${occurredOn}` : `between ${from} and ${to}`;
}
