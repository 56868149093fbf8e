import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const root = join(import.meta.dirname, '../..');
const sentence = 'A part of Keyturn does not load, so it cannot do this. Nothing that was saved is lost.';

test('a part that does not load leaves the list, is named at each call, and works once it is back', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'kept' });
  const whole = await start();
  await addToken(whole, acme, { value, label: 'kept' });
  await whole.quit();

  const damaged = join(folder, 'damaged');
  const main = join(damaged, 'out/main');
  mkdirSync(join(damaged, 'out'), { recursive: true });
  symlinkSync(join(root, 'resources'), join(damaged, 'resources'));
  cpSync(join(root, 'package.json'), join(damaged, 'package.json'));
  for (const name of readdirSync(join(root, 'out'))) {
    if (name !== 'main') symlinkSync(join(root, 'out', name), join(damaged, 'out', name));
  }
  cpSync(join(root, 'out/main'), main, { recursive: true });
  const [rest = ''] = readdirSync(main).filter((name) => /^rest-.*\.js$/.test(name));
  renameSync(join(main, rest), join(damaged, rest));

  const app = await start({ app: damaged });
  await row(app.page, 'kept').click();
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByText(sentence).first()).toBeVisible();
  await expect(app.page.getByText('Install Keyturn again.').first()).toBeVisible();
  await expect.poll(app.output).toContain('keyturn: a part of it does not load');

  // A command of the menu waits, too.
  expect(await app.control.clickMenu('File', 'Settings')).toBe(true);
  renameSync(join(damaged, rest), join(main, rest));
  await expect(row(app.page, 'kept')).toBeVisible();
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await app.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Tokens/ })
    .click();
  await expect(result(app.page)).toHaveText(/^Working\./);
});
