import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Placed } from '../clauses/sentence-analysis.ts';
import type { Token } from '../text/tokens.ts';
import { fold } from './actor-lexicon.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Capitals that the news calls governments by, folded; of names of several words the last one. */
const capitals = set(`
  kinshasa kigali kampala bujumbura gitega nairobi dodoma luanda lusaka harare pretoria maputo lilongwe brazzaville libreville yaounde
  bangui ndjamena khartoum juba ababa mogadishu mogadiscio asmara djibouti cairo caire tripoli tunis algiers alger rabat nouakchott dakar
  bamako niamey ouagadougou abuja accra lome cotonou abidjan conakry freetown monrovia bissau kabul kaboul islamabad delhi dhaka naypyidaw
  naypyitaw bangkok manila manille jakarta beijing pekin hanoi tashkent tehran teheran baghdad bagdad damascus damas riyadh riyad doha dhabi
  sanaa jerusalem beirut beyrouth ankara moscow moscou kyiv kiev minsk warsaw varsovie berlin paris london londres brussels bruxelles
  madrid rome washington ottawa canberra tokyo seoul pyongyang bogota caracas lima quito brasilia santiago mexico
`);

/** What a capital that is named without "in" may still be the place of: "a Kinshasa suburb", "the Mogadishu bombing". */
const groundWords = set(`
  airport suburb suburbs district districts neighbourhood neighborhood street streets market hospital prison university stadium hotel
  bombing bombings attack attacks blast blasts explosion explosions protest protests riot riots clashes raid shooting residents
  aéroport quartier quartiers marché hôpital prison université
`);
/** A verb before a capital that speaks of its ground. */
const reaching = set(`
  hit hits struck strike strikes rock rocks rocked shake shakes shook bomb bombed shell shelled pound pounded target targeted leave left
  reach reached storm stormed secoue frappe frappé frappent bombarde bombardé vise visé visite rejoint gagné
`);
/** "on the side of Kinshasa", "l'armée de Kigali". */
const powers = set(`
  side sides government authorities regime army forces troops ally allies support hands control behest pressure drones soldiers
  côté camp gouvernement autorités régime armée alliés soutien pouvoir ordres drones soldats troupes
`);

/** True where a capital stands for the government that sits there: "Kigali denied", "the Kinshasa government". */
export function isGovernment(tokens: readonly Token[], { of, first, last }: Placed<SettledPlace>): boolean {
  const { mention } = of;
  if (!capitals.has(fold(tokens[last - 1]!.raw)) || mention.relation !== 'at' || mention.classWord)
    return false;
  const before = tokens[first - 1]?.word ?? '';
  if (mention.isLocative) return /^(of|de|from)$/.test(before) && powers.has(tokens[first - 2]?.word ?? '');
  const next = tokens[last];
  // "KINSHASA -", "Kinshasa: three killed".
  if (next && !next.isWord && /^[-–—:(/]$/.test(next.raw))
    return /^(backed|led)$/.test(tokens[last + 1]?.word ?? '');
  return !reaching.has(before) && !groundWords.has(next?.word ?? '');
}
