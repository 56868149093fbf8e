import { allow, askDialog, openDoor, script } from '../support/program.ts';
import { expect, test } from '../support/test.ts';

test('a person shuts the door while Okta answers: the call ends at once, and the program and the list say why', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  // Okta answers after this test's own end, so nothing but Keyturn can end the call.
  acme.faults.add({ kind: 'latency', ms: 120_000 }, { path: /users\/me$/ });
  acme.requests.length = 0;
  const { said } = script(`${address}/api/v1/users/me`);
  await allow(app, 'Allow until lock');
  await expect.poll(() => acme.requests.length).toBe(1);
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  expect(await said).toMatch(/^403 .*a person changed what programs may do/s);
  await expect(page.getByRole('table', { name: 'Last calls' })).toContainText(
    'Keyturn ended this call, because a person changed what programs may do',
  );
});

test('a person locks Keyturn while Okta answers: the call ends at once, and the program is told why', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  acme.faults.add({ kind: 'latency', ms: 120_000 }, { path: /users\/me$/ });
  acme.requests.length = 0;
  const { said } = script(`${address}/api/v1/users/me`);
  await allow(app, 'Allow until lock');
  await expect.poll(() => acme.requests.length).toBe(1);
  await expect(askDialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  expect(await said).toMatch(/^503 .*Keyturn was locked while the call was open/s);
});
