import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { askFor } from '../support/app-output.ts';
import { skipOn } from '../support/host.ts';
import { attach } from '../support/launch-chromium.ts';
import { expect, test } from '../support/test.ts';

const lang = (page: Page) => page.locator('html').getAttribute('lang');

/** Returns the page of the app that started again. Chromium writes its port into its profile. */
async function pageAfter(folder: string, portBefore: string): Promise<Page> {
  const file = join(folder, 'chromium/DevToolsActivePort');
  const port = await askFor(() => {
    const now = portIn(file);
    return now !== undefined && now !== portBefore ? now : undefined;
  }, 600);
  if (port === undefined) throw new Error('Keyturn did not start again.');
  return attach(`http://127.0.0.1:${port}`);
}

function portIn(file: string): string | undefined {
  try {
    return /^(\d+)\n/.exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

test('another language applies after the restart that Settings offers', async ({ start, folder }) => {
  skipOn(
    'electron',
    'the test finds the second process by its Chromium, and Playwright holds only the first',
  );
  const app = await start();
  const { page } = app;
  expect(await lang(page)).toBe('en');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('button', { name: 'Restart', exact: true })).toHaveCount(0);
  await page.getByLabel('Language').selectOption('Deutsch');
  const before = portIn(join(folder, 'Keyturn/chromium/DevToolsActivePort')) ?? '';
  const ended = once(app.process, 'exit');
  await page.getByRole('button', { name: 'Restart', exact: true }).click();
  expect((await ended)[0]).toBe(0);

  const german = await pageAfter(join(folder, 'Keyturn'), before);
  expect(await lang(german)).toBe('de');
  expect(await german.evaluate(() => window.keyturn.settings.get())).toMatchObject({
    value: { language: 'de', languageAtNextStart: false },
  });
  await german.close();
});

for (const [env, language] of [
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:de' }, 'de'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
] as const) {
  test(`without a choice, ${JSON.stringify(env)} means ${language}`, async ({ start }) => {
    test.skip(process.platform !== 'linux', 'only Linux has the languages in the environment');
    const { page } = await start({ env });
    expect(await lang(page)).toBe(language);
  });
}
