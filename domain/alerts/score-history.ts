import type { Level, LevelFrom } from '../level.ts';

/** For how many days a mail shows the score of a site. */
export const curveDays = 90;

/** The assessments of a site up to the one that is told, oldest first, and the levels of the policy that made it. */
export type ScoreHistory = {
  points: { at: Date; score: number; level: Level }[];
  levelFrom: LevelFrom;
};
