import type { Place, PlaceClass } from './place.ts';

/** A name of a place in a text, with all that it can stand for. Offsets are UTF-16 units in the whole text. */
export type PlaceMention = {
  start: number;
  end: number;
  /** As written. */
  name: string;
  /** What the name can stand for, in no order; of an operator: the sites that it operates. */
  candidates: Place[];
  /** "20 km north of" the name; `bearingDeg` is null where no direction is said. */
  offset: { km: number; bearingDeg: number | null } | null;
  /** `along`: between two places or on the road that joins them. */
  relation: 'at' | 'near' | 'around' | 'offset' | 'along';
  isOperator: boolean;
  /** What a word beside the name says it is: "territory of", "the … mine". */
  classWord: PlaceClass | null;
  /** True where a word says that something is there: "in Goma", "à Goma", "the town of Goma", "GOMA -". */
  isLocative: boolean;
  /** True where the name only tells where another place is: Walikale in "Mubi, 30 km from Walikale". */
  isReference: boolean;
  /** What the text says of the way from another mention (by its number in the list) to this place. */
  distanceTo: { mention: number; km: number | null; bearingDeg: number | null } | null;
  /** The number of the mention of the area that the text says it lies in: "Kavumu village in Rutshuru territory". */
  within?: number;
  /** For `along`: the number of the mention at the other end. */
  otherEnd: number | null;
  /** How the name was found: as it stands in the gazetteer, as a joined or parted spelling, or by its sound. */
  foundBy: 'name' | 'letters' | 'sound';
};
