import { createPrivateKey } from 'node:crypto';
import { filesWith, heapOf } from '../support/leaks.ts';
import { makeApp, makeKey, planFor } from '../support/oauth.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('an app’s private key and its access tokens are in no page, no message to it, no log and no file in the clear', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'canary' });
  await addToken(app, acme, { value, label: 'canary' });
  const scopes = await planFor(page, 'canary', 'Reporting');
  await control.ipc();
  const made = await makeApp(page, acme, await makeKey(page), scopes);
  acme.requests.length = 0;
  for (const dpop of [true, false]) {
    made.setDpop(dpop);
    await page.getByRole('button', { name: 'Test the app' }).click();
    await expect(page.getByRole('tabpanel')).toContainText(
      dpop ? 'demands a proof' : 'takes plain Bearer tokens',
    );
  }
  await page.getByRole('button', { name: 'Copy private key' }).click();
  await expect(page.getByText(/Clipboard clears in/)).toBeVisible();
  const pem = await control.readClipboard();
  // The second key of a rotation, and then the same key as the app's own.
  await page.getByRole('row', { name: /^canary \(app\),/ }).click();
  await page.getByRole('tab', { name: 'Key', exact: true }).click();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Rotate key').click();
  const newKey = JSON.parse((await page.getByText(/"kty"/).textContent()) ?? '');
  made.addKey(newKey);
  await button('Test the new key').click();
  await button('Use the new key').click();
  made.setKeyActive(made.keys[0]?.kid ?? '', false);
  await button('Check the old key').click();
  await expect(page.getByRole('heading', { name: 'The key was rotated, with proof' })).toBeVisible();
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await button('Copy private key').click();
  await expect.poll(() => control.readClipboard()).not.toBe(pem);
  const newPem = await control.readClipboard();

  // The copied form of the key, its numbers, and each access token that went out.
  const parts = [pem, newPem].flatMap((one) => {
    const { d = '', p = '' } = createPrivateKey(one).export({ format: 'jwk' });
    const body = one.split('\n').slice(1, -2);
    return [body[3], body[8], d.slice(40, 100), p.slice(20, 80)];
  });
  const accessTokens = acme.requests.flatMap(
    ({ headers }) => /^(?:DPoP|Bearer) (.+)$/.exec(headers.authorization ?? '')?.[1] ?? [],
  );
  expect(new Set(accessTokens).size).toBeGreaterThan(2);
  const secrets = [...new Set(parts), ...new Set(accessTokens)].map(String);
  expect(new Set(parts).size).toBe(8);
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(50);

  const messages = JSON.stringify(await control.ipc());
  const heap = await heapOf(page);
  const content = await page.content();
  expect(messages).toContain(made.clientId);
  expect(heap).toContain(made.clientId);
  await app.quit();
  const looked = secrets.map((secret) => ({
    messages: messages.includes(secret),
    heap: heap.includes(secret),
    content: content.includes(secret),
    output: app.output().includes(secret),
    files: filesWith(folder, secret),
  }));
  const nowhere = { messages: false, heap: false, content: false, output: false, files: [] };
  expect(looked).toEqual(secrets.map(() => nowhere));
  // The file holds no Client ID either.
  expect(filesWith(folder, made.clientId).filter((file) => !file.includes('/chromium/'))).toEqual([]);
});
