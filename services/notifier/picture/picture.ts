/** A picture with its words: the mail says nothing by pictures alone. */
export type Picture = {
  name: string;
  png: Buffer;
  /** What it shows, for whoever does not see it. */
  alt: string;
  /** How to read it, for whoever does. */
  key: string;
  /** In pixels of a mail; the picture has twice as many, for sharp screens. */
  width: number;
};

/** A picture with the Content-ID under which an HTML part shows it; its bytes in base64, as they are kept and sent. */
export type AttachedPicture = Omit<Picture, 'png'> & { cid: string; png: string };
