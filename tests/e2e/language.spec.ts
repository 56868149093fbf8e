import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { languages } from '../../src/shared/languages.ts';
import { askFor } from '../support/app-output.ts';
import { skipOn } from '../support/host.ts';
import { englishOn } from '../support/in-language.ts';
import { attach } from '../support/launch-chromium.ts';
import { addToken, openWizardAtCapture, pasteAndContinue, row } from '../support/steps.ts';
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
  [{ LANG: 'de_CH.UTF-8' }, 'de'],
  [{ LANG: 'en_US.UTF-8', LANGUAGE: 'fr:de' }, 'de'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
] as const) {
  test(`without a choice, ${JSON.stringify(env)} means ${language}`, async ({ start }) => {
    test.skip(process.platform !== 'linux', 'only Linux has the languages in the environment');
    const { page } = await start({ env });
    expect(await lang(page)).toBe(language);
  });
}

/** How a field for a day shows 24 December 2026, with marks of Unicode for the direction, and what a screen reader calls its parts. */
const days = {
  de: { shown: /^\W*\d{2}\W*\.\W*\d{2}\W*\.\W*\d{4}\W*$/, names: ['Tag', 'Monat', 'Jahr'] },
  ja: { shown: /^\W*\d{4}\W*\/\W*\d{2}\W*\/\W*\d{2}\W*$/, names: ['年', '月', '日'] },
};

for (const language of languages.filter((one) => one !== 'en')) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('no page shows an English sentence, from the first run to the lock', async ({ start, fake }) => {
      test.skip(process.platform !== 'linux', 'only Linux has the languages in the environment');
      test.setTimeout(240_000);
      const acme = fake.org('acme');
      const app = await start();
      const { page } = app;
      const look = async (where: string) => expect(await englishOn(page, language), where).toEqual([]);
      await page.getByText('No tokens yet').waitFor();
      await look('first run');
      await page.getByRole('button', { name: 'Add token' }).click();
      await look('Org');
      await page.getByLabel('Org URL').fill('acme.okta.com.com');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('alert').waitFor();
      await look('Org refused');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Discard' }).click();
      const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'admin' });
      await openWizardAtCapture(page, acme);
      await look('Capture');
      await pasteAndContinue(app, value);
      await page.getByRole('status').waitFor();
      await look('Test');
      await page.getByRole('button', { name: 'Continue' }).click();
      await look('Save');
      await page.getByLabel('Label').fill('mine');
      await page.getByRole('button', { name: 'Save token' }).click();
      await row(page, 'mine').waitFor();
      await look('token');
      await page.getByRole('button', { name: 'Test', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeEnabled();
      await look('tested');
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await look((await tab.textContent()) ?? '');
      }
      const nav = page.getByRole('navigation').getByRole('button');
      for (const name of ['Overview', 'Upcoming', 'Inventory', 'Tasks', 'Find tokens in files', 'Activity']) {
        await nav.filter({ hasText: name }).first().click();
        await look(name);
      }
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Help' }).waitFor();
      await look('help');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await look('palette');
      await page.keyboard.press('Escape');
      await nav.filter({ hasText: 'Settings' }).click();
      await page.getByRole('heading', { name: 'Safety' }).waitFor();
      await look('Settings');
      const afresh = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Lock', exact: true }).click();
      await afresh;
      await page.getByRole('button', { name: 'Unlock' }).waitFor();
      await look('locked');
    });

    test('a field for a day has the order of the language, not that of Chromium', async ({ start, fake }) => {
      const acme = fake.org('acme');
      const app = await start();
      const { page } = app;
      const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'admin' });
      await addToken(app, acme, { value, label: 'mine' });
      await row(page, 'mine').click();
      await page.getByRole('button', { name: 'Keep it alive' }).click();
      const field = page.getByRole('group', { name: 'Until' });
      const parts = field.getByRole('spinbutton');
      const { shown, names } = days[language];
      await expect(field).toHaveText(shown);
      for (const [n, name] of names.entries()) {
        await expect(parts.nth(n)).toHaveAccessibleName(new RegExp(`^${name}`));
      }
    });
  });
}
