import { ask } from '../support/ask-bridge.ts';
import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { profile } from '../unit/main/samples.ts';

const owners = ['svc-terraform', 'svc-siem', 'svc-scim', 'svc-hr-sync'];

test('the list filters while typing, moves by arrows, tests by one click and opens by Enter', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  for (const owner of owners) {
    const { value } = acme.org.issueToken({ owner: `${owner}@acme.com`, name: owner });
    await addToken(app, acme, { value, label: `${owner}-2026` });
  }
  await app.quit();
  const again = await start();
  const list = again.page.getByRole('grid', { name: 'Tokens' });
  await expect(list.getByRole('row')).toHaveCount(4);
  await expect(list).toContainText('Healthy, 4');

  await again.page.keyboard.type('siem');
  await expect(list.getByRole('row')).toHaveCount(1);
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('heading', { name: 'svc-siem-2026' })).toBeVisible();
  await again.page.keyboard.press('Escape');
  await expect(list.getByRole('row')).toHaveCount(4);
  await again.page.keyboard.type('no such thing');
  await expect(again.page.getByText('No token matches')).toBeVisible();
  await again.page.getByRole('button', { name: 'Show all tokens' }).click();
  await expect(list.getByRole('row')).toHaveCount(4);

  await again.page.getByLabel('Filter tokens').focus();
  await again.page.keyboard.press('ArrowDown');
  await again.page.keyboard.press('ArrowDown');
  const focused = again.page.locator('[role=row]:focus');
  await expect(focused).toHaveCount(1);
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  const before = acme.requests.length;
  await again.page.keyboard.press('t');
  await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
  await again.page.keyboard.press('/');
  await expect(again.page.getByLabel('Filter tokens')).toBeFocused();
});

test('the list and the palette find a name without its accents, in other widths and in the other kana', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (const label of ['Café Zürich', 'トークン 本番']) {
    const { value } = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: label });
    await addToken(app, acme, { value, label });
  }
  const rows = page.getByRole('grid', { name: 'Tokens' }).getByRole('row');
  for (const [typed, label] of [
    ['cafe zurich', 'Café Zürich'],
    ['ＣＡＦＥ', 'Café Zürich'],
    ['ﾄｰｸﾝ', 'トークン 本番'],
    ['とーくん', 'トークン 本番'],
  ] as const) {
    await page.getByLabel('Filter tokens').fill(typed);
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(label);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(typed);
    await expect(page.getByRole('option').first()).toContainText(label);
    await page.keyboard.press('Escape');
  }
});

test('all rows share one Tab stop', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (const owner of owners.slice(0, 3)) {
    const { value } = acme.org.issueToken({ owner: `${owner}@acme.com`, name: owner });
    await addToken(app, acme, { value, label: owner });
  }
  await page.getByLabel('Filter tokens').focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator('[role=row]:focus')).toHaveCount(0);
});

