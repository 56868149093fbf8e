/** Renders resources/icon.svg to the PNG sizes that packages want: `node tools/icons/render.ts`. Run when the SVG changes. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
const resources = join(import.meta.dirname, '../../resources');
const svg = await readFile(join(resources, 'icon.svg'), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(
    join(resources, 'icons', `${size}x${size}.png`),
    await page.screenshot({ omitBackground: true }),
  );
  await page.close();
}
// The tray's icon when something needs a person: the same with a dot, so that it is not told by colour alone.
const tray = await browser.newPage({ viewport: { width: 24, height: 24 } });
await tray.setContent(
  `<style>body{margin:0}svg{display:block;width:24px;height:24px}i{position:absolute;right:0;bottom:0;width:9px;height:9px;border-radius:50%;background:#e8a200;box-shadow:0 0 0 2px #fff}</style>${svg}<i></i>`,
);
await writeFile(
  join(resources, 'icons', 'tray-attention.png'),
  await tray.screenshot({ omitBackground: true }),
);
await browser.close();
