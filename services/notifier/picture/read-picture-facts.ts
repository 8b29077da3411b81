import type { ActorRegister } from '../../../domain/actor.ts';
import { curveDays } from '../../../domain/alerts/score-history.ts';
import type { AssessableEvent } from '../../../domain/event.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { takenPlaces } from '../../../domain/risk/signals/held-places.ts';
import type { Point } from '../../../domain/sphere.ts';
import { atOnce } from '../../../domain/steps.ts';
import { readScoreHistory } from '../../database/deliveries/score-history.ts';
import { findControlChanges } from '../../database/events/control-change.ts';
import { circleOf } from '../../database/in-circle-box.ts';
import { readTowns } from '../../database/places/town.ts';
import type { Database } from '../../database/pool.ts';
import type { PipelineContext } from '../../running/context.ts';
import { loadBundledPlaces } from '../../sources/places/place-bundled.ts';
import type { OutgoingMessage } from '../message-content.ts';
import { plainText } from '../plain-text.ts';
import { focusOf, orderNotices } from '../site-order.ts';
import { circleAround, type HeldPlace, homeOf, mapContent, mapReachKm } from './map-content.ts';
import type { PictureFacts } from './picture.ts';

/** More names than a map has room for: many lie too close to others. */
const mostTowns = 150;

/** Databases that are known to have the bundled places. */
const supplied = new WeakSet<Database>();

/**
 * What the pictures of a message show beside what it tells; null where it tells nothing, or first of all of a site that
 * is no longer watched.
 */
export async function readPictureFacts(
  { database, policy, actors }: Pick<PipelineContext, 'database' | 'policy' | 'actors'>,
  { notices, ownSite, at }: Pick<OutgoingMessage, 'notices' | 'ownSite' | 'at'>,
): Promise<PictureFacts | null> {
  if (notices.length === 0) return null;
  const ordered = orderNotices(notices);
  if (focusOf(ordered).endsWatch) return null;
  const home = homeOf(ordered, ownSite);
  const history = await readScoreHistory(database, focusOf(ordered), curveDays);
  const changes = await findControlChanges(database, circleOf(home, mapReachKm), at, policy.score.maxAgeDays);
  const held = heldPlaces(changes, policy, actors);
  const { center, km } = circleAround(home, mapContent(ordered, ownSite, { held, towns: [] }).frame);
  // The gazetteer may be empty where nothing has been read yet.
  if (!supplied.has(database)) await loadBundledPlaces(database, new Date());
  supplied.add(database);
  const towns = await readTowns(database, circleOf(center, km), mostTowns);
  return { history, held, towns: towns.map((town) => ({ ...town, name: plainText(town.name, 40) })) };
}

/** The places that armed groups hold by the rule of the signal `front`, the last taken first, each name once. */
function heldPlaces(
  changes: readonly AssessableEvent[],
  policy: RiskPolicy,
  actors: ActorRegister,
): HeldPlace[] {
  const byName = new Map<string, HeldPlace>();
  for (const { taken, by, endedBy } of atOnce(takenPlaces(changes, policy, actors)).reverse()) {
    const name = plainText(taken.place ?? '', 60);
    if (endedBy || taken.confidence === 'doubtful' || !name || byName.has(name)) continue;
    const { latitude, longitude } = taken as Point;
    byName.set(name, { name, actor: plainText(by ?? '', 40), latitude, longitude });
  }
  return [...byName.values()];
}
