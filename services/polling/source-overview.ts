import { isStale, type SourceStateName, sourceStateOf } from '../../domain/source-state.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { Queryable } from '../database/pool.ts';
import { readSourceStates, type SourceState } from '../database/sources/source-state.ts';
import type { Source, SourceTerms } from '../sources/source.ts';

/** A source as a person sees it: what it is, what may be done with it, and how it does. */
export type SourceOverview = {
  name: string;
  title: string;
  gives: Source['gives'];
  state: SourceStateName;
  /** How it is switched on, or what to do about it; null where nothing is to be done. */
  todo: string | null;
  isStale: boolean;
  terms: SourceTerms;
  coverage: string;
  access: string;
  everyMinutes: number;
  lagDays: number | null;
  staleAfterDays: number;
} & Omit<SourceState, 'source' | 'isOn' | 'needsPerson'>;

const neverSeen: Omit<SourceState, 'source'> = {
  isOn: null,
  options: {},
  freshTo: null,
  publishedTo: null,
  recency: null,
  nextFetchAt: null,
  lastFetchAt: null,
  lastSuccessAt: null,
  failures: 0,
  needsPerson: false,
  lastError: null,
  lastErrorAt: null,
  note: null,
  rowsSeen: 0,
  rowsNew: 0,
  rowsChanged: 0,
  rowsRetracted: 0,
  rowsLeftOut: 0,
  rowsRefused: 0,
};

/** What is known of each of the sources, in their order. */
export async function readSources(
  client: Queryable,
  sources: readonly Source[],
  now: Date,
): Promise<SourceOverview[]> {
  const states = await readSourceStates(client);
  return sources.map((source) => {
    const { isOn, needsPerson, ...state } = states.get(source.name) ?? neverSeen;
    const name = sourceStateOf({ ...state, isOn, needsPerson });
    return {
      ...state,
      name: source.name,
      title: source.title,
      gives: source.gives,
      state: name,
      todo: todoOf(source, name, state.lastError),
      // Before its first fetch it has had no chance to tell.
      isStale: isOn === true && state.lastSuccessAt !== null && isBehind(source, state, now),
      terms: source.terms,
      coverage: source.coverage,
      access: source.access,
      everyMinutes: source.everyMinutes,
      lagDays: source.lagDays,
      staleAfterDays: source.staleAfterDays,
    };
  });
}

function isBehind(
  { staleAfterDays }: Source,
  {
    freshTo,
    publishedTo,
    lastSuccessAt,
  }: { freshTo: CalendarDate | null; publishedTo: CalendarDate | null; lastSuccessAt: Date | null },
  now: Date,
): boolean {
  return isStale({ freshTo: publishedTo ?? freshTo, since: lastSuccessAt }, staleAfterDays, now);
}

/** Where it is on and lacks what it asks for, the fetch has said so. */
function todoOf(
  { name, access, credentials }: Source,
  state: SourceStateName,
  lastError: string | null,
): string | null {
  if (state === 'needs-person') return lastError;
  if (state !== 'off') return null;
  const settings = credentials.map(({ setting }) => setting).join(' and ');
  const switchOn = `orewatch sources on ${name}`;
  return settings ? `${access} Then set ${settings} and run: ${switchOn}` : `Run: ${switchOn}`;
}
