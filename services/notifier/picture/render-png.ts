import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { fontFamily, pictureWidth } from './svg.ts';

/** Two pixels for each unit of the picture, which is about a pixel of a phone: sharp on most screens. */
const pngWidth = 2 * pictureWidth;

const require = createRequire(import.meta.url);
const fontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** A picture as PNG in base64. The fonts are those of the package, whatever the machine has. */
export function renderPng(svg: string): string {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily };
  const picture = new Resvg(svg, { font, fitTo: { mode: 'width', value: pngWidth } });
  return picture.render().asPng().toString('base64');
}
