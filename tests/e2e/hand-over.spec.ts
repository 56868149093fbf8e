import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { button, keepOne, readIf, toHandOver } from '../support/rotation.ts';
import { expect, test } from '../support/test.ts';

test('a consumer gets the new value by its own command, approved once, and by an .env file', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  const [got, env] = [join(folder, 'got'), join(folder, 'app.env')];
  // The file has Latin-1, a key inside another value, and a value over several lines.
  const around = ['NAME=M\xfcller\r\nPEM="x\nOKTA_API_TOKEN=y"\r\nOKTA_API_TOKEN="', '" # mine\r\nB=1'];
  writeFileSync(env, Buffer.from(around.join('one\ntwo'), 'latin1'));

  await button(page, 'Add consumer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('a file');
  await page.getByLabel('How it gets the new token').selectOption('A file such as .env');
  await control.answerDialog({ canceled: false, filePaths: [env] });
  await button(page, 'Choose file').click();
  await expect(page.getByText(env)).toBeVisible();
  const key = page.getByRole('textbox', { name: 'Key' });
  await key.fill('okta-token');
  await expect(key).toHaveJSProperty(
    'validationMessage',
    'A key has only the letters A to Z, digits, dots and underscores. It does not begin with a digit or a dot.',
  );
  // A pasted line of a script has the name in it.
  await key.fill(' export OKTA_API_TOKEN=');
  await button(page, 'Save consumer').click();

  await button(page, 'Add consumer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('a vault');
  await page.getByLabel('How it gets the new token').selectOption('A command of your own');
  await page
    .getByLabel('Program and arguments')
    .fill(['/bin/sh', '-c', `cat > ${got}; echo kept $(cat ${got})`].join('\n'));
  // A variable without a name is not taken for standard input.
  await page.getByLabel('The token goes').selectOption('into an environment variable');
  await button(page, 'Save consumer').click();
  await expect(page.getByLabel('Variable')).toBeFocused();
  await page.getByLabel('The token goes').selectOption('to its standard input');
  await button(page, 'Save consumer').click();

  // Nobody approved it, so nothing runs.
  await button(page, 'Run the command for a vault').click();
  await expect(button(page, 'Run the command for a vault')).toBeEnabled();
  expect(readIf(got)).toBe('');
  for (const name of ['a vault', 'a file']) {
    await control.answerDialog({ response: 1 });
    await button(page, `Run the command for ${name}`).click();
    await expect(button(page, `${name} does not have it yet`)).toBeVisible();
  }
  expect(readFileSync(got, 'utf8')).toBe(pair.fresh.value);
  expect(readFileSync(env, 'latin1')).toBe(around.join(pair.fresh.value));
  await page.getByText('What it printed').click();
  await expect(page.getByText('kept [redacted]')).toBeVisible();
  expect(await page.content()).not.toContain(pair.fresh.value);

  // It was approved once, so it runs again without a question.
  await button(page, 'a vault does not have it yet').click();
  writeFileSync(got, '');
  await button(page, 'Run the command for a vault').click();
  await expect(button(page, 'a vault does not have it yet')).toBeVisible();
  expect(readFileSync(got, 'utf8')).toBe(pair.fresh.value);

  // With a passcode, Keyturn asks for it before it hands over the value.
  await control.answerDialog({ response: 1 });
  await page.evaluate(() => window.keyturn.vault.choosePasscode({ passcode: '264871' }));
  await button(page, 'a vault does not have it yet').click();
  writeFileSync(got, '');
  await button(page, 'Run the command for a vault').click();
  const passcode = page.getByRole('dialog', { name: 'Enter your passcode' });
  await expect(passcode).toContainText('before Keyturn hands over a value');
  expect(readFileSync(got, 'utf8')).toBe('');
  await passcode.getByLabel('Passcode').fill('264871');
  await page.keyboard.press('Enter');
  await expect(button(page, 'a vault does not have it yet')).toBeVisible();
  expect(readFileSync(got, 'utf8')).toBe(pair.fresh.value);

  // Keyturn leaves a file alone that it may not change, and the page says why.
  const before = readFileSync(env);
  chmodSync(env, 0o400);
  await button(page, 'a file does not have it yet').click();
  await button(page, 'Run the command for a file').click();
  await expect(page.getByText('app.env was not changed: it is read-only.')).toBeVisible();
  expect(readFileSync(env)).toEqual(before);
});

test('after an undo, each consumer that has the new token gets the old one back', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const pair = await keepOne(app, acme);
  await toHandOver(app, pair);
  const got = join(folder, 'got');
  await button(page, 'Add consumer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('a vault');
  await page.getByLabel('How it gets the new token').selectOption('A command of your own');
  // The command fails while the file `shut` is there.
  const command = `test ! -e ${folder}/shut && cat > ${got}`;
  await page.getByLabel('Program and arguments').fill(['/bin/sh', '-c', command].join('\n'));
  await button(page, 'Save consumer').click();
  await button(page, 'Add consumer').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('a laptop');
  await button(page, 'Save consumer').click();
  await control.answerDialog({ response: 1 });
  await button(page, 'Run the command for a vault').click();
  await expect(button(page, 'a vault does not have it yet')).toBeVisible();
  expect(readFileSync(got, 'utf8')).toBe(pair.fresh.value);
  await button(page, 'Mark a laptop as done').click();

  await button(page, 'Undo rotation').click();
  await expect(page.getByText('2 consumers have the new token. Give the old one back')).toBeVisible();
  // A command that fails leaves the consumer as one with the new token.
  writeFileSync(join(folder, 'shut'), '');
  await button(page, 'Give a vault the old token back').click();
  await expect(page.getByText(/ended with exit|exit code|exit 1/).first()).toBeVisible();
  await expect(page.getByText('2 consumers have the new token.')).toBeVisible();
  expect(readFileSync(got, 'utf8')).toBe(pair.fresh.value);
  rmSync(join(folder, 'shut'));
  await button(page, 'Give a vault the old token back').click();
  await expect(page.getByText('1 consumer has the new token.')).toBeVisible();
  expect(readFileSync(got, 'utf8')).toBe(pair.old.value);
  await button(page, 'a laptop has the old token again').click();
  await expect(page.getByText('No consumer has the new token.')).toBeVisible();
  await expect(page.getByRole('button', { name: /the old token/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByRole('main')).toContainText('a vault got the old token back.');
});
