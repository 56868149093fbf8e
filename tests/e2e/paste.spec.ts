import { addToken, openWizardAtCapture } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('asks about an uncertain Org URL, and calls nobody before the answer', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const { page } = await start();
  await page.getByRole('button', { name: 'Add token' }).click();
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  const field = wizard.getByLabel('Org URL');
  const { host } = new URL(acme.origin);
  await field.fill(`https//${host}`);
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('alert')).toContainText('The beginning of this is not https://.');
  await expect(wizard.getByRole('alert')).toContainText(`Did you mean ${host}?`);
  await expect(field).toHaveValue(`https//${host}`);
  expect(acme.requests).toEqual([]);
  const choices = wizard.getByRole('group', { name: 'Which one do you mean?' });
  await choices.getByRole('button', { name: host }).click();
  await expect(wizard.getByRole('heading', { name: 'Create in Okta' })).toBeVisible();
  expect(acme.requests.map(({ path }) => path)).toEqual(['/.well-known/okta-organization']);
});

test('asks about two values by place and fingerprint, captures the chosen one, and clears the clipboard', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await openWizardAtCapture(page, acme);
  const wizard = page.getByRole('dialog', { name: 'Add token' });
  const [first, second] = ['one', 'two'].map((name) =>
    acme.org.issueToken({ owner: 'svc-terraform@acme.com', name }),
  );
  const text = `OLD_TOKEN=${first?.value}\nNEW_TOKEN=${second?.value}\n`;
  await control.writeClipboard(text);
  await wizard.getByRole('button', { name: 'Paste from clipboard' }).click();
  const choices = wizard.getByRole('group', { name: /You pasted 2 different values/ });
  await expect(choices.getByRole('button')).toHaveCount(2);
  await expect(choices).toContainText('The second one, line 2, after NEW_TOKEN');
  await expect(wizard.getByRole('button', { name: 'Continue' })).toBeDisabled();
  expect(await control.readClipboard()).toBe(text);
  expect(await page.content()).not.toContain(second?.value.slice(2, 20));
  await choices.getByRole('button', { name: /NEW_TOKEN/ }).click();
  await expect(wizard.getByRole('status')).toContainText('Captured a token');
  await expect(choices).toHaveCount(0);
  expect(await control.readClipboard()).toBe('');
  await wizard.getByRole('button', { name: 'Continue' }).click();
  await expect(wizard.getByRole('status')).toHaveText(/^Working\./);
  const used = acme.requests.findLast(({ path }) => path === '/api/v1/users/me');
  expect(used?.headers.authorization).toBe(`SSWS ${second?.value}`);
});

test('a rotation asks which of two values is the new token', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const issue = (name: string) => acme.org.issueToken({ owner: 'svc-terraform@acme.com', name });
  await addToken(app, acme, { value: issue('old').value, label: 'tf' });
  await page.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Rotating tf' })).toBeVisible();
  const [first, second] = [issue('new'), issue('newer')];
  await control.writeClipboard(`${first.value} ${second.value}`);
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  const choices = page.getByRole('group', { name: /You pasted 2 different values/ });
  await choices.getByRole('button', { name: 'The second one' }).click();
  await expect(page.getByText('New token captured and tested')).toBeVisible();
  expect(await control.readClipboard()).toBe('');
  const tested = acme.requests.filter(({ headers }) => headers.authorization === `SSWS ${second.value}`);
  expect(tested.length).toBeGreaterThan(0);
  expect(acme.requests.filter(({ headers }) => headers.authorization === `SSWS ${first.value}`)).toEqual([]);
});
