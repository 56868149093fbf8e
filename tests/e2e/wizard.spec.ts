import { addToken, openWizardAtCapture, pasteAndContinue, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('adds a token by the clipboard: each step, the value passed by, saved and tested with one click', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;

  await expect(page.getByText('No tokens yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add token' }).click();
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await expect(wizard.getByRole('heading', { name: 'Org', exact: true })).toBeVisible();
  await wizard.getByLabel('Org URL').fill(`${acme.origin}/app/UserHome?x=1`);
  await wizard.getByRole('button', { name: 'Continue' }).click();

  await expect(wizard.getByRole('heading', { name: 'Create in Okta' })).toBeVisible();
  await expect(wizard).toContainText(`acme.localhost:${acme.port}`);
  await expect(wizard).toContainText('Left out the path');
  await wizard.getByRole('button', { name: 'Open Admin Console' }).click();
  await expect.poll(() => control.opened()).toEqual([acme.adminUrl]);
  await wizard.getByRole('button', { name: 'Copy name' }).click();
  await expect.poll(() => control.readClipboard()).toMatch(/^terraform-prod-\d{4}-\d{2}$/);
  await wizard.getByRole('button', { name: 'Continue' }).click();

  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform-prod-2026-11' });
  await control.writeClipboard(`  "${token.value}"\n`);
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  const captured = wizard.getByRole('status');
  await expect(captured).toContainText('Captured a token');
  await expect(captured).toContainText(/Fingerprint [0-9a-f]{4} [0-9a-f]{4}/);
  await expect(captured).toContainText('Quotes around it were left out');
  await expect(captured).toContainText('The clipboard has been cleared');
  expect(await control.readClipboard()).toBe('');
  await wizard.getByRole('button', { name: 'Continue' }).click();

  await expect(wizard.getByRole('heading', { name: 'Test', exact: true })).toBeVisible();
  await expect(wizard.getByRole('status')).toHaveText(
    /^Working\. Accepted by acme\.localhost:\d+ as svc-terraform@acme\.com/,
  );
  await expect(wizard.getByRole('list', { name: 'Checks' }).getByRole('listitem')).toHaveCount(8);
  await wizard.getByRole('button', { name: 'Continue' }).click();

  await expect(wizard.getByRole('heading', { name: 'Save' })).toBeVisible();
  await expect(wizard).toContainText('encrypted with GNOME Keyring on this computer');
  await expect(wizard.getByLabel('Label')).toHaveValue('terraform-prod-2026-11');
  await expect(wizard.getByLabel('Rotate every (days)')).toHaveValue('90');
  for (const [field, wrong, words, right] of [
    ['Label', '   ', 'The label is empty', 'terraform-prod-2026-11'],
    ['Rotate every (days)', '0', 'whole number from 1 to 3650', '90'],
  ] as const) {
    await wizard.getByLabel(field).fill(wrong);
    await wizard.getByRole('button', { name: 'Save token' }).click();
    await expect(wizard.getByRole('alert')).toContainText(words);
    await expect(wizard.getByRole('alert')).toBeInViewport({ ratio: 0.9 });
    await expect(wizard.getByLabel(field)).toBeFocused();
    await wizard.getByLabel(field).fill(right);
  }
  await wizard.getByLabel('Tags').fill('infra, nightly');
  await wizard.getByLabel('Where it is used').fill('GitHub Actions: acme/infra\ncron on batch-2');
  await wizard.getByRole('button', { name: 'Save token' }).click();

  await expect(row(page, 'terraform-prod-2026-11')).toContainText('Healthy');
  await expect(page.getByRole('main')).toContainText('GitHub Actions (acme/infra), cron on batch-2');

  // Keyturn offers the recovery key beside the list, so that nothing comes between a first token and its test.
  const offer = page.getByRole('region', { name: 'Recovery key' });
  await expect(offer).toBeVisible();
  const before = acme.requests.length;
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect.poll(() => acme.requests.length - before).toBe(3);
  await expect(result(page)).toHaveText(/^Working\./);
  await offer.getByRole('button', { name: 'Not now' }).click();
  await expect(offer).toHaveCount(0);
  await expect(row(page, 'terraform-prod-2026-11')).toBeFocused();
});

