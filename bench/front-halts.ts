import { riskPolicy } from '../config/risk-policy.ts';
import type { SubType } from '../domain/acled.ts';
import type { LinkedEvent } from '../domain/event.ts';
import { stepDays } from '../domain/fitting/front-days.ts';
import { groupBy } from '../domain/group-by.ts';
import { scoreOf } from '../domain/harm.ts';
import { defaultUncertaintyKm } from '../domain/precision.ts';
import { expectedOf } from '../domain/risk/signal.ts';
import { fronts } from '../domain/risk/signals/front.ts';
import type { SiteKind } from '../domain/site.ts';
import { distanceKm, type Point } from '../domain/sphere.ts';
import { atOnce } from '../domain/steps.ts';
import { addDays, type CalendarDate, startOfDay } from '../domain/time.ts';
import { readActors } from '../services/sources/actors.ts';
import { type HaltRow, type MoveRow, readBundledSites, readHalts, readMoves } from './front-data.ts';

/** What the front alone said of a site on the day before its work stopped. */
export type Lead = HaltRow & {
  /** The score that the front alone gives, 0 to 100. */
  score: number;
  /** For how many days up to that day it was elevated without a break; 0 where it was not. */
  days: number;
  /** The first sentence of the signal; null where no front was known. */
  reason: string | null;
};

const actors = readActors();
const subTypes: Record<MoveRow['change'], SubType> = {
  taken: 'Non-state actor overtakes territory',
  retaken: 'Non-state actor overtakes territory',
  lost: 'Government regains territory',
  left: 'Withdrawal from territory',
};

/** The halts before a front whose moves are listed, in the order of their days. */
export function haltLeads(): Lead[] {
  return readHalts()
    .filter(({ cause, war }) => cause === 'front' && war !== '')
    .map(leadOf);
}

function leadOf(halt: HaltRow): Lead {
  const events = eventsNear(halt, halt.war);
  const eve = addDays(halt.date, -1);
  const { score, reason } = frontOn(eve, events, halt);
  let days = 0;
  while (isElevated(frontOn(addDays(eve, -days), events, halt).score)) days += 1;
  return { ...halt, score, days, reason };
}

/** How many of the bundled mines of DR Congo the front of M23 alone made elevated, and on what share of the days. */
export function elevatedMines(): { kind: string; mines: number; everElevated: number; share: number }[] {
  const [war, first, last] = ['m23-2022', '2022-06-13', '2025-12-31'];
  const mines = readBundledSites('CD').map((site) => {
    const events = eventsNear(site, war);
    let days = 0;
    let elevated = 0;
    for (let day = first; day <= last; day = addDays(day, stepDays)) {
      days += 1;
      if (isElevated(frontOn(day, events, site).score)) elevated += 1;
    }
    return { kind: site.kind, share: elevated / days };
  });
  return [...groupBy(mines, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    mines: own.length,
    everElevated: own.filter(({ share }) => share > 0).length,
    share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
  }));
}

/** The moves of a war that are tied to a site. */
function eventsNear(site: Point, war: string): LinkedEvent[] {
  return readMoves()
    .filter((move) => move.war === war)
    .map((move, i) => linked(move, i + 1, site))
    .filter((event) => event.distanceKm <= riskPolicy.link.controlRadiusKm);
}

function isElevated(score: number): boolean {
  return score >= riskPolicy.levelFrom.elevated;
}

/** A move is known on its own day, and counts as confirmed: the list is made from hindsight. */
function frontOn(day: CalendarDate, events: readonly LinkedEvent[], { kind }: { kind: SiteKind }) {
  const known = events.filter(({ occurredOn }) => occurredOn <= day);
  const { signals } = atOnce(fronts(known, riskPolicy, { actors, kind }))(new Date(startOfDay(day)));
  const harm = signals.reduce((sum, signal) => sum + expectedOf(signal), 0);
  return { score: scoreOf(harm), reason: signals[0]?.reason ?? null };
}

function linked(move: MoveRow, eventId: number, site: Point): LinkedEvent {
  return {
    eventId,
    revision: 1,
    recordedAt: new Date(startOfDay(move.date)),
    retracted: false,
    source: 'front-moves',
    sourceEventId: String(eventId),
    occurredOn: move.date,
    datePrecision: move.datePrecision,
    type: 'Strategic developments',
    subType: subTypes[move.change],
    place: move.place,
    latitude: move.latitude,
    longitude: move.longitude,
    locationPrecision: 1,
    uncertaintyKm: defaultUncertaintyKm(1),
    actors: move.change === 'lost' ? [] : move.actor.split(';'),
    deathsLow: null,
    deathsBest: null,
    deathsHigh: null,
    confidence: 'confirmed',
    origin: null,
    incidentId: null,
    distanceKm: distanceKm(site, move),
    named: false,
  };
}
