import type { ScoreHistory } from '../../../domain/alerts/score-history.ts';
import type { HeldPlace, NamedPoint } from './map-content.ts';

/** A picture with its words: the mail says nothing by pictures alone. */
export type Picture = {
  name: 'map' | 'score';
  /** In base64, as it is kept and sent. */
  png: string;
  /** What it shows, for whoever does not see it. */
  alt: string;
  /** How to read it, for whoever does. */
  key: string;
};

/** A picture with the Content-ID under which an HTML part shows it. */
export type AttachedPicture = Picture & { cid: string };

/** What the pictures of a message show beside what it tells. */
export type PictureFacts = {
  /** Of the site that the message is told from. */
  history: ScoreHistory | null;
  /** The places around it that armed groups hold. */
  held: HeldPlace[];
  /** The places around it, the most important first. */
  towns: NamedPoint[];
};
