import type { ActorSide } from '../../actor.ts';
import { phraseAt } from '../clauses/phrases.ts';
import type { GenericActor } from '../lexicon/actors/actor-words.ts';
import { genericActors } from '../lexicon/actors/actors.ts';
import { roleWords } from '../lexicon/actors/roles.ts';
import type { Language, Span, Token } from '../text/text.ts';
import type { ActorLexicon, KnownActor } from './actor-lexicon.ts';

/** Somebody who acts or suffers: an actor that is named, or a word for one ("rebels", "the army"). */
export type ActorMention = Span & {
  /** Tokens of the sentence; the end not included. */
  first: number;
  last: number;
  /** The actors that the spelling can mean, several where countries share it ("VDP"); empty where none is named. */
  named: readonly KnownActor[];
  generic: GenericActor | null;
};

/** Side of whoever is mentioned; null for civilians and others who bear no arms. */
export function sideOfMention(mention: ActorMention): ActorSide | null {
  const [actor] = mention.named;
  if (actor) return actor.side;
  switch (mention.generic) {
    case 'army':
    case 'police':
      return 'state';
    case 'rebels':
    case 'militia':
    case 'gunmen':
      return 'non-state';
    case 'peacekeepers':
      return 'peacekeeper';
    default:
      return null;
  }
}

/** The actors of one sentence in their order, named and unnamed; mentions do not overlap. */
export function findActors(
  tokens: readonly Token[],
  language: Language,
  lexicon: ActorLexicon,
): ActorMention[] {
  const generics = genericActors[language];
  const isShouting = tokens.every((token) => !token.isWord || token.raw === token.raw.toUpperCase());
  const mentions: ActorMention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const named = namedAt(tokens, index, lexicon, isShouting);
    const army = named ? undefined : armyOfWeapons(tokens, index, lexicon);
    const generic = named || army ? null : phraseAt(generics, tokens, index);
    const end = named?.end ?? generic?.end ?? (army ? index + 1 : undefined);
    if (end === undefined) {
      index += 1;
      continue;
    }
    mentions.push({
      start: tokens[index]!.start,
      end: tokens[end - 1]!.end,
      first: index,
      last: end,
      named: named?.actors ?? (army ? [army] : []),
      generic: generic?.value ?? null,
    });
    index = end;
  }
  return joinCompounds(tokens, mentions);
}

/** "Russian drones", "frappes russes": the adjective stands for the army. */
function armyOfWeapons(
  tokens: readonly Token[],
  index: number,
  { armyByAdjective }: ActorLexicon,
): KnownActor | undefined {
  const army = armyByAdjective.get(tokens[index]!.plain);
  if (!army) return undefined;
  const isBeside = (words: ReadonlySet<string>) =>
    [index - 1, index + 1].some((at) => words.has(tokens[at]?.word ?? ''));
  // "Russian attacks": of an army at home it may be where they were, "Nigerian attacks".
  const isOfDeeds = army.side === 'external' && isBeside(roleWords.deeds);
  return isOfDeeds || isBeside(roleWords.weapons) ? army : undefined;
}

/** "fighters of the M23", "miliciens de la Codeco", "M23 rebels": one actor, the named one. */
function joinCompounds(tokens: readonly Token[], mentions: readonly ActorMention[]): ActorMention[] {
  const joined: ActorMention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const gap = previous ? tokens.slice(previous.last, mention.first) : [];
    const isJoint =
      previous !== undefined &&
      gap.length <= 4 &&
      gap.every(({ raw, word }) => raw === '-' || roleWords.joiners.has(word)) &&
      (isBearer(previous) || isBearer(mention)) &&
      previous.named.length > 0 !== mention.named.length > 0 &&
      (gap.length === 0 || previous.named.length === 0);
    if (!isJoint) {
      joined.push(mention);
      continue;
    }
    const named = previous.named.length > 0 ? previous : mention;
    joined[joined.length - 1] = {
      ...named,
      start: previous.start,
      end: mention.end,
      first: previous.first,
      last: mention.last,
    };
  }
  return joined;
}

/** A word for people with arms that a name can stand beside: "rebels", "militia", not "civilians". */
function isBearer({ generic }: ActorMention): boolean {
  return generic === 'rebels' || generic === 'militia' || generic === 'gunmen' || generic === 'army';
}

function namedAt(
  tokens: readonly Token[],
  index: number,
  lexicon: ActorLexicon,
  isShouting: boolean,
): { actors: KnownActor[]; end: number } | null {
  const token = tokens[index]!;
  if (!token.isWord) return null;
  const spellings = lexicon.spellings.get(token.plain);
  if (!spellings) return null;
  let end: number | null = null;
  const actors: KnownActor[] = [];
  for (const { actor, words, isCaseSensitive } of spellings) {
    if (isCaseSensitive) {
      // In a headline all in capitals "IS" is a verb.
      if (token.raw !== words[0] || (isShouting && token.raw.length < 3)) continue;
      if (end !== null && end !== index + 1) continue;
      end = index + 1;
      if (!actors.includes(actor)) actors.push(actor);
      continue;
    }
    const matched = endOfWords(tokens, index, words);
    if (matched === null || (end !== null && matched !== end)) continue;
    end = matched;
    if (!actors.includes(actor)) actors.push(actor);
  }
  return end === null ? null : { actors, end };
}

/** The token after the words of a name; marks such as "-", "/" and "." between them do not matter. */
function endOfWords(tokens: readonly Token[], index: number, words: readonly string[]): number | null {
  let at = index;
  for (const [i, word] of words.entries()) {
    if (i > 0 && tokens[at] && !tokens[at]!.isWord && /^[-/–‑.]$/.test(tokens[at]!.raw)) at += 1;
    if (!tokens[at]?.isWord || tokens[at]!.plain !== word) return null;
    at += 1;
  }
  return at;
}
