import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProxy } from '../fake-okta/proxy.ts';
import { startFakeOkta } from '../fake-okta/server.ts';
import { makeCertificate } from '../support/made-certificate.ts';
import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('uses a proxy with a password for every call, and does not show the password again', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const proxy = await startProxy({ auth: 'ann:s3cret-word' });
  try {
    const app = await start();
    const { page, control } = app;
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
    await addToken(app, acme, { value, label: 'mine' });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Proxy', { exact: true }).selectOption('custom');
    const field = page.getByLabel('Proxy address');
    const { host } = new URL(proxy.url);
    await field.fill(`http://ann:s3cret-word@${host}`);
    // Nobody says yes in the system's dialog, so Keyturn keeps nothing.
    await page.getByRole('button', { name: 'Save proxy' }).click();
    await expect
      .poll(async () => (await control.messageBoxes()).at(-1))
      .toMatchObject({
        message: 'Send calls to Okta through another proxy?',
        detail: expect.stringContaining(`Proxy: http://${host}`),
        buttons: ['Cancel', 'Use this proxy'],
        defaultId: 0,
      });
    expect(await page.evaluate(() => window.keyturn.settings.get())).toMatchObject({
      value: { proxy: { mode: 'system' } },
    });
    await control.answerDialog({ response: 1 });
    await page.getByRole('button', { name: 'Save proxy' }).click();
    await expect(field).toHaveValue(`http://ann:****@${host}/`);
    expect(await page.content()).not.toContain('s3cret-word');

    // Saving it again as shown keeps the password and asks nobody.
    await page.getByRole('button', { name: 'Save proxy' }).click();
    await page.getByRole('button', { name: /^Tokens/ }).click();
    await row(page, 'mine').click();
    const before = acme.requests.length;
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect.poll(() => acme.requests.length - before).toBe(3);
    await expect(result(page)).toHaveText(/^Working\./);
    expect(proxy.asked).not.toEqual([]);

    await page.getByRole('button', { name: 'Settings' }).click();
    await field.fill('http://ann:****@elsewhere.example:8080');
    await page.getByRole('button', { name: 'Save proxy' }).click();
    await expect(page.getByRole('alert')).toContainText('Keyturn cannot use it for another address');
    await expect(field).toHaveValue('http://ann:****@elsewhere.example:8080');
  } finally {
    proxy.close();
  }
});

test('blocks screenshots while its switch is on, and starts minimised on demand', async ({ start }) => {
  const app = await start();
  const { page, control } = app;
  await page.getByRole('button', { name: 'Settings' }).click();
  expect(await control.windows()).toMatchObject([{ contentProtected: true, minimized: false }]);
  await expect(page.getByRole('switch', { name: 'Keep out of screenshots' })).toBeChecked();
  await page.getByRole('switch', { name: 'Keep out of screenshots' }).click();
  await expect.poll(() => control.windows()).toMatchObject([{ contentProtected: false }]);
  await page.getByRole('switch', { name: 'Start minimised' }).click();
  await expect(page.getByRole('switch', { name: 'Start minimised' })).toBeChecked();
  await app.quit();
  const again = await start();
  expect(await again.control.windows()).toMatchObject([{ contentProtected: false, minimized: true }]);
});

test('keeps the certificates of an extra CA file, and trusts those of another file only after a dialog of the system', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const file = join(folder, 'company.pem');
  writeFileSync(file, fake.caPem);
  const stranger = await startFakeOkta();
  const strangersPem = stranger.caPem;
  await stranger.close();
  const app = await start({ extraCa: '' });
  const { page, control } = app;
  const settings = () => page.getByRole('button', { name: 'Settings' }).click();
  const test = async (words: RegExp) => {
    await page.getByRole('button', { name: /^Tokens/ }).click();
    await row(page, 'mine').click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(result(page)).toHaveText(words);
  };
  await settings();
  await control.answerDialog({ canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText(/^Trusts .* besides the system\.$/)).toBeVisible();
  await page.getByRole('button', { name: /^Tokens/ }).click();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });

  // Another program puts its own authority into the file. Settings says so, and Keyturn uses the kept certificates.
  writeFileSync(file, strangersPem);
  await settings();
  const said = page.getByText(/has other certificates now/);
  await expect(said).toBeVisible();
  await test(/^Working\./);
  await settings();
  await control.answerDialog({ response: 0 });
  await page.getByRole('button', { name: 'Trust these' }).click();
  await expect(said).toBeVisible();
  await test(/^Working\./);

  // The person says yes. Keyturn now trusts only the new certificates.
  await settings();
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Trust these' }).click();
  await expect(said).toHaveCount(0);
  await test(/^(?!Working).*certificate/s);

  // Keyturn still trusts the kept certificates without the file.
  writeFileSync(file, fake.caPem);
  await settings();
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Trust these' }).click();
  await expect(said).toHaveCount(0);
  rmSync(file);
  await test(/^Working\./);
});

test('refuses a CA file that is of no use or has a private key, says why, and keeps nothing of it', async ({
  start,
  folder,
}) => {
  const old = await makeCertificate({ name: 'Acme old root', days: [-300, -20] });
  const key = await makeCertificate({ name: 'Acme root' });
  const file = join(folder, 'company.pem');
  const { page, control } = await start({ extraCa: '' });
  await page.getByRole('button', { name: 'Settings' }).click();
  for (const [text, says] of [
    [old.pem, /Acme old root expired on .* Ask the person who gave you the file/],
    [`${key.pem}${key.keyPem}`, /The file has a private key\./],
  ] as const) {
    writeFileSync(file, text);
    await control.answerDialog({ canceled: false, filePaths: [file] });
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByText(/^Trusts /)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  }
});

test('keeps both ends of the quiet hours over a restart', async ({ start }) => {
  let app = await start();
  const end = (name: string) => app.page.getByRole('group', { name });
  const type = async (name: string, digits: string) => {
    await end(name).getByRole('spinbutton').first().click();
    await app.page.keyboard.type(digits);
  };
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByRole('switch', { name: 'Quiet hours' }).click();
  await expect(end('Quiet from')).toHaveText(/^\W*22:00\W*$/);
  await type('Quiet from', '2115');
  await type('Quiet until', '0645');
  // The record has the setting's own name.
  await app.page.getByRole('button', { name: 'Activity' }).click();
  await expect(
    app.page.getByText('"Quiet hours" was changed from "22:00 to 07:00" to "21:15 to 07:00".').first(),
  ).toBeVisible();
  await app.quit();
  app = await start();
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await expect(end('Quiet from')).toHaveText(/^\W*21:15\W*$/);
  await expect(end('Quiet until')).toHaveText(/^\W*06:45\W*$/);
});
