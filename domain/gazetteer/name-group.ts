import type { Place, PlaceClass } from './place.ts';

export type Fit = {
  /** `astray`: it lies in none of the areas named right beside it; `alone`: far from all places named beside it. */
  is: 'fit' | 'astray' | 'alone';
  /** Where it is astray: the closest area named beside it. */
  area: Place | null;
};

/** All mentions of one name with one class word: within a text they are one place. */
export type Group = {
  name: string;
  classWord: PlaceClass | null;
  mentions: number[];
  senses: WeighedSense[];
  fit: Fit;
};

export type WeighedSense = { place: Place; prior: number; share: number };
