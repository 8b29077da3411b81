import type { AlertNotice } from '../../domain/alerts/alert-notice.ts';
import { type Movement, movementOf } from './site-order.ts';

/** How to read the figures, once per mail. */
export function readingNotes(ordered: readonly AlertNotice[]): string[] {
  const notes = [
    'The score is the harm to be expected from conflict in the next 30 days, 0 to 100; the level is its band: low, guarded, elevated, high, severe. The chance of deadly violence is its measured part.',
    'Distances are straight lines, with how far the report may be off. What is corrected later, you are told.',
  ];
  const isUnknown = ({ level, previousLevel, endsWatch, isStanding }: AlertNotice) =>
    (level === 'unknown' && !endsWatch) || (previousLevel === 'unknown' && !isStanding);
  if (ordered.some(isUnknown)) {
    notes.push('Unknown means that no current source covers this country. It is not the same as low.');
  }
  return notes;
}

const disclaimer =
  'This tells what was reported near sites, nothing about a supplier; it is no legal advice.';

/** What a buyer can do next. The steps are those of the OECD Due Diligence Guidance for minerals. */
export function nextSteps(ordered: readonly AlertNotice[]): string[] {
  const has = (...movements: Movement[]) => ordered.some((notice) => movements.includes(movementOf(notice)));
  if (has('rose', 'news', 'stands')) {
    return [
      'Ask your supplier and the operator: is the site working, by which road does its material leave, which shipments come from it?',
      'Take it into your risk assessment and decide by your own strategy whether to go on, suspend or disengage (OECD Due Diligence Guidance, steps 2 and 3). Keep this mail.',
      disclaimer,
    ];
  }
  if (has('corrected', 'cancelled')) {
    return ['If you acted on the earlier mail, look again. Keep both mails with your records.', disclaimer];
  }
  if (!has('eased', 'resolved')) {
    return [
      'If the site still matters to you, ask whoever runs this Orewatch to watch it again: withdrawn sites can be restored.',
      disclaimer,
    ];
  }
  return [
    'A lower level follows from what is reported, not from a visit. Before you resume what you suspended, ask your supplier and the operator, and record why (OECD Due Diligence Guidance, steps 2 and 3).',
    disclaimer,
  ];
}
