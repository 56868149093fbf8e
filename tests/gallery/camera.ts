import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../support/launch.ts';

const folder = join(import.meta.dirname, '../../gallery-output');
const themes = ['light', 'dark'] as const;

/** Takes numbered pictures of one state in both themes. */
export function camera(app: RunningApp, name: string) {
  let n = 0;
  mkdirSync(folder, { recursive: true });
  return async (what: string, page: Page = app.page) => {
    n++;
    for (const theme of themes) {
      await app.control.systemTheme(theme === 'dark');
      // Waits until transitions and the caret have stopped.
      await page.waitForTimeout(120);
      await page.screenshot({
        path: join(folder, `${name}-${String(n).padStart(2, '0')}-${what}-${theme}.png`),
        caret: 'hide',
      });
    }
    await app.control.systemTheme(false);
  };
}
