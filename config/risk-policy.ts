import type { RiskPolicy } from '../domain/policy.ts';

/**
 * The policy in force. A change here needs a new version: every assessment names the version it was made with.
 * Parameters of the score are fitted (docs/scoring.md); the other figures are choices, each with its reason.
 */
export const riskPolicy: RiskPolicy = {
  version: '2026-11-3',
  link: {
    // A fresh event at 75 km adds less than 0.014 to the expectation; beyond, events made forecasts no better.
    radiusKm: 75,
    // An advance shows in the places taken one after the other; the road from the front to a mine is longer.
    controlRadiusKm: 150,
  },
  score: {
    // Maximum likelihood at 871 mine locations; how the terms were chosen and what they reach: docs/scoring.md.
    fittedOn: { data: 'UCDP GED 25.1, DR Congo', fromYear: 1992, untilYear: 2021 },
    background: 0.00401,
    terms: [
      // Fighting at a place goes on there, and the score asks what happens within 25 km: flat until near that edge.
      { name: 'here, quick', amount: 0.0882, halfLifeDays: 14, plateauKm: 22, halvingKm: 3 },
      { name: 'here, slow', amount: 0.0403, halfLifeDays: 180, plateauKm: 22, halvingKm: 3 },
      // Fighting also moves: less likely to reach the site the further away it was.
      { name: 'around, quick', amount: 0.1868, halfLifeDays: 14, plateauKm: 0, halvingKm: 20 },
    ],
    maxDistanceKm: 75,
    // Four half-lives of the slow part; what is older adds less than a fifteenth of it.
    maxAgeDays: 730,
  },
  weight: {
    // The fit counted deadly events that UCDP had confirmed.
    deadly: 1,
    // First reports of fighting rarely hold a number. A choice, like the three below.
    deathsUnknown: 0.5,
    // Violence that is known to have killed nobody.
    nonDeadly: 0.3,
    // Protests, troop movements and changes of control without a fight.
    nonViolent: 0.1,
    confirmed: 1,
    // A single report that nobody has confirmed yet. A choice until it can be measured against later datasets.
    provisional: 0.5,
    // Shown to whoever reviews reports. One publisher's doubtful words raise nothing.
    doubtful: 0,
    // Two publishers that do not copy each other; still unconfirmed. A choice.
    corroborated: 0.8,
    // The centre of a district may lie tens of kilometres from the event.
    districtOnly: 0.7,
    // Machine-coded from headlines, with many repetitions and wrong places.
    bySource: { gdelt: 0.2 },
  },
  levelFrom: { guarded: 5, elevated: 15, high: 35, severe: 65 },
  signal: {
    attackOnSiteKm: 5,
    attackOnSiteDays: 30,
    seizedSevereKm: 25,
    seizedHighKm: 75,
    seizedQuietDays: 90,
    // As far as changes of control are linked; nearer than 75 km the fall of the next place concerns the site itself.
    approachElevatedKm: 150,
    approachHighKm: 75,
    approachWindowDays: 90,
    approachQuietDays: 60,
    // Armed groups come and go within a year or two; visits to one mine are often years apart.
    presenceFreshDays: 365,
    presenceEndDays: 3 * 365,
    // A town and its outskirts, with the uncertainty of two well-located reports.
    samePlaceKm: 10,
  },
  reading: {
    // Claims in the conditional and what a language model alone has seen. A choice: a wrong alarm costs trust.
    doubtfulBelow: 0.4,
  },
  incident: {
    // Both code one event from all reports of it; two of their events are two events.
    selfDeduplicating: ['ucdp-ged', 'acled'],
    // A fight in the night is dated by one source to its evening and by another to the morning after.
    daysApart: 1,
    // The centre of a town and "near the town" may lie 25 km apart; further, two places are meant.
    maxDistanceKm: 30,
    // First reports of deaths are corrected by about as much; further apart, two fights are meant.
    deathsFactor: 2,
  },
  coverage: {
    // ACLED publishes weekly, with a delay of up to a week.
    acled: { countries: 'all', lagDays: 14 },
    // UCDP Candidate appears monthly, about three weeks after the month it covers.
    'ucdp-ged': { countries: 'all', lagDays: 55 },
    // GDELT follows the news within the hour.
    gdelt: { countries: 'all', lagDays: 2 },
  },
  alert: {
    opensAt: 'guarded',
    historyDays: 30,
    easeMarginPoints: 5,
    easeAfterHours: 48,
    updateAtPoints: 15,
  },
};
