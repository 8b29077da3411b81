import type { Logger } from '../../../config/logger.ts';
import { offThread } from '../../threads/off-thread.ts';
import type { OutgoingMessage } from '../message-content.ts';
import { occurrencesOf } from '../occurrences.ts';
import { focusOf, orderNotices } from '../site-order.ts';
import { siteName } from '../wording.ts';
import { type CurveContent, curveContent, curveWords } from './curve-content.ts';
import { type MapContent, mapContent } from './map-content.ts';
import { mapWords } from './map-words.ts';
import type { Picture } from './picture.ts';

/** How long a mail waits for its pictures: it is better read without them than late. */
const drawWithinMs = 5000;

type Draw = (map: MapContent, curve: CurveContent | null) => Promise<{ map: string; curve: string | null }>;

/** How pictures are drawn; what is left out is as in service. */
export type Drawing = { draw?: Draw; withinMs?: number };

const drawOffThread: Draw = (map, curve) => offThread('drawPictures', map, curve);

/**
 * The pictures of a message. They are drawn beside the event loop, within a time; what is late or fails leaves the
 * message without them, and is logged.
 */
export async function drawPictures(
  {
    notices,
    ownSite,
    facts,
    messageId,
  }: Pick<OutgoingMessage, 'notices' | 'ownSite' | 'facts' | 'messageId'>,
  log: Pick<Logger, 'warn'>,
  { draw = drawOffThread, withinMs = drawWithinMs }: Drawing = {},
): Promise<Picture[]> {
  if (!facts || notices.length === 0) return [];
  const ordered = orderNotices(notices);
  const focus = focusOf(ordered);
  const occurrences = occurrencesOf(ordered).told;
  const map = mapContent(ordered, ownSite, facts);
  const curve = curveContent(facts.history, siteName(focus), focus.at, occurrences);
  try {
    const drawn = await within(withinMs, draw(map, curve));
    return [
      { name: 'map', png: drawn.map, ...mapWords(map, ordered.length, occurrences) },
      ...(curve && drawn.curve ? [{ name: 'score' as const, png: drawn.curve, ...curveWords(curve) }] : []),
    ];
  } catch (error) {
    log.warn({ err: error, messageId }, 'a message goes without its pictures');
    return [];
  }
}

/** What is promised, if it comes in time. */
async function within<T>(ms: number, promised: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the pictures were not drawn within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
