export const levels = ['low', 'guarded', 'elevated', 'high', 'severe'] as const;
export type RaisedLevel = (typeof levels)[number];
export type Level = RaisedLevel | 'unknown';

/** The lowest score of each level, in percent. */
export type LevelFrom = Record<Exclude<RaisedLevel, 'low'>, number>;

/** Order of levels. `unknown` ranks with `low`: nothing raises it, but it is never shown as low. */
export function rank(level: Level): number {
  return level === 'unknown' ? 0 : levels.indexOf(level);
}

export function isHigher(a: Level, b: Level): boolean {
  return rank(a) > rank(b);
}

/** The level that a score in percent stands for. */
export function levelOfScore(score: number, { levelFrom: from }: { levelFrom: LevelFrom }): RaisedLevel {
  if (score >= from.severe) return 'severe';
  if (score >= from.high) return 'high';
  if (score >= from.elevated) return 'elevated';
  return score >= from.guarded ? 'guarded' : 'low';
}
