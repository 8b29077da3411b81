import type { SourceTerms } from '../source.ts';

/** ACLED's pages, to which each event of ACLED leads: its single events have none. */
export const acledAddress = 'https://acleddata.com';

/**
 * ACLED's rows and texts may not be passed on and no model may be fitted with them. What an event was, when and where,
 * is told in our own fields.
 */
export const acledTerms: SourceTerms = {
  licence: "ACLED's terms of use",
  attribution: 'ACLED (Armed Conflict Location & Event Data)',
  url: 'https://acleddata.com/eula',
  whoMayUse:
    'Those who registered with ACLED, as far as their access allows; companies need a licence from ACLED. Rows may not be passed on, nor used to fit a model.',
  mayShowRaw: false,
  mayFit: false,
};
