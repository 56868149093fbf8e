import { join } from 'node:path';
import { GitRepository } from '../support/git-repository.ts';
import { hostCommand } from '../support/host.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('keyturn guard refuses a commit with a kept token anywhere, and knows only shapes while Keyturn is locked', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'Terraform prod' });
  const [program, args] = hostCommand;
  const checkout = join(import.meta.dirname, '../..');
  const git = new GitRepository(folder, [
    ...[program, ...args, checkout],
    `--user-data=${join(folder, 'Keyturn')}`,
  ]);
  expect(git.run('keyturn', 'guard', '--install').code).toBe(0);
  git.stage('a.txt', 'nothing\n');
  expect(git.commit()).toMatchObject({ code: 0, err: '' });

  // No text around the token shows that it is one.
  git.stage('b.txt', `one\nx${value}y\n`);
  const refused = git.commit();
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('  b.txt:2  kept as terraform-prod\n');
  expect(`${refused.out}${refused.err}`).not.toContain(value);

  // The lock reloads the page, which may end before the answer.
  await app.page.evaluate(() => void window.keyturn.vault.lock());
  await expect(app.page.getByRole('button', { name: 'Unlock' })).toBeVisible();
  const locked = git.run('keyturn', 'guard');
  expect(locked).toMatchObject({
    code: 0,
    err: 'keyturn: Keyturn is locked, so guard searched this commit only for the shape of tokens.\n',
  });
  git.stage('c.env', `OKTA_API_TOKEN=${value}\n`);
  expect(git.run('keyturn', 'guard').err).toContain('  c.env:1  shaped like an API token\n');
});
