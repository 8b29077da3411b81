import type { HarmlessDoubt } from '../../modality/harmless-doubt.ts';

export const harmlessDoubtsEn: readonly HarmlessDoubt[] = [
  { words: 'if', after: 'as' },
  { words: 'calling call', notBefore: 'for on' },
  { words: 'more', before: 'than' },
  { words: 'more', beforeNumber: true },
  { words: 'any', before: 'case', notAfter: 'without' },
  { words: 'against', notAfter: 'protection protect measures defence guard alert warning' },
  { words: 'end', after: 'the at', notBefore: 'to' },
  { words: 'asked', before: 'about by' },
  // "a plan's"
  { words: 'plans plan', before: 's' },
];
