import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { relations } from '../reading/lexicon/gazetteer/relations.ts';
import { isPlural } from '../reading/lexicon/grammar/endings.ts';
import type { PlaceMention } from './mention.ts';
import { isArea } from './place.ts';
import { directionOnly } from './surroundings.ts';

/** A gap longer than this between two names relates them no more. */
const maxGap = 90;

const raw = String.raw;
const joins = new RegExp(
  raw`^(?:,| ${relations.listJoints}|;|\/)+\s*(?:${relations.articles}|${relations.in})?\s*$`,
  'iu',
);
/** "X village, Y", "X, en territoire de Y", "X (Y)". */
const contains = new RegExp(
  raw`^(?: ?${relations.settlements})?(?:,| \(|,? ${relations.in})(?: ${relations.in})?(?: ${relations.articles})?(?: ${relations.areas} ${relations.of})?\s*$`,
  'iu',
);
const fromOrBetween = new RegExp(
  raw`(?<!\p{L})(?:${relations.between}|${relations.from})\s*${relations.articles}?\s*${relations.towns}?\s*${relations.of}?\s*$`,
  'iu',
);
const between = new RegExp(raw`${relations.between}[^.;:,]{0,30}$`, 'iu');
const onRoad = new RegExp(raw`(?:${relations.roads}|${relations.roadsBefore})[^.;:]{0,25}$`, 'iu');
const roadAfter = new RegExp(raw`^\s*${relations.roads}`, 'iu');
const and = new RegExp(
  raw`^${relations.and}(?: ${relations.articles})?(?: ${relations.towns} ${relations.of})?$`,
  'iu',
);
const to = new RegExp(raw`^(?:${relations.to}|${relations.and})$`, 'iu');
const further = new RegExp(raw`^,?\s*${relations.listJoints}(?!\p{L})`, 'iu');
const situated = new RegExp(raw`^(?: ${relations.heads})?\s*(?:,|\(|–|-| ${relations.isSituated})`, 'iu');
const deed = new RegExp(relations.deeds, 'iu');
const wordBeforeName = new RegExp(
  raw`(?<word>\p{L}+)(?: ${relations.of})?(?: ?${relations.articles})? ?$`,
  'iu',
);

/**
 * Ties the mentions of a text to each other: places between two others, places whose distance from another is told,
 * lists with one class word for all ("Uvira and Fizi territories").
 */
export function relateMentions(mentions: PlaceMention[], text: string): PlaceMention[] {
  /** The class word of the list that is being read. */
  let ofList: PlaceMention['classWord'] = null;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const last = mentions[i - 1];
    if (mention.distanceTo) {
      if (last) mention.distanceTo.mention = i - 1;
      else mention.distanceTo = null;
    }
    if (!last || mention.start - last.end > maxGap) {
      ofList = pluralBefore(text, mention);
      continue;
    }
    const gap = text.slice(last.end, Math.min(mention.start, last.end + maxGap));
    if (!joins.test(gap)) ofList = pluralBefore(text, mention);
    else if (mention.classWord === null && ofList !== null) mention.classWord = ofList;
    relateEnds(text, gap, last, mention, i);
    if (last.otherEnd === i) continue;
    relateByDistance(gap, last, mention, i);
    if (contains.test(gap) && isOnlyArea(mention) && !isOnlyArea(last)) last.within = i;
    if (mention.classWord && joins.test(gap) && last.classWord === null && hasPluralBehind(text, mention)) {
      last.classWord = mention.classWord;
    }
  }
  return mentions;
}

/** "between A and B", "from A to B", "the A-B road". */
function relateEnds(text: string, gap: string, last: PlaceMention, mention: PlaceMention, i: number): void {
  if (last.otherEnd !== null) return;
  const before = text.slice(Math.max(0, last.start - 50), last.start);
  const after = text.slice(mention.end, mention.end + 16);
  const bare = gap.trim().toLowerCase();
  const isHyphen = bare === '-' || bare === '–' || bare === '/';
  const isBetween = and.test(bare) && between.test(before);
  const isRoad =
    (isHyphen && (onRoad.test(before) || roadAfter.test(after))) ||
    (to.test(bare) && onRoad.test(before) && fromOrBetween.test(before));
  if (!isBetween && !isRoad) return;
  last.otherEnd = i;
  mention.otherEnd = i - 1;
  for (const end of [last, mention]) {
    end.relation = 'along';
    end.isLocative = true;
  }
}

/** "Mubi, 30 km from Walikale", "Kibati, north of Goma", "Njingala, near Walikale": the second name tells where the first is. */
function relateByDistance(gap: string, last: PlaceMention, mention: PlaceMention, i: number): void {
  if (mention.relation === 'at' && !mention.offset) return;
  const isDirect = gap.length <= 12 || situated.test(gap);
  // "in Ituri, and near Uvira": a further place.
  if (further.test(gap)) return;
  // A verb or another sentence between the two: the distance belongs to something else.
  if (!isDirect || /[.;!?]\s/.test(gap)) return;
  if (deed.test(gap)) return;
  mention.isReference = true;
  last.distanceTo = {
    mention: i,
    km: mention.offset?.km ?? null,
    bearingDeg: mention.offset?.bearingDeg ?? directionOnly(`${gap}`)?.bearingDeg ?? null,
  };
}

/** "the territories of A, B and C": the class word of all of them. */
function pluralBefore(text: string, mention: PlaceMention): PlaceMention['classWord'] {
  if (mention.classWord === null) return null;
  const before = text.slice(Math.max(0, mention.start - 24), mention.start);
  const word = wordBeforeName.exec(before)?.groups?.word;
  return word && isPluralClass(word) ? mention.classWord : null;
}

function isOnlyArea({ classWord, candidates }: PlaceMention): boolean {
  if (classWord === 'admin1' || classWord === 'admin2') return true;
  return candidates.every(({ kind }) => isArea(kind));
}

function hasPluralBehind(text: string, mention: PlaceMention): boolean {
  const behind = /^\s*(\p{L}+)/u.exec(text.slice(mention.end, mention.end + 20));
  return behind !== null && isPluralClass(behind[1]!);
}

function isPluralClass(word: string): boolean {
  return isPlural(word) && classWords.has(word.toLowerCase());
}
