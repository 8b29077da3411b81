import type { PlaceMention } from './mention.ts';
import { isArea } from './place.ts';
import { directionOnly } from './surroundings.ts';
import { classWords } from './words.ts';

/** A gap longer than this between two names relates them no more. */
const maxGap = 90;

const joins = /^(?:,| and| et| or| ou|;|\/)+\s*(?:the|la|le|l['’]|in)?\s*$/iu;
/** "X village, Y", "X, en territoire de Y", "X (Y)". */
const contains =
  /^(?: ?(?:village|town|locality|city|mine|camp|area|location|cité|centre|center))?(?:,| \(|,? in| en| dans)(?: (?:in|en|dans|au))?(?: (?:the|la|le|l['’]))?(?: (?:territory|territoire|province|district|region|région|state|chefferie|chiefdom|secteur|sector) (?:of|de|du|d['’]))?\s*$/iu;
const between =
  /(?<!\p{L})(?:between|entre|from|de|du|d['’]|reliant|linking|connecting|à)\s*(?:the|la|le)?\s*(?:town|village|city|towns|villages|ville|cité)?s?\s*(?:of|de)?\s*$/iu;
const onRoad = /(?:road|route|axis|axe|highway|nationale|rn ?\d+|tronçon|corridor|way)[^.;:]{0,25}$/iu;
const roadAfter = /^\s*(?:road|axis|highway|route|corridor)/iu;

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
    if (mention.classWord && joins.test(gap) && last.classWord === null && isPlural(text, mention)) {
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
  const isAnd = /^(?:and|et)(?: the| la| le)?(?: (?:town|village|city)s? of)?$/.test(bare);
  const isTo = /^(?:to|à|vers|towards|and|et|au)$/.test(bare);
  const isBetween = isAnd && /(?:between|entre)[^.;:,]{0,30}$/iu.test(before);
  const isRoad =
    (isHyphen && (onRoad.test(before) || roadAfter.test(after))) ||
    (isTo && onRoad.test(before) && between.test(before));
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
  const lead =
    /^(?: (?:town|village|territory|mine|centre|center))?\s*(?:,|\(|–|-| is| was| lies| located| situated| situ\S{1,3})/iu.exec(
      gap,
    );
  const isDirect = gap.length <= 12 || lead !== null;
  // "in Ituri, and near Uvira": a further place.
  if (/^,?\s*(?:and|et|or|ou)(?!\p{L})/iu.test(gap)) return;
  // A verb or another sentence between the two: the distance belongs to something else.
  if (!isDirect || /[.;!?]\s/.test(gap)) return;
  if (/(?:killed|attack|fight|clash|seized|captured|tués|attaqu|combat|affront)/iu.test(gap)) return;
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
  const word = /(\p{L}+s)(?: (?:of|de|des|d['’]|du))?(?: ?(?:la|le|les|the))? ?$/iu.exec(before);
  return word && classWords.has(word[1]!.toLowerCase()) ? mention.classWord : null;
}

function isOnlyArea({ classWord, candidates }: PlaceMention): boolean {
  if (classWord === 'admin1' || classWord === 'admin2') return true;
  return candidates.every(({ kind }) => isArea(kind));
}

function isPlural(text: string, mention: PlaceMention): boolean {
  const after = /^\s*(\p{L}+s|\p{L}+ies)(?!\p{L})/u.exec(text.slice(mention.end, mention.end + 20));
  return after !== null && classWords.has(after[1]!.toLowerCase());
}
