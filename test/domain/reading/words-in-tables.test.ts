import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../config/package-root.ts';
import { languages } from '../../../domain/reading/text/text.ts';

/** What these hold is no language: sounds, letters of all scripts, codes of languages, names of datasets, web addresses. */
const exempt: ReadonlySet<string> = new Set([
  'gazetteer/sound-key.ts',
  'reading/text/fold.ts',
  'reading/text/language.ts',
  'reading/text/text.ts',
  'reading/actors/actor-lexicon.ts',
  'reading/reports/origin.ts',
]);
/** What is said to people is English. */
const speaking: ReadonlySet<string> = new Set(['reading/story/rendering.ts', 'reading/story/passed-over.ts']);

const domain = path.join(packageRoot, 'domain');
const filesOf = (folder: string) =>
  readdirSync(path.join(domain, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')));
const isTable = (file: string) => /^reading\/lexicon\/\w\w\//.test(file);
const isLexicon = (file: string) => file.startsWith('reading/lexicon/');
const codeOf = (file: string) =>
  readFileSync(path.join(domain, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/^(?:import|export) [^;]*? from '[^']*';$/gm, '');

const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;
const pattern =
  /(?:RegExp\(\s*(?:String\.raw)?|\braw)`((?:[^`\\]|\\.)*)`|(?<=[(=:,!|&?[]\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\//g;

const ofOneLanguage = new RegExp(`\\.(?:${languages.join('|')})\\b`);

/** Names that are no words of a text: those that types and tables declare. */
function declaredNames(): Set<string> {
  const names = new Set(['i', 'u', 'iu', 'giu', 'gmu']);
  for (const file of filesOf('.')) {
    const code = codeOf(file);
    if (file.startsWith('reading/lexicon/en/'))
      for (const [name] of code.matchAll(/(?<=^ {2})\w+(?=:)/gm)) names.add(name);
    if (isTable(file)) continue;
    for (const [, before, behind, picked, only] of code.matchAll(
      /(?<=[^|]\|\s*)'([^']+)'|'([^']+)'(?=\s*\|[^|])|(?<=\w[[<]|, )'([^']+)'(?=[\]>])|(?<=\w: )'([^']+)'(?=;)/g,
    ))
      names.add((before ?? behind ?? picked ?? only)!);
  }
  return names;
}

/** The words that a rule holds in quotes; what has a blank or a hyphen in it equals no word of a text. */
function wordsIn(code: string, declared: ReadonlySet<string>): string[] {
  const lists = [...code.matchAll(/'([^'\n]*)'\s*\.split\(/g)].map(([, list]) => list!);
  const words = [...code.matchAll(quoted)].map(([, single, double]) => single ?? double!);
  return [...lists, ...words.filter((word) => /^['’]?\p{Ll}[\p{L}'’]*$/u.test(word) && !declared.has(word))];
}

/** The letters that a rule asks for in a regular expression. */
function lettersIn(code: string): string[] {
  return [...code.matchAll(pattern)]
    .map(([, written, literal]) =>
      (written ?? literal!)
        .replace(/\$\{[^}]*\}/g, '')
        .replace(/\\+p\{[^}]*\}|\(\?<\w+>|\\+[a-zA-Z](?:[0-9a-f]{2,4})?|\w-\w/g, ''),
    )
    .filter((letters) => /\p{L}/u.test(letters));
}

describe('the rules of the reader and of the gazetteer', () => {
  const rules = [...filesOf('reading'), ...filesOf('gazetteer')].filter((file) => !isLexicon(file));
  const declared = declaredNames();

  it.each(rules.filter((file) => !exempt.has(file)))('%s holds no words of a language', (file) => {
    const code = codeOf(file);
    expect(lettersIn(code)).toEqual([]);
    expect(code).not.toMatch(ofOneLanguage);
    if (!speaking.has(file)) expect(wordsIn(code, declared)).toEqual([]);
  });

  it('would be caught with words in them', () => {
    expect(wordsIn("const isNear = token.word === 'nearby';", declared)).toEqual(['nearby']);
    expect(wordsIn("const few = new Set('some few'.split(' '));", declared)).toEqual(['some few']);
    expect(lettersIn('const isPast = /ed$/.test(word);')).toEqual(['ed$']);
    expect(lettersIn('const isOf = new RegExp(`^(?:of)`);')).toEqual(['^(?:of)']);
  });
});
