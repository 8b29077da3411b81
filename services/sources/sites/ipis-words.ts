import { wordMap } from '../../../domain/word-map.ts';
import { oneLine } from '../files/field-text.ts';

/** IPIS writes in French; Orewatch's words for minerals and provinces are English. */
const mineralByFrench = wordMap<string>({
  amethyste: 'amethyst',
  argent: 'silver',
  arsenopyrite: 'arsenopyrite',
  bauxite: 'bauxite',
  cassiterite: 'cassiterite',
  charbon: 'coal',
  cobalt: 'cobalt',
  coltan: 'coltan',
  cuivre: 'copper',
  diamant: 'diamond',
  digenite: 'digenite',
  fer: 'iron',
  galene: 'galena',
  manganese: 'manganese',
  monazite: 'monazite',
  niobium: 'niobium',
  or: 'gold',
  plomb: 'lead',
  pyrochlore: 'pyrochlore',
  quartz: 'quartz',
  saphir: 'sapphire',
  titanium: 'titanium',
  tourmaline: 'tourmaline',
  wolframite: 'wolframite',
  zircon: 'zircon',
});

const provinceByFrench = wordMap<string>({
  'Bas-Uele': 'Bas-Uélé',
  'Haut-Uele': 'Haut-Uélé',
  'Kasaï-Central': 'Central Kasai',
  'Kasaï-Oriental': 'Eastern Kasai',
  Kasaï: 'Kasai',
  'Kongo Central': 'Kongo Central',
  'Nord-Kivu': 'North Kivu',
  'Nord-Ubangi': 'North Ubangi',
  'Sud-Kivu': 'South Kivu',
  'Sud-Ubangi': 'South Ubangi',
});

/** English names of minerals in lower case, without repetition; a word that is not known stays as it is. */
export function mineralsInEnglish(words: readonly (string | undefined)[]): string[] {
  const minerals = words.flatMap((word) => {
    const text = oneLine(word, 200);
    if (!text || ['inconnu', 'autre', 'autres'].includes(text.toLowerCase())) return [];
    const mixed = /^minerais mixtes\s*\((.+)\)$/i.exec(text);
    return (mixed ? mixed[1]!.split('/') : [text]).map(inEnglish);
  });
  return [...new Set(minerals)];
}

function inEnglish(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  return mineralByFrench[plain] ?? word.trim().toLowerCase();
}

export function provinceInEnglish(province: string | undefined): string | undefined {
  const text = oneLine(province, 200);
  return text && (provinceByFrench[text] ?? text);
}
