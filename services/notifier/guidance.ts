import type { AlertNotice } from './message-content.ts';
import { type Movement, movementOf } from './notice-ranking.ts';

/** How to read the figures, once per mail. */
export function readingNotes(ranked: readonly AlertNotice[]): string[] {
  const notes = [
    'The score is the chance, in percent, of at least one deadly conflict event within 25 km of the site in the next 30 days. It counts reported events, less with distance and age.',
    'A signal is a named warning that the score cannot express, such as a town taken or work stopped. The level is the higher of what score and signals say: low, guarded, elevated, high, severe.',
    'A distance is a straight line, followed by how far the report may be off. Provisional events rest on first reports and may be corrected later.',
  ];
  if (ranked.some(({ level, previousLevel }) => level === 'unknown' || previousLevel === 'unknown')) {
    notes.push('Unknown means that no current source covers this country. It is not the same as low.');
  }
  return notes;
}

const disclaimer =
  'This mail says what was reported near these sites. It says nothing about a supplier, and it is no legal advice.';

/** What a buyer can do next. The steps are those of the OECD Due Diligence Guidance for minerals. */
export function nextSteps(ranked: readonly AlertNotice[]): string[] {
  const has = (movement: Movement) => ranked.some((notice) => movementOf(notice) === movement);
  if (has('rose') || has('news')) {
    return [
      'Ask your supplier and the operator: is the site working, by which road does its material leave, and which of your shipments come from it?',
      'If you follow the OECD Due Diligence Guidance: take this into your assessment of risks in the supply chain (step 2), and let your own strategy for such risks say whether to go on, suspend or disengage (step 3). Keep this mail and the evidence linked above with your records.',
      disclaimer,
    ];
  }
  if (has('eased') || has('resolved')) {
    return [
      'A lower level follows from what is reported, not from a visit. Before you resume what you suspended, ask your supplier and the operator, and record why (OECD Due Diligence Guidance, steps 2 and 3).',
      disclaimer,
    ];
  }
  return [
    'If you acted on the earlier mail, look again: a report behind it was corrected or retracted by its source. Keep both mails with your records.',
    disclaimer,
  ];
}