test('adds a token by hand: empties the field, and names slips', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const { page } = await start();
  await openWizardAtCapture(page, acme);
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await wizard.getByRole('button', { name: 'Enter it by hand' }).click();
  const field = wizard.getByLabel('API token');

  await field.fill('00T94e3cn9kSEO3c51s5');
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('alert')).toContainText("the token's ID, not its value");
  await field.fill('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.sig');
  await field.press('Enter');
  await expect(wizard.getByRole('alert')).toContainText('OAuth access token');
  await expect(wizard.getByRole('alert')).not.toContainText('clipboard');

  const { value } = acme.org.issueToken({ owner: 'svc-siem@acme.com', name: 'siem' });
  await field.fill(`SSWS ${value}`);
  await field.press('Enter');
  await expect(wizard.getByRole('heading', { name: 'Test', exact: true })).toBeVisible();
  await expect(wizard.getByRole('status')).toHaveText(/^Working\./);
  await wizard.getByRole('button', { name: 'Back' }).click();
  await expect(wizard.getByRole('status')).toContainText('"SSWS " in front was left out');
  await expect(wizard.getByLabel('API token')).toHaveCount(0);
});

test('reports an empty clipboard and other text, and leaves the clipboard alone', async ({ start, fake }) => {
  const { page, control } = await start();
  await openWizardAtCapture(page, fake.org('acme'));
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(wizard.getByRole('alert')).toContainText('The clipboard holds no text');
  await control.writeClipboard('Dear diary, today\nI went for a walk.');
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(wizard.getByRole('alert')).toContainText('several lines');
  expect(await control.readClipboard()).toContain('Dear diary');
  await expect(wizard.getByRole('button', { name: 'Continue' })).toBeDisabled();
});

test('does not show a refusal after a capture as the capture, and shows a long refusal whole', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await openWizardAtCapture(page, acme);
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await control.writeClipboard('00AbcdefghijklmnopqrstuvwxyzAB');
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(wizard.getByRole('status')).toContainText('It has 30 characters');
  await control.writeClipboard('00T94e3cn9kSEO3c51s5');
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(wizard.getByRole('alert')).toContainText("the token's ID");
  await expect(wizard.getByRole('status')).toHaveCount(0);
  await expect(wizard).toContainText('The value that you captured before is still here');
  await wizard.getByRole('button', { name: 'Continue' }).click();

  await expect(wizard.getByText('Why it failed')).toBeVisible();
  await expect(wizard).toContainText('It has 30 characters');
  const squeezed = await wizard
    .getByRole('status')
    .first()
    .evaluate((result) => result.scrollHeight - result.clientHeight);
  expect(squeezed).toBe(0);
});

