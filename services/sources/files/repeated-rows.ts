/**
 * Tells the rows of a file that stand in it twice. Within a file the first row of an identity counts: were it the last
 * one, importing the same file again would change it back and forth.
 */
export type RepeatedRows = {
  /** The line of an earlier row with the identity, and whether it says the same; null for the first one. */
  findEarlier(identity: string, line: number, value: unknown): { line: number; isSame: boolean } | null;
};

/** So many identities are remembered; a longer file is checked no further, the database still knows each event. */
const maxRemembered = 2_000_000;

export function createRepeatedRows(): RepeatedRows {
  const seen = new Map<string, { line: number; print: number }>();
  return {
    findEarlier(identity, line, value) {
      const earlier = seen.get(identity);
      if (earlier) return { line: earlier.line, isSame: earlier.print === printOf(value) };
      if (seen.size < maxRemembered) seen.set(identity, { line, print: printOf(value) });
      return null;
    },
  };
}

/** A number of 32 bits that differs where two values do, but for a chance of 1 in 4 billion (FNV-1a). */
function printOf(value: unknown): number {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
