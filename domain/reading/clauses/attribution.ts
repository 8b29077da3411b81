import type { Claim } from '../claims/claims.ts';

const speakers: readonly [RegExp, string][] = [
  [/\b(?:security sources?|sources? sécuritaires?|source de sécurité)\b/i, 'security sources'],
  [/\b(?:local sources?|sources? locales?)\b/i, 'local sources'],
  [/\b(?:civil society|société civile)\b/i, 'civil society'],
  [/\b(?:witnesses|eyewitnesses|témoins)\b/i, 'witnesses'],
  [/\b(?:residents|habitants|riverains)\b/i, 'residents'],
  [
    /\b(?:the army said|army spokes(?:man|person|woman)|porte-parole (?:militaire|de l['’]armée|des FARDC)|an officer|un officier|military sources?|sources? militaires?)\b/i,
    'the army',
  ],
  [
    /\b(?:rebel spokes(?:man|person)|the rebels said|porte-parole (?:du M23|de la rébellion|des rebelles|de l['’]AFC)|M23 (?:spokesman|said))/i,
    'the rebels',
  ],
  [
    /\b(?:United Nations|UN (?:sources?|mission)|MONUSCO|Nations unies|OCHA|onusienne?s?)\b/,
    'the United Nations',
  ],
  [/\b(?:the company said|said the company|la société (?:a|annonce|indique)|la compagnie)\b/i, 'the company'],
  [
    /\b(?:officials|authorities|administrator|governor|mayor|autorités|administrateur|gouverneur|bourgmestre)\b/i,
    'officials',
  ],
  [/\b(?:humanitarian (?:sources?|workers)|sources? humanitaires?|aid workers)\b/i, 'humanitarian sources'],
  [/\b(?:hospital|medical) sources?\b|\bsources? (?:médicales?|hospitalières?)\b/i, 'medical sources'],
];

/** Characters between a speaker and the verb of saying. */
const reach = 45;
const saying =
  /(?<!\p{L})(?:said|says|told|according|reported|confirmed|announced|selon|d['’]après|indiqué|déclaré|affirmé|affirment|rapporté|annoncé|confirmé|assuré|witnessed)(?!\p{L})/iu;

/** Who says so, in a general word; null where the report itself vouches for it. */
export function sourceOf({ analysis, judgement }: Claim): string | null {
  if (!judgement.isReported) return null;
  const text = analysis.sentence.text.slice(0, 2_000);
  for (const [pattern, name] of speakers) {
    const match = pattern.exec(text);
    if (!match) continue;
    const around = text.slice(Math.max(0, match.index - reach), match.index + match[0].length + reach);
    if (saying.test(around)) return name;
  }
  return null;
}