test('a long list has only the rows in sight in the page, and the keys reach all of them', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (let n = 10; n < 50; n++) {
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: `t${n}` });
    const { draftId } = await ask<{ draftId: string }>(page, 'wizard.begin');
    await ask(page, 'wizard.checkOrg', { draftId, input: acme.origin });
    await ask(page, 'wizard.captureTyped', { draftId, value });
    await ask(page, 'wizard.save', { draftId, profile: profile(`t${n}`), anyway: true });
  }
  const grid = page.getByRole('grid', { name: 'Tokens' });
  await expect(grid).toHaveAttribute('aria-rowcount', '40');
  expect(await grid.getByRole('row').count()).toBeLessThan(30);
  const focused = page.locator('[role=row]:focus');
  await page.getByLabel('Filter tokens').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-rowindex', '40');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  await expect(focused).toBeInViewport();
  await expect(page.getByRole('heading', { name: 't49' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(focused).not.toHaveAttribute('aria-rowindex', '40');
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('aria-rowindex', '1');
  await expect(focused).toBeInViewport();

  // Scrolled out of sight, the row keeps the focus and the Tab stop.
  await grid.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(row(page, 't49')).toBeInViewport();
  await expect(focused).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAttribute('aria-rowindex', '2');
  await expect(focused).toBeInViewport();

  // The palette opens a token that is out of sight, and the list shows it.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or token' }).fill('t47');
  await page.keyboard.press('Enter');
  await expect(row(page, 't47')).toBeInViewport();

  // The focus stays in the list when its row leaves it.
  await row(page, 't47').click();
  await page.getByLabel('Filter tokens').fill('t47');
  await expect(grid.getByRole('row')).toHaveCount(1);
  await page.getByLabel('Filter tokens').fill('');
  await row(page, 't47').click();
  await expect(focused).toHaveAttribute('aria-label', /^t47,/);
  const tokens = await ask<{ id: string; label: string }[]>(page, 'tokens.list');
  await ask(page, 'tokens.remove', { tokenId: tokens.find(({ label }) => label === 't47')?.id });
  await expect(row(page, 't47')).toHaveCount(0);
  await expect(focused).toHaveCount(1);
});

test('Test all shows progress over two orgs, can be cancelled, and keeps every result', async ({
  start,
  fake,
}) => {
  const app = await start();
  const { page } = app;
  for (const org of ['acme', 'acme-preview']) {
    for (const owner of owners.slice(0, 2)) {
      const { value } = fake.org(org).org.issueToken({ owner: `${owner}@acme.com`, name: owner });
      await addToken(app, fake.org(org), { value, label: `${owner}-${org}` });
    }
  }
  for (const org of ['acme', 'acme-preview']) fake.org(org).requests.length = 0;
  await page.getByRole('button', { name: 'Test all' }).click();
  await expect(page.getByText('Tested 4 of 4')).toBeVisible();
  for (const org of ['acme', 'acme-preview']) {
    expect(fake.org(org).requests.filter(({ path }) => path === '/api/v1/users/me')).toHaveLength(2);
  }
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  for (const org of ['acme', 'acme-preview'])
    fake.org(org).faults.add({ kind: 'latency', ms: 4_000 }, { times: 50 });
  await page.getByRole('button', { name: 'Test all' }).click();
  await expect(page.getByRole('progressbar', { name: 'Test all' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText(/Cancelled after \d of 4/)).toBeVisible();

  await page.getByRole('button', { name: 'Activity' }).click();
  // The window opened, four tokens were added, and four were tested again.
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(9);
  await page.getByLabel('Filter activity').fill('svc-siem-acme-preview');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
});

test('Copy: the value and ready texts, by main, and the clipboard clears itself', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'copied' });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText(/Clipboard clears in \d+ s/)).toBeVisible();
  expect(await control.readClipboard()).toBe(value);
  expect(JSON.stringify(await control.clipboardFormats())).toContain('x-kde-passwordManagerHint');
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  for (const [name, wanted] of [
    ['curl', `Authorization: SSWS ${value}`],
    ['.env', `OKTA_CLIENT_TOKEN=${value}`],
    ['Terraform', 'provider "okta"'],
    ['SDK configuration', 'orgUrl'],
  ] as const) {
    await page.getByRole('button', { name: `Copy ${name}` }).click();
    await expect.poll(() => control.readClipboard()).toContain(wanted);
    expect(await control.readClipboard()).toContain(value);
  }
  expect(await page.content()).not.toContain(value);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect.poll(() => control.readClipboard()).toBe('');
});

test('edits details in place, and removes a token only after asking', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'before' });
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Label').fill('after');
  await page.getByLabel('Rotate every (days)').fill('3');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(row(page, 'after')).toContainText('Rotation due');
  await page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(row(page, 'after')).toBeVisible();
  await page.getByRole('button', { name: 'Remove from Keyturn' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  await expect(page.getByRole('navigation')).not.toContainText('acme.localhost');
  expect(acme.org.tokens).toHaveLength(1);
});

test('the palette finds tokens and commands, and the menu and the shortcut sheet open', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'nightly' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or token' }).fill('test nightly');
  const before = acme.requests.length;
  await page.keyboard.press('Enter');
  await expect.poll(() => acme.requests.length).toBeGreaterThan(before);
  await expect(result(page)).toHaveText(/^Working\./);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
  await control.clickMenu('File', 'Settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'Add token' })).toBeVisible();
});