test('Back loses nothing, and the wizard says that an address is no org', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await page.getByRole('button', { name: 'Add token' }).click();
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  for (const [input, words] of [
    ['{yourOktaDomain}', 'placeholder'],
    ['acme.okta.com.com', '.com twice'],
    ['https://ada@acme.okta.com', 'user name'],
    ['https://localhost:9', 'could not be made'],
  ] as const) {
    await wizard.getByLabel('Org URL').fill(input);
    await wizard.getByRole('button', { name: 'Continue' }).click();
    await expect(wizard.getByRole('alert')).toContainText(words);
    await expect(wizard.getByLabel('Org URL')).toHaveValue(input);
  }
  acme.faults.add({ kind: 'html', status: 200 });
  await wizard.getByLabel('Org URL').fill(acme.origin);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('alert')).toContainText('not as an Okta org does');
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByRole('button', { name: 'I already have a token' }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await pasteAndContinue(app, value);
  await expect(wizard.getByRole('status')).toHaveText(/^Working\./);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await wizard.getByLabel('Label').fill('my label');
  await wizard.getByLabel('Purpose').fill('a purpose');
  for (const heading of ['Test', 'Capture', 'Create in Okta', 'Org']) {
    await wizard.getByRole('button', { name: 'Back' }).click();
    await expect(wizard.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await expect(wizard.getByLabel('Org URL')).toHaveValue(acme.origin);
  const asked = acme.requests.filter(({ path }) => path === '/api/v1/users/me').length;
  for (const heading of ['Create in Okta', 'Capture', 'Test', 'Save']) {
    await wizard.getByRole('button', { name: 'Continue' }).click();
    await expect(wizard.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await expect(wizard.getByLabel('Label')).toHaveValue('my label');
  await expect(wizard.getByLabel('Purpose')).toHaveValue('a purpose');
  expect(acme.requests.filter(({ path }) => path === '/api/v1/users/me')).toHaveLength(asked);
});

test('leaving the wizard midway asks; Stay here keeps the draft, Discard saves nothing', async ({
  start,
  fake,
}) => {
  const app = await start();
  const { page } = app;
  await page.getByRole('button', { name: 'Add token' }).click();
  await expect(page.getByLabel('Org URL')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Add token' })).toHaveCount(0);

  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await openWizardAtCapture(page, fake.org('acme'));
  await pasteAndContinue(app, value);
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await leave();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await expect(page.getByRole('heading', { name: 'Test', exact: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog', { name: 'Add token' })).toHaveCount(0);
  await expect(page.getByText('No tokens yet')).toBeVisible();
});

test('saves a failed test only by "Save anyway", and names a value that is already kept', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const token = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  acme.org.revoke(token.id);
  await openWizardAtCapture(page, acme);
  await pasteAndContinue(app, token.value);
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  await expect(wizard.getByRole('status')).toHaveText(/^Not accepted\./);
  await expect(wizard.getByRole('button', { name: 'Test again' })).toBeVisible();
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('button', { name: 'Save token' })).toHaveCount(0);
  await wizard.getByLabel('Label').fill('dead one');
  await wizard.getByRole('button', { name: 'Save anyway' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(row(page, 'dead one')).toContainText('Failing');

  await openWizardAtCapture(page, acme);
  await app.control.writeClipboard(token.value);
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(wizard.getByRole('status')).toContainText('already keeps this value as dead one');
});

test('never mixes two orgs or two owners', async ({ start, fake }) => {
  const app = await start();
  const { page } = app;
  const production = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 'same' });
  const preview = fake.org('acme-preview').org.issueToken({ owner: 'svc-siem@acme.com', name: 'same' });
  await addToken(app, fake.org('acme'), { value: production.value, label: 'same' });
  await addToken(app, fake.org('acme-preview'), { value: preview.value, label: 'same' });
  const rows = page.getByRole('grid', { name: 'Tokens' }).getByRole('row', { name: /^same,/ });
  await expect(rows).toHaveCount(2);
  for (const [org, owner] of [
    ['acme', 'svc-terraform'],
    ['acme-preview', 'svc-siem'],
  ] as const) {
    fake.org(org).requests.length = 0;
    await page.getByRole('row', { name: new RegExp(`^same, ${org}\\.localhost`) }).click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    // The earlier result has the same words, so the test waits for the calls instead.
    await expect.poll(() => fake.org(org).requests.length).toBe(3);
    await expect(result(page)).toContainText(`${owner}@acme.com`);
    const value = org === 'acme' ? production.value : preview.value;
    expect(new Set(fake.org(org).requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`SSWS ${value}`]),
    );
  }
});

test('each name that others rely on matches one element in the whole window, even as part of a name', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const only = async (...names: readonly string[]) => {
    for (const name of names) await expect(page.getByRole('button', { name }), name).toHaveCount(1);
  };
  await only('Add token', 'Lock');
  await page.getByRole('button', { name: 'Add token' }).click();
  await only('Continue');
  await expect(page.getByLabel('Org URL')).toHaveCount(1);
  await page.getByLabel('Org URL').fill(acme.origin);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Create in Okta' }).waitFor();
  await only('Open Admin Console', 'Continue', 'Back');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Capture' }).waitFor();
  await only('Paste from clipboard', 'Enter it by hand', 'Continue', 'Back');
  await page.getByRole('button', { name: 'Enter it by hand' }).click();
  await expect(page.getByLabel('API token')).toHaveCount(1);
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'named' });
  await page.getByLabel('API token').fill(value);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Test', exact: true }).waitFor();
  await only('Continue', 'Back');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Save' }).waitFor();
  await only('Save token', 'Back');
  for (const label of ['Label', 'Rotate every (days)'])
    await expect(page.getByLabel(label), label).toHaveCount(1);
  await page.getByLabel('Label').fill('named');
  await page.getByRole('button', { name: 'Save token' }).click();
  await expect(page.getByRole('grid', { name: 'Tokens' }).getByRole('row')).toHaveCount(1);
  await only('Add token', 'Test all', 'Rotate', 'Remove from Keyturn', 'Lock');
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toHaveCount(1);
});
