import { isBoundary } from '../clauses/modality.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { relativeClauses } from '../clauses/side-clauses.ts';
import { roleWords, roleWordsOf } from '../lexicon/actors/roles.ts';
import { weekdayWords } from '../lexicon/dates/dates.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import { modalityWordsOf } from '../lexicon/modality/modality.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import type { ActorMention } from './actors-in-text.ts';
import { sideOfMention } from './actors-in-text.ts';

/** Who takes part in what a trigger tells of. */
export type Roles = {
  /** Who acts; empty where the clause does not say. */
  agents: ActorMention[];
  /** Others of the clause that bear arms. */
  others: ActorMention[];
  /** People without arms in the clause. */
  victims: ActorMention[];
  /** The subject of the verb suffers what it tells of: "came under fire". */
  isSuffered: boolean;
};

const reach = 40;

/** The actors of a trigger's clause; those who only tell of it are left out. */
export function readRoles(
  analysis: ReadSentence,
  trigger: { first: number; end: number },
  voice: 'active' | 'passive' | 'noun',
): Roles {
  const { tokens, language, actors } = analysis;
  const from = clauseStart(analysis, trigger.first);
  const to = clauseEnd(analysis, trigger.end);
  // "A man, who was once held by soldiers, was shot": what is told beside it is another matter.
  const asides = relativeClauses(tokens).filter(
    ({ first, last }) => trigger.first >= last && roleWordsOf[language].relatives.has(tokens[first]!.word),
  );
  const isAside = (actor: ActorMention) =>
    asides.some(({ first, last }) => actor.first >= first && actor.last <= last);
  const inClause = actors.filter((actor) => actor.first >= from && actor.last <= to && !isAside(actor));
  const armed = inClause.filter((actor) => sideOfMention(actor) !== null && !isTelling(analysis, actor));
  const victims = inClause.filter((actor) => actor.generic === 'civilians');
  const left = armed.filter((actor) => actor.last <= trigger.first);
  const right = armed.filter((actor) => actor.first >= trigger.end);
  const after = right.find((actor) => precededBy(tokens, actor.first, roleWordsOf[language].by));
  const agents: ActorMention[] = [];
  const isSuffered = voice === 'active' && isSuffering(tokens, trigger.first);
  if (after && (voice !== 'active' || isSuffered)) agents.push(after);
  else if (
    voice === 'active' &&
    !isSuffering(tokens, trigger.first) &&
    !isOfCivilians(analysis, trigger.first)
  )
    agents.push(...subjectsOf(analysis, left));
  else if (voice === 'noun' || isSuffered) {
    const maker = right.find((actor) => roleWords.beforeMakers.has(tokens[actor.first - 1]?.word ?? ''));
    if (maker) agents.push(maker);
  }
  const isBehindVictims = (actor: ActorMention) =>
    voice === 'passive' &&
    agents.length > 0 &&
    [...victims, ...analysis.deaths].some(({ first }) => first >= actor.last && first < trigger.first);
  return {
    agents,
    // "Soldiers recovered the bodies of fishermen killed by insurgents": the soldiers took no part.
    others: armed.filter((actor) => !agents.includes(actor) && !isBehindVictims(actor)),
    victims,
    isSuffered,
  };
}

const ofLife = new RegExp(`^${phrases.ofLife}`);
const suffering = new RegExp(`^${phrases.suffering}`, 'u');

/** "Forty gendarmes lost their lives", "the patrol came under fire": who suffers it does not act. */
function isSuffering(tokens: ReadSentence['tokens'], first: number): boolean {
  const { word } = tokens[first]!;
  if (roleWords.dying.has(word)) return true;
  const behind = tokens
    .slice(first + 1, first + 6)
    // "tombée MARDI dans une embuscade"
    .filter(({ plain }) => !weekdayWords.has(plain))
    .map((token) => token.word)
    .join(' ');
  return (roleWords.losing.has(word) && ofLife.test(behind)) || suffering.test(`${word} ${behind}`);
}

/** "Soldiers fired on diggers who had entered the pit": those before "who" act, and they bear no arms. */
function isOfCivilians({ tokens, actors }: ReadSentence, first: number): boolean {
  for (let i = first - 1; i > 0 && i > first - 6; i -= 1) {
    if (!tokens[i]!.isWord) return false;
    if (!roleWords.relatives.has(tokens[i]!.word)) continue;
    const subject = actors.findLast(({ last }) => last <= i && last >= i - 1);
    return subject?.generic === 'civilians';
  }
  return false;
}

/** Of the actors before a verb those that act: not the ones after "against", "of" or "from". */
function subjectsOf({ tokens, language }: ReadSentence, left: readonly ActorMention[]): ActorMention[] {
  const { againstAndAccusing, againstAndAccused } = roleWordsOf[language];
  return left.filter((actor) => {
    const before = tokens[actor.first - 1]?.word ?? '';
    const second = tokens[actor.first - 2]?.word ?? '';
    if (againstAndAccusing.has(before)) return false;
    return !(roleWords.articles.has(before) && againstAndAccused.has(second));
  });
}

