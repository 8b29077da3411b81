import { escapeMarkup } from '../escape-markup.ts';
/** The pieces that pictures are made of, in SVG. Nothing in it refers to anything outside of it. */

export type Spot = { x: number; y: number };
export type Box = { left: number; top: number; right: number; bottom: number };

/** The width of each picture in its own units: about the pixels that a phone has for it. */
export const pictureWidth = 360;

/** The names under which the fonts of the package `dejavu-fonts-ttf` are found. */
export const fontFamily = 'DejaVu Sans Condensed';

export const ink = '#1f1f1f';
export const paper = '#ffffff';

export function wholeSvg(height: number, content: readonly string[]): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}" font-family="${fontFamily}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>${content.join('')}</svg>`
  );
}

/** Tenths of a unit are finer than a pixel, and keep the drawing the same on every machine. */
export function figure(n: number): string {
  return String(Math.round(n * 10) / 10);
}

/** Text from outside, as `plainText` leaves it, in a picture: as XML may hold it, without what has no shape. */
function escapeXml(text: string): string {
  return escapeMarkup(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''));
}

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Arabic',
  'Hebrew',
  'Common',
  'Inherited',
];
const drawable = new RegExp(`^[${scripts.map((name) => `\\p{Script=${name}}`).join('')}]+$`, 'u');

/** True where the font has the letters of a text; others would be empty boxes. */
export function isDrawable(text: string): boolean {
  return drawable.test(text) && !/\p{Extended_Pictographic}/u.test(text);
}

export type TextStyle = {
  size: number;
  colour?: string;
  isBold?: boolean;
  isItalic?: boolean;
  /** A rim that keeps the text legible on whatever it lies on. */
  halo?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  spacing?: number;
};

export function textSvg(text: string, { x, y }: Spot, style: TextStyle): string {
  const { size, colour = ink, isBold, isItalic, halo, anchor = 'start', spacing } = style;
  const attributes = [
    `x="${figure(x)}" y="${figure(y)}" font-size="${size}" fill="${colour}"`,
    anchor === 'start' ? '' : `text-anchor="${anchor}"`,
    isBold ? 'font-weight="bold"' : '',
    isItalic ? 'font-style="italic"' : '',
    spacing ? `letter-spacing="${spacing}"` : '',
    halo ? `stroke="${paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '',
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escapeXml(text)}</text>`;
}

/** Advance widths of the font by kinds of letters, in parts of its size; a little too wide rather than too narrow. */
const widths: [RegExp, number][] = [
  [/[ijlI.,:;'’|!()[\]/ ft1r-]/, 0.36],
  [/[mwMW@%—…]/, 0.88],
  [/\p{M}/u, 0],
  [/[\p{Lu}\p{N}]/u, 0.62],
];

/** About how wide a text is drawn. */
export function textWidth(
  text: string,
  { size, isBold, spacing = 0 }: Pick<TextStyle, 'size' | 'isBold' | 'spacing'>,
) {
  const letters = [...text];
  const sum = letters.reduce((total, letter) => {
    return total + (widths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.56);
  }, 0);
  return sum * size * (isBold ? 1.12 : 1) + letters.length * spacing;
}
