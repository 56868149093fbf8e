import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../support/launch.ts';

/** Pictures in another language than English have a folder of their own. */
export const folder = join(
  import.meta.dirname,
  '../../gallery-output',
  ...[process.env.KEYTURN_TEST_LANGUAGE ?? 'en'].filter((language) => language !== 'en'),
);
const themes = ['light', 'dark'] as const;
/** The least size of the window's content, and that of a large screen. Both come beside the usual size when they are asked for. */
const otherSizes =
  process.env.KEYTURN_GALLERY_SIZES === 'all'
    ? [
        { width: 960, height: 612 },
        { width: 1920, height: 1052 },
      ]
    : [];

/** Takes numbered pictures of one state in both themes, and in three sizes when `npm run gallery -- --sizes` runs. */
export function camera(app: RunningApp, name: string) {
  let n = 0;
  mkdirSync(folder, { recursive: true });
  return async (what: string, page: Page = app.page) => {
    n++;
    const state = `${name}-${String(n).padStart(2, '0')}-${what}`;
    await inBothThemes(app, page, state);
    if (otherSizes.length === 0) return;
    const usual = await page.evaluate<{ width: number; height: number }>(
      '({ width: innerWidth, height: innerHeight })',
    );
    for (const size of otherSizes) {
      await page.setViewportSize(size);
      await inBothThemes(app, page, `${state}-${size.width}`);
    }
    await page.setViewportSize(usual);
  };
}

async function inBothThemes(app: RunningApp, page: Page, state: string): Promise<void> {
  for (const theme of themes) {
    await app.control.systemTheme(theme === 'dark');
    // Waits until transitions and the caret have stopped.
    await page.waitForTimeout(120);
    await page.screenshot({ path: join(folder, `${state}-${theme}.png`), caret: 'hide' });
  }
  await app.control.systemTheme(false);
}
