const length = 150_000;
const pieces = [
  ' ',
  'a ',
  '"',
  '" ',
  "'",
  '«',
  '1',
  '1,234,',
  '123 ',
  '. ',
  'A. ',
  '- ',
  '\n',
  'a\n',
  '"a\n',
  'x. "Y ',
  '(',
  'photo ',
  'on Monday ',
  '14 March to ',
  'the last few ',
  'since since ',
  'killed 1 ',
  'two civilians and ',
  'were killed ',
  'twenty ',
  'a hundred and ',
  'quatre-vingt-',
  'Par Jean ',
  'é',
  'e\u0301',
  'A',
  'Goma, ',
];

/** Texts built to make a reader slow, by what they repeat; each 150,000 characters. */
export const worstTexts: readonly (readonly [name: string, text: string])[] = pieces.map((piece) => [
  JSON.stringify(piece),
  piece.repeat(Math.ceil(length / piece.length)),
]);

/** Milliseconds that a linear reader keeps even on a busy machine; one of quadratic time takes minutes. */
export const patienceMs = 15_000;

export function elapsedMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
