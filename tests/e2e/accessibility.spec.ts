import { serious } from '../support/axe.ts';
import { rivalButtons } from '../support/primaries.ts';
import { allow, freePort, script } from '../support/program.ts';
import { addToken, openWizardAtCapture, pasteAndContinue, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

// Each test opens every screen, and axe is slow on a busy machine.
test.setTimeout(300_000);

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${theme}`, async ({ start, fake }) => {
    const acme = fake.org('acme');
    const app = await start();
    const { page } = app;
    await expect(page.getByText('No tokens yet')).toBeVisible();
    await page.evaluate((wanted) => window.keyturn.settings.set({ change: { theme: wanted } }), theme);
    // The page changes its theme a moment later. axe must not measure contrast in the middle of that.
    await expect
      .poll(() => page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
      .toBe(theme === 'dark');
    const look = async (where: string) => {
      expect(await serious(page), where).toEqual([]);
      expect.soft(await rivalButtons(page), `${where}: one main button`).toEqual([]);
    };
    await look('empty');

    const good = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'good' });
    await page.getByRole('button', { name: 'Add token' }).click();
    await look('wizard, Org');
    await page.getByLabel('Org URL').fill('okta.com');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
    await look('wizard, Org refused');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await look('wizard, leaving');
    await page.getByRole('button', { name: 'Discard' }).click();
    await openWizardAtCapture(page, acme);
    await page.getByRole('button', { name: 'Back' }).click();
    await look('wizard, Create in Okta');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Enter it by hand' }).click();
    await look('wizard, Capture');
    await pasteAndContinue(app, good.value);
    await page.getByRole('status').waitFor();
    await look('wizard, Test');
    await page.getByRole('button', { name: 'Continue' }).click();
    await look('wizard, Save');
    await page.getByRole('button', { name: 'Save token' }).click();
    await page.getByRole('button', { name: 'Make a recovery key' }).click();
    await page.getByTestId('recovery-key').waitFor();
    await look('recovery key');
    await page.getByLabel('I have written it down').check();
    await page.getByRole('button', { name: 'Done' }).click();

    const bad = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'bad' });
    acme.org.revoke(bad.id);
    await addToken(app, acme, { value: bad.value, label: 'failing' });
    await look('list and failing token');
    for (const tab of ['Access', 'Usage', 'Programs', 'Rotation', 'OAuth', 'Activity']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await look(tab);
    }
    await page.getByRole('tab', { name: 'Programs', exact: true }).click();
    const programsPort = await freePort();
    await page.evaluate(
      (port) => window.keyturn.settings.set({ change: { programsPort: port } }),
      programsPort,
    );
    await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
    await look('Use, open to programs');
    const { said } = script(`http://127.0.0.1:${programsPort}/failing/api/v1/users/me`);
    await expect(page.getByRole('button', { name: 'Allow once' })).toBeEnabled();
    await look('a program asks');
    await allow(app, 'Allow until lock');
    await said;
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await look('Use, a program was allowed, the rules');
    for (const name of ['Overview', 'Upcoming', 'Inventory']) {
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await look(name);
    }
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Tokens/ })
      .click();
    await page.keyboard.press('Control+k');
    await look('palette');
    await page.keyboard.press('Escape');
    for (const topic of ['One token', 'What is new']) {
      if (topic === 'One token') await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Help' }).getByRole('button', { name: topic }).click();
      await look(`help, ${topic}`);
    }
    await page.keyboard.press('Escape');
    for (const name of ['Activity', 'Settings']) {
      await page.getByRole('button', { name, exact: true }).click();
      await look(name);
    }
    await page.getByRole('button', { name: 'Make a new data key' }).click();
    await look('new data key');
    await page.keyboard.press('Escape');
    // The lock screen shows a moment before the page reloads, and axe needs a page that stays.
    const afresh = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await afresh;
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
    await look('locked');
  });
}

test('axe finds nothing serious without a keyring', async ({ start }) => {
  const { page } = await start({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } });
  await page.getByRole('heading', { name: 'This computer has no keyring' }).waitFor();
  expect(await serious(page)).toEqual([]);
});

test('forced colours show what is chosen and what is on', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, fake.org('acme'), { value, label: 'mine' });
  await page.emulateMedia({ forcedColors: 'active' });
  for (const chosen of [
    row(page, 'mine'),
    page.getByRole('tab', { name: 'Overview', exact: true }),
    page.getByRole('navigation').getByRole('button', { name: /^Tokens/ }),
  ]) {
    await expect(chosen).toHaveCSS('outline-style', 'solid');
  }
  await expect(page.getByRole('tab', { name: 'Access', exact: true })).toHaveCSS('outline-style', 'none');
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  const one = (name: string) => page.getByRole('switch', { name, exact: true });
  await expect(one('Quiet hours')).toHaveCSS('box-shadow', /inset/);
  const off = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('[role="switch"]:not(:checked)')).backgroundColor`,
  );
  await expect(one('Quiet hours')).toHaveCSS('background-color', off);
  await expect(one('Notifications')).not.toHaveCSS('background-color', off);
});
