import { fold } from './fold.ts';
import { directions } from './words.ts';

/** What stands right before a name: distances, directions and words such as "near". Windows are short and fixed. */

export type Surroundings = {
  offset: { km: number; bearingDeg: number | null } | null;
  relation: 'at' | 'near' | 'around' | 'offset';
  /** Where the phrase before the name begins: "20 km north of"; the start of the name where there is none. */
  phraseStart: number;
  /** "30 kilometres away in": so far from the place named before. */
  awayKm: number | null;
};

const windowLength = 110;

const unit =
  /(?:(\d{1,4}(?:[.,]\d{1,2})?)(?: ?(?:-|–|to|à|or|ou|et|and) ?\d{1,4})?|(?<!\p{L})(\p{L}{2,12}))[\s-]{0,2}(?:de |d['’])?(kms?|kilomet(?:er|re)s?|kilomètres?|miles?|milles)\b(?: ?\([^()]{0,40}\))?/giu;

const numberWords: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
  few: 5,
  some: 5,
  several: 5,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  quelques: 5,
};

/** Words that may stand between the distance or direction and the name. */
const fillers = new Set(
  'of from de du des d la le les l the to au aux a in en away outside away hors south town city centre center village ville cite localite locality localities territory territoire capital provincial main chief commune border car near quartier distance located situated situe situee more or plus by'.split(
    ' ',
  ),
);
const joints = new Set('of from de du des d outside away hors to'.split(' '));

const nearWords =
  /(?<!\p{L})(?:near(?:by)?(?: to)?|close to|next to|outside(?: of)?|not far from|just off|bordering|vicinity of|outskirts of|edge of|gates of|stone['’]s throw (?:from|of)|(?:deux|quelques) (?:pas|encablures)|(?:à|a) (?:côté|hauteur)|beside|adjoining|alongside|entrance (?:to|of)|proximity (?:to|of)|pr[eè]s|non loin|proximité|abords|périphérie|environs|voisinage|portes|en dehors|sortie|entrée|proche)(?: immédiats?)?(?: de| d['’]| du| des)?(?: the| la| le| l['’])?(?: (?:town|village|city|ville|cité|localité|village|mine|camp)s?(?: of| de| d['’])?)?\s*$/iu;
const aroundWords =
  /(?<!\p{L})(?:around|surrounding|autour|alentours|area of|areas of|environs)(?: de| d['’]| du)?(?: the| la| le)?(?: (?:town|village|city|ville|cité|localité)(?: of| de| d['’])?)?\s*$/iu;

/** Reads what stands before the name at `start`, not beyond `from`. */
export function readSurroundings(text: string, from: number, start: number): Surroundings {
  const windowStart = Math.max(from, start - windowLength);
  const window = text.slice(windowStart, start);
  const none: Surroundings = { offset: null, relation: 'at', phraseStart: start, awayKm: null };
  const distance = lastDistance(window);
  if (distance) {
    const between = wordsBetween(window.slice(distance.end));
    if (between && between.length > 0 && between.every((word) => fillers.has(word) || directions.has(word))) {
      const phraseStart = windowStart + distance.start;
      const last = between.at(-1)!;
      if ((last === 'in' || last === 'a' || last === 'en') && (between[0] === 'away' || between.length > 1)) {
        if (between[0] === 'away') return { ...none, awayKm: distance.km, phraseStart };
      } else if (between.some((word) => joints.has(word))) {
        return {
          ...none,
          offset: { km: distance.km, bearingDeg: bearingOf(between) },
          relation: 'offset',
          phraseStart,
        };
      }
    }
  }
  const direction = directionOnly(window);
  if (direction) {
    return {
      ...none,
      offset: null,
      relation: 'near',
      phraseStart: windowStart + direction.start,
    };
  }
  const near = nearWords.exec(window);
  if (near) return { ...none, relation: 'near', phraseStart: windowStart + near.index };
  const around = aroundWords.exec(window);
  if (around) return { ...none, relation: 'around', phraseStart: windowStart + around.index };
  return none;
}

/** "north of", "au nord-est de" right before the name. */
export function directionOnly(window: string): { start: number; bearingDeg: number } | null {
  const match =
    /(?:to the |just |au |à l['’]|au-delà )?\b(north|south|east|west|nord|sud|est|ouest)(?:[- ]?(east|west|est|ouest))?(?:ern)?(?: of| de| d['’]| du| from)(?: the| la| le)?(?: (?:town|village|city|ville|cité|territory|territoire)(?: of| de| d['’])?)?\s*$/iu.exec(
      window,
    );
  if (!match) return null;
  const bearingDeg = directions.get(fold(`${match[1]}${match[2] ?? ''}`)) ?? null;
  return bearingDeg === null ? null : { start: match.index, bearingDeg };
}

function lastDistance(window: string): { km: number; start: number; end: number } | null {
  let found: { km: number; start: number; end: number } | null = null;
  for (const match of window.matchAll(unit)) {
    const value = match[1] ? Number(match[1].replace(',', '.')) : numberWords[fold(match[2]!)];
    if (value === undefined) continue;
    const isMiles = /^mi/i.test(match[3]!);
    const km = Math.round(value * (isMiles ? 1.609 : 1) * 10) / 10;
    if (km <= 1000) found = { km, start: match.index, end: match.index + match[0].length };
  }
  return found;
}

function wordsBetween(part: string): string[] | null {
  if (part.length > 60 || /[.;:!?,]/.test(part)) return null;
  return fold(part).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bearingOf(words: readonly string[]): number | null {
  for (let i = 0; i < words.length; i++) {
    const joined = directions.get(`${words[i]}${words[i + 1] ?? ''}`);
    if (joined !== undefined) return joined;
    const single = directions.get(words[i]!);
    if (single !== undefined && words[i]!.length > 1) return single;
  }
  return null;
}
