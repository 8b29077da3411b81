import type { SubType } from '../../acled.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Roles } from '../actors/roles.ts';
import { burstingWords, civilianWords, hasWord, militaryWords } from '../clauses/objects.ts';
import type { Analysis } from '../clauses/sentence-analysis.ts';
import { subjectPlaces } from '../places/event-place.ts';
import { anywhere, type Candidate, generics, hasArmed, isArmed, isInSentence, type Rule } from './rule.ts';

export const clash: Rule = (candidate) => {
  if (isNoBattle(candidate)) return null;
  if (
    generics(candidate, 'protesters') &&
    !candidate.roles.others.some((actor) => sideOfMention(actor) === 'non-state')
  )
    return anywhere('Violent demonstration');
  if (candidate.judgement.voice === 'noun') return anywhere('Armed clash');
  return hasArmed(candidate) || (candidate.trigger.withEtre && candidate.analysis.around.armed)
    ? anywhere('Armed clash')
    : null;
};

/** "A combat drone", "people displaced by the fighting", "cut by fighting": what goes with it or follows from it. */
function isNoBattle({ analysis: { tokens }, first, end, judgement }: Candidate): boolean {
  if (judgement.voice !== 'noun') return false;
  if (
    /^(drones?|helicopters?|aircraft|gear|troops|boots|experience|mission|zones?)$/.test(
      tokens[end]?.word ?? '',
    )
  )
    return /^(combat|battle|fighting)$/.test(tokens[first]!.word);
  const before = tokens.slice(Math.max(0, first - 4), first).map(({ word }) => word);
  return before.some(
    (word, i) =>
      /^(by|par|fuyant|fuir|fui|fled|fleeing|flee|escaping)$/.test(word) &&
      before
        .slice(i + 1)
        .every((next) => /^(the|les|des|la|l|de|d|ongoing|heavy|recent|violents|ces)$/.test(next)),
  );
}

export const attack: Rule = (candidate) => {
  const { analysis, judgement, end, roles } = candidate;
  if (judgement.voice === 'active' && !isArmed(candidate)) {
    if (generics(candidate, 'protesters') || generics(candidate, 'crowd'))
      return anywhere('Violent demonstration');
    const isBand = hasWord(analysis, bandWords, candidate.first - 9, candidate.first);
    // "The raid struck Djaiba": the blow itself is the subject.
    const isBlow =
      hasWord(analysis, blowWords, candidate.first - 5, candidate.first) &&
      analysis.places.some(({ first }) => first >= end && first <= end + 4);
    if (isBlow) return anywhere(attackSubType(candidate, roles));
    if (!isBand) return null;
  }
  if (judgement.voice === 'passive' && !isArmed(candidate)) {
    const isSaid =
      hasWord(analysis, civilianWords, candidate.first - 16, candidate.first) ||
      hasWord(analysis, militaryWords, candidate.first - 16, candidate.first);
    if (!isSaid && subjectPlaces(analysis, candidate.first).length === 0) return null;
  }
  if (
    isVague(candidate) &&
    !hasWord(analysis, civilianWords, end, end + 8) &&
    !hasWord(analysis, militaryWords, end, end + 8)
  )
    return null;
  return anywhere(attackSubType(candidate, roles));
};

const blowWords: ReadonlySet<string> = new Set(
  'raid raids attack attacks assault massacre attaque attaques incursion assaut raid'.split(' '),
);

/** Who attacks, where no word for armed people is used; "who" and "they" stand for somebody named before. */
const bandWords: ReadonlySet<string> = new Set(
  'gang gangs band men group groups raiders mercenaries guards warriors youths they who invaders elements column bande bandes gang hommes groupe groupes éléments colonne ils mercenaires qui jeunes'.split(
    ' ',
  ),
);

/** "hit", "struck", "targeted" and the like say too little by themselves. */
function isVague({ analysis, first, end, judgement }: Candidate): boolean {
  return (
    end === first + 1 &&
    judgement.voice !== 'noun' &&
    /^(target|hit|str[iu]|vis|frapp|cibl)/.test(analysis.tokens[first]!.word)
  );
}

function attackSubType(
  { analysis, first, end, judgement }: Candidate,
  { agents, others, victims }: Roles,
): SubType {
  const isAtProtest =
    analysis.around.protest && ![...agents, ...others].some((actor) => sideOfMention(actor) === 'non-state');
  if (isAtProtest && hasShots(analysis)) return 'Excessive force against protesters';
  if (isAtProtest && [...agents, ...others].some((actor) => sideOfMention(actor) === 'state'))
    return 'Excessive force against protesters';
  const [from, to] =
    judgement.voice === 'passive'
      ? [first - 14, first]
      : [judgement.voice === 'noun' ? first - 12 : end, end + 10];
  const hasCivilians = victims.length > 0 || hasWord(analysis, civilianWords, from, to);
  const isMilitary =
    others.some(
      (actor) => (actor.first >= end || judgement.voice === 'passive') && !isBlamed(analysis, actor.first),
    ) || hasWord(analysis, militaryWords, from, to);
  return isMilitary && !hasCivilians
    ? 'Armed clash'
    : isMilitary && others.length > 0 && victims.length === 0 && judgement.voice !== 'noun'
      ? 'Armed clash'
      : 'Attack';
}

