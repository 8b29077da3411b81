/** Words whose full stop does not end a sentence, whatever follows. Lower case, without the stop. */
const always = new Set(
  (
    'gen gén gal col lt lieut maj capt cpt cap cdt cmdt cmdr brig sgt adj adm comdt mr mrs ms dr dre prof pr rev hon sen rep gov ' +
    'mm mme mlle mmes mgr st ste mt ft vs cf approx env tél tel av bd fig art ibid e.g i.e p.ex n.b op ph chap sec ' +
    'messrs supt insp atty amb'
  ).split(' '),
);

/** The same, but only with a capital: "M. Kabila", "Me Katende", not "30 m. Then". */
const capitalised = new Set(['m', 'me', 'p', 'pdt', 'pres', 'prés', 'gr', 'ing', 'hon', 'fr', 'sr', 'ass']);

/** No sentence ends here when a number follows: "No. 5", "art. 3", "Feb. 14". */
const beforeNumbers = new Set(
  'no nos n° nº art p pp vol par résol res jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil déc mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);

/** Words that begin a sentence and hardly ever go on with a name: after "U.S." or "a.m." they tell the two apart. */
const starters = new Set(
  (
    'the a an he she it they we i you this that these those there in on at but and for from by after before as when while ' +
    'if its his her their our two three some many most no not both since according however ' +
    'le la les l un une des il elle ils elles on nous vous ce cet cette ces dans en au aux à mais et pour par après avant selon ' +
    'depuis lors son sa ses leur leurs plusieurs deux trois d c qu'
  ).split(' '),
);

/** Ends of web addresses: "Actualite.CD" is one word. */
const domains = new Set('cd com net org info fr be ch uk rw ug tv africa int'.split(' '));

/**
 * True where the full stop after this word belongs to the word. `next` is the word after the stop, as written; empty
 * where none follows.
 */
export function isAbbreviation(word: string, next: string): boolean {
  const low = word.toLowerCase();
  if (always.has(low)) return true;
  const startsUpper = word[0] !== undefined && word[0] !== low[0];
  if (capitalised.has(low) && startsUpper) return true;
  if (beforeNumbers.has(low)) return /^\d/.test(next);
  const isInitial = startsUpper && word.length === 1;
  const isAcronym = /^(?:\p{L}\.){1,4}\p{L}$/u.test(word);
  if (!isInitial && !isAcronym) return false;
  if (next === '' || /^\p{L}\./u.test(next)) return next !== '';
  return !starters.has(next.replace(/\.+$/, '').toLowerCase());
}

/** True where a full stop with no space after it stands in a web address. */
export function isDomain(next: string): boolean {
  return domains.has(next.toLowerCase());
}
