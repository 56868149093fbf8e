/**
 * Renders resources/icon.svg, the only source of the app's icon, to the formats of packages (PNG in several sizes for Linux, icon.icns for
 * macOS, icon.ico for Windows) and to the tray's images: `node tools/icons/render.ts`. Run it after a change of the SVG.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { toIcns } from './icns.ts';
import { icoOf, type Pixels } from './ico.ts';

const resources = join(import.meta.dirname, '../../resources');
const svg = await readFile(join(resources, 'icon.svg'), 'utf8');
const drawing = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1] ?? '';
const key = /<g[^>]*>(.*)<\/g>/s.exec(svg)?.[1] ?? '';

/** Adds a dot in the corner that says a person must act. A gap around it makes its shape visible on every background. */
const withDot = (inside: string, side: number, colour: string): string => {
  const circle = (radius: number, fill: string) =>
    `<circle cx="${side * 0.8}" cy="${side * 0.8}" r="${side * radius}" fill="${fill}"/>`;
  return `<mask id="gap"><rect width="${side}" height="${side}" fill="#fff"/>${circle(0.27, '#000')}</mask>
    <g mask="url(#gap)">${inside}</g>${circle(0.19, colour)}`;
};
const square = (inside: string, side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${inside}</svg>`;

// The menu bar of macOS needs black and alpha: only the key, as large as possible.
const templateSide = 344;
const template = `<g transform="translate(-75 -93)" fill="none" stroke="#000" stroke-width="40" stroke-linecap="round" stroke-linejoin="round">${key}</g>`;

const tray = {
  calm: square(drawing, 512),
  attention: square(withDot(drawing, 512, '#e8a200'), 512),
  calmTemplate: square(template, templateSide),
  attentionTemplate: square(withDot(template, templateSide, '#000'), templateSide),
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();

/** Draws the picture at exactly this size. Returns the PNG and the pixels. */
async function draw(picture: string, size: number): Promise<Pixels & { readonly png: Buffer }> {
  const source = picture.replace('<svg ', `<svg width="${size}" height="${size}" `);
  // Runs in the page. The compiler does not know the page's globals here.
  const drawn: { png: string; rgba: number[] } = await page.evaluate(`(async () => {
    const image = new Image(${size}, ${size});
    image.src = ${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(source)}`)};
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, ${size}, ${size});
    return {
      png: canvas.toDataURL('image/png').split(',')[1],
      rgba: [...context.getImageData(0, 0, ${size}, ${size}).data],
    };
  })()`);
  return { size, png: Buffer.from(drawn.png, 'base64'), rgba: Uint8Array.from(drawn.rgba) };
}

const icons: (Pixels & { readonly png: Buffer })[] = [];
// Only macOS uses the largest size.
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
  const drawn = await draw(tray.calm, size);
  icons.push(drawn);
  if (size <= 512) await writeFile(join(resources, 'icons', `${size}x${size}.png`), drawn.png);
}
await writeFile(join(resources, 'icons/icon.icns'), toIcns(icons));
await writeFile(join(resources, 'icons/icon.ico'), icoOf(icons.filter(({ size }) => size <= 256)));

const folder = join(resources, 'tray');
await mkdir(folder, { recursive: true });
/** The names follow Electron: `@2x` is for screens of twice the density, `Template` for macOS (docs/api/native-image.md). */
const images: readonly (readonly [name: string, picture: string, size: number])[] = [
  ['tray.png', tray.calm, 24],
  ['tray@2x.png', tray.calm, 48],
  ['trayAttention.png', tray.attention, 24],
  ['trayAttention@2x.png', tray.attention, 48],
  ['trayTemplate.png', tray.calmTemplate, 16],
  ['trayTemplate@2x.png', tray.calmTemplate, 32],
  ['trayAttentionTemplate.png', tray.attentionTemplate, 16],
  ['trayAttentionTemplate@2x.png', tray.attentionTemplate, 32],
];
for (const [name, picture, size] of images) {
  await writeFile(join(folder, name), (await draw(picture, size)).png);
}
// Windows sizes by scale: 100, 125, 150, 200, 250 and 300 %.
for (const [name, picture] of [
  ['tray.ico', tray.calm],
  ['trayAttention.ico', tray.attention],
] as const) {
  const pictures: Pixels[] = [];
  for (const size of [16, 20, 24, 32, 40, 48]) pictures.push(await draw(picture, size));
  await writeFile(join(folder, name), icoOf(pictures));
}
await browser.close();
