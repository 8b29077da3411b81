/** A raster of palette entries: what the pictures of mails are drawn on. */
export type Canvas = { width: number; height: number; pixels: Uint8Array };

/** The colours of the pictures. They bring their own background, so that they look alike in dark mode. */
const colours = {
  paper: '#fbfaf7',
  ring: '#b3aea2',
  ink: '#1a1a1a',
  doubt: '#f2d6c6',
  event: '#a84300',
  low: '#dcebdc',
  guarded: '#d3e2f4',
  elevated: '#fbedbb',
  high: '#f6d5ba',
  severe: '#ecc6c6',
  unknown: '#8c8c8c',
} as const;

export type Colour = keyof typeof colours;

const names = Object.keys(colours) as Colour[];

/** Red, green and blue of each palette entry. */
export const palette: readonly number[][] = names.map((name) =>
  [1, 3, 5].map((at) => Number.parseInt(colours[name].slice(at, at + 2), 16)),
);

export function createCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height) };
}

/** Colours each pixel of the box whose centre fulfils `isIn`; what lies outside of the canvas is left out. */
function paint(
  { width, height, pixels }: Canvas,
  box: { left: number; top: number; right: number; bottom: number },
  colour: Colour,
  isIn: (x: number, y: number) => boolean,
): void {
  const entry = names.indexOf(colour);
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x++) {
      if (isIn(x + 0.5, y + 0.5)) pixels[y * width + x] = entry;
    }
  }
}

export function fillBox(
  canvas: Canvas,
  left: number,
  top: number,
  right: number,
  bottom: number,
  colour: Colour,
) {
  const box = { left: Math.round(left), top: Math.round(top), right: Math.round(right), bottom };
  paint(canvas, { ...box, bottom: Math.round(bottom) }, colour, () => true);
}

/** A disc or, with an inner radius, a ring. */
export function fillDisc(canvas: Canvas, x: number, y: number, radius: number, colour: Colour, inner = 0) {
  const box = { left: x - radius, top: y - radius, right: x + radius + 1, bottom: y + radius + 1 };
  paint(canvas, box, colour, (px, py) => {
    const squared = (px - x) ** 2 + (py - y) ** 2;
    return squared <= radius ** 2 && squared >= inner ** 2;
  });
}

/** Digits of 3 by 5 points, a row as three bits. */
const digits = ['75557', '26227', '71747', '71717', '55711', '74717', '74757', '71122', '75757', '75717'];

const digitScale = 5;
export const digitHeight = 5 * digitScale;

export function digitsWidth(text: string): number {
  return (4 * text.length - 1) * digitScale;
}

/** Draws a whole number with its left upper corner at `x`, `y`, on a clear ground where one is named. */
export function drawDigits(
  canvas: Canvas,
  text: string,
  x: number,
  y: number,
  colour: Colour,
  ground: Colour | null,
) {
  const margin = digitScale;
  if (ground)
    fillBox(canvas, x - margin, y - margin, x + digitsWidth(text) + margin, y + digitHeight + margin, ground);
  for (const [place, digit] of [...text].entries()) {
    for (const [row, bits] of [...digits[Number(digit)]!].entries()) {
      for (let column = 0; column < 3; column++) {
        if ((Number(bits) & (4 >> column)) === 0) continue;
        const left = x + (4 * place + column) * digitScale;
        const top = y + row * digitScale;
        fillBox(canvas, left, top, left + digitScale, top + digitScale, colour);
      }
    }
  }
}