function precededBy(tokens: ReadSentence['tokens'], first: number, words: ReadonlySet<string>): boolean {
  for (let i = first - 1; i >= 0 && i >= first - 6; i -= 1) {
    if (words.has(tokens[i]!.word)) return true;
    if (!tokens[i]!.isWord && tokens[i]!.raw !== '-') return false;
  }
  return false;
}

/** True for "an FARDC officer said", "selon un porte-parole de l'armée": who tells, not who acts. */
export function isTelling(analysis: ReadSentence, actor: ActorMention): boolean {
  const { tokens, language } = analysis;
  const { reporting } = modalityWordsOf[language];
  if (tellsOwnDeed(analysis, actor.last)) return false;
  const near = tokens.slice(Math.max(0, actor.first - 5), actor.first);
  // "According to this text, the rebels attacked": who tells is named before the comma.
  const before = near.slice(near.findLastIndex(({ raw }) => raw === ',') + 1);
  if (before.some(({ word }) => roleWords.tellersBefore.has(word))) return true;
  if (isLastToTell(analysis, actor)) return true;
  const behind = tokens.slice(actor.last, actor.last + 3);
  // "…, informó la Policía": behind a comma a verb may speak of who follows.
  const end = traits[language].subjectsBehind ? behind.findIndex(({ isWord }) => !isWord) : -1;
  const after = end < 0 ? behind : behind.slice(0, end);
  return after.some(
    ({ word, isWord }, i) =>
      isWord &&
      !(i > 0 && roleWords.accordingTo.has(word)) &&
      (reporting.has(word) || roleWords.tellersAfter.has(word)) &&
      (i === 0 || !roleWords.have.has(word)) &&
      !(i > 1 && roleWordsOf[language].hasAlone.has(after[0]!.word) && !reporting.has(word)),
  );
}

/** "…, says the M23", "… – army": named last, it tells of what others did. */
function isLastToTell({ tokens, language }: ReadSentence, { first, last }: ActorMention): boolean {
  if (tokens[last]?.isWord) return false;
  const at = roleWords.articles.has(tokens[first - 1]?.word ?? '') ? first - 2 : first - 1;
  const isSaying = modalityWordsOf[language].reporting.has(tokens[at]?.word ?? '');
  const mark = tokens[isSaying ? at - 1 : at];
  return mark !== undefined && (isSaying ? !mark.isWord : /^[–—]$/.test(mark.raw));
}

/** "The M23 claims to have repelled", "affirme avoir repoussé": who tells is who acts. */
function tellsOwnDeed({ tokens, language, triggers }: ReadSentence, last: number): boolean {
  const { reporting } = modalityWordsOf[language];
  const own = roleWordsOf[language];
  for (let i = last; i < last + 4; i += 1) {
    if (!reporting.has(tokens[i]?.word ?? '')) continue;
    const [next, second] = [tokens[i + 1]?.word ?? '', tokens[i + 2]?.word ?? ''];
    if (own.perfectInfinitives.has(next) || (own.reflexives.has(next) && own.be.has(second))) return true;
    // "said on Wednesday it had taken the town", "said it beat back an attack"
    return tokens
      .slice(i + 1, i + 7)
      .some(
        ({ word }, j) =>
          own.ownDeedLeads.has(word) &&
          (own.perfect.has(tokens[i + j + 2]?.word ?? '') ||
            triggers.some(({ first }) => first === i + j + 2)),
      );
  }
  return false;
}

function clauseStart(analysis: ReadSentence, first: number): number {
  const { tokens } = analysis;
  let i = first - 1;
  for (; i >= 0 && i > first - reach; i -= 1) {
    if (isClauseBorder(analysis, i) && !isRelative(tokens[i]!.word)) return i + 1;
  }
  return i + 1;
}

function clauseEnd(analysis: ReadSentence, end: number): number {
  let i = end;
  for (; i < analysis.tokens.length && i < end + reach; i += 1) {
    if (i > end + 1 && isClauseBorder(analysis, i)) return i;
  }
  return i;
}

/** A word between two clauses; not that of a date ("depuis mardi"), nor one that shares its subject ("before being driven back"). */
function isClauseBorder({ tokens, language, dates }: ReadSentence, i: number): boolean {
  if (!isBoundary(tokens, i, modalityWordsOf[language].boundaries)) return false;
  if (dates.some(({ first, last }) => first <= i + 1 && last > i)) return false;
  if (!roleWords.beforeAndAfter.has(tokens[i]!.word)) return true;
  const [next, second] = [tokens[i + 1]?.word ?? '', tokens[i + 2]?.word ?? ''];
  return !(
    roleWords.sharedSubject.has(next) ||
    (roleWords.beforeInfinitives.has(next) && roleWords.perfectInfinitives.has(second))
  );
}

/** "the rebels, who entered the town": a relative clause has its subject before it. */
function isRelative(word: string): boolean {
  return roleWords.relatives.has(word);
}
