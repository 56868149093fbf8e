import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newsOf } from '../../tools/docs/news.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const pages = [
  'Overview',
  'Tokens',
  'Upcoming',
  'Inventory',
  'Tasks',
  'Find tokens in files',
  'Activity',
  'Settings',
];

test('F1 opens the help of each page, which says what it is for, what its words mean and what it does not do', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const help = page.getByRole('dialog', { name: 'Help' });
  // A new page needs its help, too.
  await expect(page.getByRole('navigation').getByRole('button')).toHaveText([
    ...pages.map((name) => new RegExp(`^${name}`)),
    /^Lock/,
  ]);
  for (const name of pages) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await page.keyboard.press('F1');
    await expect(help.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(help.getByRole('navigation').getByRole('button', { name, exact: true })).toBeFocused();
    for (const part of ['What it is for', 'What its words mean', 'What it does not do']) {
      await expect(help.getByRole('heading', { name: part })).toBeVisible();
    }
    expect((await help.getByRole('term').count()) > 0, name).toBe(true);
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
  }
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Tokens/ })
    .click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  await row(page, 'mine').click();
  await page.getByRole('button', { name: 'About this page' }).click();
  await expect(help.getByRole('heading', { name: 'One token', level: 1 })).toBeVisible();
});

test('the help shows what is new, as the changelog has it, and asks no server', async ({ start, fake }) => {
  const { page } = await start();
  const asked = () => fake.orgs.reduce((sum, { requests }) => sum + requests.length, 0);
  const before = asked();
  await page.getByRole('button', { name: 'Add token' }).waitFor();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command or token' })).toBeFocused();
  await page.keyboard.type('What is new');
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name: 'Help' });
  const { parts } = newsOf(readFileSync(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8'));
  const entries = parts.flatMap((part) => part.entries.map((entry) => entry.replaceAll('`', '')));
  await expect(help.getByRole('listitem')).toHaveText(entries);
  expect(asked()).toBe(before);
  await help.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(help).toHaveCount(0);
});

test('after an update a dot leads to what is new, until it was opened; a first start shows none', async ({
  start,
  folder,
}) => {
  const kept = join(folder, 'Keyturn/news-seen');
  let app = await start();
  const help = () => app.page.getByRole('button', { name: /^About this page/ });
  const withDot = 'About this page. What is new in this version';
  await expect(help()).toHaveAccessibleName('About this page');
  await app.quit();

  writeFileSync(kept, '0.0.9\n');
  app = await start();
  await expect(help()).toHaveAccessibleName(withDot);
  // The help of a page is no news.
  await app.page.keyboard.press('F1');
  const dialog = app.page.getByRole('dialog', { name: 'Help' });
  await expect(dialog.getByRole('heading', { level: 1 })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(help()).toHaveAccessibleName(withDot);
  await help().click();
  await expect(dialog.getByRole('heading', { name: 'What is new', level: 1 })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(help()).toHaveAccessibleName('About this page');
  await app.quit();

  app = await start();
  await expect(help()).toHaveAccessibleName('About this page');
});

test('each key of the sheet does what the sheet says', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  const { keyboard } = page;
  const dialog = (name: string) => page.getByRole('dialog', { name });
  /** Presses on the row of the open token, where the single letters work. */
  const onRow = async (key: string) => {
    await row(page, 'mine').focus();
    await keyboard.press(key);
  };
  const close = async (name: string) => {
    await expect(dialog(name)).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog(name)).toHaveCount(0);
  };
  /** Chooses an item of the system's menu, which alone listens to these keys (`unit/platform/menu`), and waits until the page has grown or shrunk. */
  const zoomed = async (item: string, asWanted: (from: number, to: number) => boolean) => {
    const size = async () => Number(await page.evaluate('devicePixelRatio'));
    const from = await size();
    await control.clickMenu('View', item);
    await expect.poll(async () => asWanted(from, await size())).toBe(true);
  };
  /** What each line of the sheet does, in the order of the sheet. */
  const does: Readonly<Record<string, () => Promise<void>>> = {
    'Ctrl K: Command palette': async () => {
      await onRow('Control+k');
      await close('Commands');
    },
    'Ctrl N: Add token': async () => {
      await onRow('Control+n');
      await close('Add token');
    },
    '/ Ctrl F: Filter tokens': async () => {
      for (const key of ['/', 'Control+f']) {
        await onRow(key);
        await expect(page.getByLabel('Filter tokens')).toBeFocused();
      }
    },
    'Enter: Open the token': async () => {
      await onRow('Enter');
      await expect(row(page, 'mine')).toHaveAttribute('aria-selected', 'true');
    },
    'Ctrl Shift T: Test all': async () => {
      const before = acme.requests.length;
      await onRow('Control+Shift+t');
      await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
      await expect(page.getByRole('button', { name: 'Test all' })).toBeEnabled();
    },
    'T: Test the token': async () => {
      const before = acme.requests.length;
      await onRow('t');
      await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
    },
    'Ctrl Z: Undo the last change': async () => {
      await page.getByRole('button', { name: 'Edit details' }).click();
      await page.getByLabel('Label').fill('another');
      await page.getByRole('button', { name: 'Save details' }).click();
      await row(page, 'another').focus();
      await keyboard.press('Control+z');
      await expect(row(page, 'mine')).toBeVisible();
    },
    'R: Rotate the token': async () => {
      await onRow('r');
      await expect(row(page, 'mine')).toContainText('Rotating');
    },
    'C: Copy its value': async () => {
      await onRow('c');
      await expect.poll(() => control.readClipboard()).toBe(value);
    },
    'Ctrl 1: Tokens': async () => {
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Activity/ })
        .click();
      await keyboard.press('Control+1');
      await expect(row(page, 'mine')).toBeVisible();
    },
    'Ctrl ,: Settings': async () => {
      await onRow('Control+,');
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Tokens/ })
        .click();
    },
    'F1: Help': async () => {
      await onRow('F1');
      await close('Help');
    },
    '?: This list': async () => {
      await onRow('?');
      await close('Keyboard shortcuts');
    },
    'Ctrl +: Zoom in': () => zoomed('Zoom In', (from, to) => to > from),
    'Ctrl -: Zoom out': () => zoomed('Zoom Out', (from, to) => to < from),
    'Ctrl 0: Actual size': async () => {
      await zoomed('Zoom In', (from, to) => to > from);
      await zoomed('Actual Size', (from, to) => to < from);
    },
    'Ctrl L: Lock': async () => {
      await onRow('Control+l');
      await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    },
    'Ctrl Q: Quit Keyturn': async () => {
      const closed = page.waitForEvent('close');
      await control.clickMenu('File', 'Quit').catch(() => undefined);
      await closed;
    },
  };
  await onRow('?');
  const lines = await dialog('Keyboard shortcuts')
    .locator('dl > div')
    .evaluateAll((shown) =>
      shown.map((line) => {
        const keys = [...line.querySelectorAll('kbd')].map((key) => key.textContent).join(' ');
        return `${keys}: ${line.querySelector('dd')?.textContent}`;
      }),
    );
  expect([...lines].sort()).toEqual(Object.keys(does).sort());
  await keyboard.press('Escape');
  for (const act of Object.values(does)) await act();
});
