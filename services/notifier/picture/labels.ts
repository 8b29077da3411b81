import { type Box, type Spot, type TextStyle, textSvg, textWidth } from './svg.ts';

export type Label = {
  text: string;
  /** What it names. */
  at: Spot;
  /** Room between that and the text. */
  gap: number;
  style: Pick<TextStyle, 'size' | 'isBold' | 'isItalic' | 'colour' | 'spacing'>;
  /** How many small signs it may cover, at most. */
  mayCover: number;
  /** What is drawn at the place where the label finds room. */
  sign?: string;
};

type Side = { dx: -1 | 0 | 1; dy: -1 | 0 | 1; far?: boolean };

/** Where a label may stand beside its place, the best first. */
const near: readonly Side[] = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: -1 },
  { dx: 0, dy: 1 },
  { dx: 1, dy: -1 },
  { dx: 1, dy: 1 },
  { dx: -1, dy: -1 },
  { dx: -1, dy: 1 },
];
const sides: readonly Side[] = [...near, ...near.map((side) => ({ ...side, far: true }))];

const lineHeight = 1.12;

/**
 * Places labels one after the other, so that the first ones get the best places. None lies on another or on what was
 * blocked; a label for which there is no room is left out.
 */
export function createLabeller(frame: Box) {
  const blocked: Box[] = [];
  const small: Spot[] = [];
  const covered = (box: Box) => small.filter((spot) => overlap(boxAt(spot, 3), box)).length;
  const isFree = (box: Box, mayCover: number) =>
    isWithin(box, frame) && !blocked.some((other) => overlap(box, other)) && covered(box) <= mayCover;
  const place = (label: Label): string | null => {
    const candidates = sides
      .map((side, order) => ({ side, order, box: labelBox(label, side) }))
      .filter(({ box }) => isFree(box, label.mayCover))
      .sort((a, b) => covered(a.box) - covered(b.box) || a.order - b.order);
    const best = candidates[0];
    if (!best) return null;
    blocked.push(best.box);
    return (label.sign ?? '') + labelSvg(label, best.box, best.side);
  };
  return {
    block: (box: Box) => void blocked.push(box),
    /** What labels rather do not lie on. */
    spare: (spot: Spot) => void small.push(spot),
    isFree,
    /** The first labels that find room, in SVG, so many at most. */
    placeSome(labels: readonly Label[], most: number): string[] {
      const placed: string[] = [];
      for (const label of labels) {
        const svg = placed.length < most ? place(label) : null;
        if (svg !== null) placed.push(svg);
      }
      return placed;
    },
  };
}

export type Labeller = ReturnType<typeof createLabeller>;

/** The box of a label that stands on one side of its place. */
function labelBox({ text, at, gap, style }: Label, { dx, dy, far }: Side): Box {
  const width = textWidth(text, style);
  const height = style.size * lineHeight;
  const reach = (dx !== 0 && dy !== 0 ? 0.7 * gap : gap) * (far ? 1.8 : 1);
  const left = at.x + dx * reach - (dx === 0 ? width / 2 : dx < 0 ? width : 0);
  const top = at.y + dy * reach - (dy === 0 ? height / 2 : dy < 0 ? height : 0);
  return { left, top, right: left + width, bottom: top + height };
}

function labelSvg({ text, style }: Label, box: Box, { dx }: Side): string {
  const anchor = dx === 0 ? 'middle' : dx < 0 ? 'end' : 'start';
  const x = dx === 0 ? (box.left + box.right) / 2 : dx < 0 ? box.right : box.left;
  const y = box.top + 0.82 * style.size * lineHeight;
  return textSvg(text, { x, y }, { ...style, anchor, halo: true });
}

export function boxAt({ x, y }: Spot, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}
