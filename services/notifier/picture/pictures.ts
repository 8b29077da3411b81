import type { AlertNotice } from '../../../domain/alerts/alert-notice.ts';
import type { ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { siteName } from '../wording.ts';
import { eventMap } from './event-map.ts';
import type { Picture } from './picture.ts';
import { scoreCurve } from './score-curve.ts';

/** The pictures of a message that is told from this notice. */
export function picturesOf(focus: AlertNotice, history: ScoreHistory): Picture[] {
  const pictures = [eventMap(focus), scoreCurve(history, siteName(focus), focus.at)];
  return pictures.filter((picture) => picture !== null);
}
