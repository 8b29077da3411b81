/** How exactly a place and a date are known, in UCDP's codes (UCDP GED Codebook, where_prec and date_prec). */

/** 1 exact place, 2 within about 25 km of it, 3 district, 4 province, 5 linear or fuzzy feature, 6 country, 7 sea or air. */
export type LocationPrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 exact day, 2 within two to six days, 3 within the week, 4 within the month, 5 within the year. */
export type DatePrecision = 1 | 2 | 3 | 4 | 5;

/** Radius in km within which the event lies, where its source names none. */
const uncertaintyKmByPrecision: Record<LocationPrecision, number> = {
  1: 5,
  2: 25,
  3: 40,
  4: 150,
  5: 100,
  6: 500,
  7: 500,
};

/** Radius of uncertainty in km. A source that states no precision has given a point: it is taken for a place. */
export function defaultUncertaintyKm(precision: LocationPrecision | null): number {
  return uncertaintyKmByPrecision[precision ?? 1];
}

/**
 * True where only a province, a country or a long feature is known. Such an event is context: it is shown with the
 * sites in reach of its nominal point but neither scores nor alerts.
 */
export function isCoarse(precision: LocationPrecision | null): boolean {
  return precision !== null && precision >= 4;
}

export const locationPrecisionText: Record<LocationPrecision, string> = {
  1: 'exact place',
  2: 'near the named place',
  3: 'district only',
  4: 'province only',
  5: 'along a road, river or border',
  6: 'country only',
  7: 'at sea or in the air',
};

export const datePrecisionText: Record<DatePrecision, string> = {
  1: 'exact day',
  2: 'within a few days',
  3: 'within the week',
  4: 'within the month',
  5: 'within the year',
};
