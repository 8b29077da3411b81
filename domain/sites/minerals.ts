import { wordMap } from '../word-map.ts';

/** The commodity that a mineral is mined for. Commodities are the trade's words; minerals the geologist's. */
const commodityOf = wordMap<string>({
  cassiterite: 'tin',
  coltan: 'tantalum',
  columbite: 'tantalum',
  tantalite: 'tantalum',
  pyrochlore: 'niobium',
  wolframite: 'tungsten',
  scheelite: 'tungsten',
  galena: 'lead',
  digenite: 'copper',
  bauxite: 'aluminium',
  zircon: 'zirconium',
  monazite: 'rare-earths',
  spodumene: 'lithium',
  stibnite: 'antimony',
  rutile: 'titanium',
});

/** Commodities of a list of minerals, without repetition. A mineral that is its own commodity (gold) stays. */
export function commoditiesOf(minerals: readonly string[]): string[] {
  return [...new Set(minerals.map((mineral) => commodityOf[mineral] ?? mineral))];
}
