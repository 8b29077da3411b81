import type { RiskPolicy } from '../domain/policy.ts';

/**
 * The policy in force. A change here needs a new version: every assessment names the version it was made with.
 * Parameters of the score are fitted (docs/scoring.md); the other figures are choices, each with its reason.
 */
export const riskPolicy: RiskPolicy = {
  version: '2026-11-5',
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
    // Machine-coded from news: audits found one place in five right. It is shown beside what others tell, and raises
    // nothing by itself, however often it says so.
    bySource: { gdelt: 0 },
  },
  levelFrom: { guarded: 5, elevated: 15, high: 35, severe: 65 },
  // What each outcome counts is a choice: a mine that stops costs its buyers far more than one clash near it, and
  // ground under an armed group taints all that comes from it for as long as it lasts (OECD Guidance, Annex II).
  harm: {
    violence: 1,
    // One certain fall of the ground alone makes the level severe.
    ground: 8,
    // So does work that stands still.
    stop: 5,
    // Beside the violence that is counted already: those who work at the site itself are hit.
    attack: 1.5,
    // Taxing and digging by armed men is lasting harm without a fight; seen at a visit it makes a site elevated.
    presence: 0.3,
  },
  attestation: {
    doubtful: 0,
    // Half of what a machine alone has read of control and of mines did not hold on unseen texts. A choice.
    reading: 0.5,
    provisional: 0.8,
    corroborated: 0.95,
    operator: 1,
    confirmed: 1,
  },
  // High, not severe: one misread text must not shout.
  soleReadingAtMost: 1,
  signal: {
    front: {
      // Where the score asks for violence too.
      reachKm: 25,
      maxKm: 150,
      // Maximum likelihood on dated changes of control in four wars, each site-day counting the same: docs/scoring.md.
      base: 0.029,
      halvingKm: 23,
      approachingFactor: 3.9,
      approachWindowDays: 60,
      approachKm: 3,
      // Operators leave early: Bisie at 108 km, Twangiza at 11 to 28. A choice until more halts are known.
      stop: {
        base: 0.08,
        halvingKm: 60,
        standingFactor: 0.25,
        // Diggers stay longer and come back the next day: Rubaya.
        kindFactor: { industrial: 1, 'semi-industrial': 0.2, artisanal: 0.2, unknown: 0.2 },
      },
      // A front of which nothing is heard may have moved on. A choice.
      quietHalfLifeDays: 45,
      // A town and its outskirts, with the uncertainty of two well-located reports.
      samePlaceKm: 10,
    },
    // A site of a few kilometres with its camp and road. Within 30 days of a deadly event so near, another one came in
    // 24.6 of 100 cases where the first was at most 14 days old, in 19.5 at 14 to 28 days (docs/scoring.md).
    attack: { reachKm: 5, base: 0.25, halfLifeDays: 14 },
    // Work that was stopped is taken for stopped until somebody says otherwise.
    stop: { base: 1, halfLifeDays: 90 },
    // Armed groups come and go within a year or two; visits to one mine are often years apart.
    presence: { interferedBase: 1, presentBase: 0.5, halfLifeDays: 365 },
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
  },
  alert: {
    opensAt: 'guarded',
    historyDays: 30,
    easeMarginPoints: 5,
    easeAfterHours: 48,
    updateAtPoints: 15,
  },
};