/** "An attack blamed on the ADF", "attribuée aux ADF": who did it, not who suffered it. */
function isBlamed({ tokens }: Analysis, first: number): boolean {
  return tokens
    .slice(Math.max(0, first - 4), first)
    .some(({ word }) =>
      /^(blamed|attributed|claimed|suspected|attribuée?s?|imputée?s?|revendiquée?s?|présumée?s?)$/.test(word),
    );
}

function hasShots({ tokens }: Analysis): boolean {
  return tokens.some(({ word }) => /^(réelles|live|bullets|balle|balles|fire|shot|tirs)$/.test(word));
}

export const kill: Rule = (candidate) => {
  const { analysis, roles, judgement } = candidate;
  const { around } = analysis;
  const isAtProtest =
    around.protest &&
    ![...roles.agents, ...roles.others].some((actor) => sideOfMention(actor) === 'non-state') &&
    (hasShots(analysis) || roles.agents.some((actor) => sideOfMention(actor) === 'state'));
  const hasMeans =
    around.armed ||
    analysis.tokens.some(({ word }) =>
      /^(attack|attacks|attacked|clash|clashes|fighting|shelling|shot|shots|gunfire|bullets|bullet|raid|ambush|machete|machetes|bomb|bombs|massacre|executed|armed|stabbed|knives|attaque|attaques|attaqué|affrontements|combats|tirs|balles|balle|embuscade|machette|machettes|bombe|obus|massacre|incursion|fusillade|exécuté|exécutés|assaillants|lance|couteau|blanche)$/.test(
        word,
      ),
    );
  const word = analysis.tokens[candidate.first]!.word;
  // "Died", "lost their lives": of whatever. "Was killed" of people is violence, where nothing speaks of an accident.
  const isOwn =
    judgement.voice === 'noun' ||
    !/^(died|dead|lost|left|claimed|ont|a|est|sont|fait|faisant|perish|perished|péri|périr|cost|took|taken|take|laissé|burned|burnt)$/.test(
      word,
    );
  // "The toll", "the bodies": of something that is told in its own words.
  const isCount =
    judgement.voice === 'noun' &&
    !/^(kill|murder|exec|behead|massacre|slay|meurtre|assassinat|exéc|égorg)/.test(
      analysis.tokens[candidate.first]!.word,
    );
  const hasPeople =
    roles.victims.length > 0 ||
    analysis.deaths.some(({ of }) => of.kind === 'killed') ||
    (judgement.voice === 'passive'
      ? hasWord(analysis, civilianWords, candidate.first - 8, candidate.first)
      : hasWord(analysis, civilianWords, candidate.end, candidate.end + 6));
  const isPlainlyMurder =
    judgement.voice !== 'noun' &&
    /^(gunned|hacked|massacr|behead|execut|murder|slaughter|assassin|lynch|égorg|décapit|exécut|poignard|fusill|découp|beaten|stoned|mortally|summarily)/.test(
      word,
    );
  if (!around.armed && isFire(analysis)) return null;
  if (judgement.voice === 'passive' && hasWord(analysis, animals, candidate.first - 6, candidate.first))
    return null;
  const isMore =
    isCount ||
    (!isArmed(candidate) &&
      !hasMeans &&
      !isInSentence(candidate) &&
      !(isOwn && (hasPeople || isPlainlyMurder))) ||
    (!hasMeans && !isArmed(candidate) && hasWord(analysis, burstingWords));
  if (!isArmed(candidate) && generics(candidate, 'crowd') && judgement.voice === 'passive')
    return { ...anywhere('Mob violence'), isMore: isCount };
  const victims = victimsAreFighters(candidate);
  return {
    ...anywhere(isAtProtest ? 'Excessive force against protesters' : victims ? 'Armed clash' : 'Attack'),
    isMore,
  };
};

const animals: ReadonlySet<string> = new Set(
  'cow cows elephant elephants gorilla gorillas goat goats animal animals dog dogs rhino rhinos vache vaches éléphant éléphants gorille gorilles animaux chèvres arbre arbres'.split(
    ' ',
  ),
);

/** "Killed in a fire", "dans un incendie". */
function isFire({ tokens }: Analysis): boolean {
  return tokens.some(
    ({ word }, i) =>
      /^(blaze|inferno|incendie)$/.test(word) ||
      (word === 'fire' &&
        /^(a|the|house|market|hotel|factory|warehouse|forest)$/.test(tokens[i - 1]?.word ?? '')),
  );
}

function victimsAreFighters({ analysis, first, end, judgement, roles }: Candidate): boolean {
  if (roles.victims.length > 0) return false;
  const isOnSubject =
    judgement.voice === 'passive' ||
    /^(died|perished|lost|ont|a|sont|est)$/.test(analysis.tokens[first]!.word);
  const [from, to] = isOnSubject ? [first - 8, first] : [end, end + 6];
  return hasWord(analysis, militaryWords, from, to) && !hasWord(analysis, civilianWords, from, to);
}
