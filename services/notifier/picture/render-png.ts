import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { fontFamily } from './svg.ts';

/** Two and a half pixels for each unit of the picture: sharp on a phone, and in a wide mail, which shows it larger. */
const pngWidth = 900;

const require = createRequire(import.meta.url);
const fontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** A picture as PNG in base64. The fonts are those of the package, whatever the machine has. */
export function renderPng(svg: string): string {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily };
  const image = new Resvg(svg, { font, fitTo: { mode: 'width', value: pngWidth } }).render();
  const { width, height } = image;
  const png = new PNG({ width, height });
  image.pixels.copy(png.data);
  // Flat colours want no filter: it makes them half as large again, as the renderer's own PNG is. Nothing is transparent.
  return PNG.sync
    .write(png, { filterType: 0, deflateLevel: 9, deflateStrategy: 0, colorType: 2 })
    .toString('base64');
}
