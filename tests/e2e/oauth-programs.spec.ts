import { join } from 'node:path';
import { addApp, planFor } from '../support/oauth.ts';
import { allow, askDialog, doorCard, exec, keepMore, keyturn, letPrograms } from '../support/program.ts';
import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('programs use an OAuth service app: by the door with proofs that Keyturn makes, and by an access token where one can be used', async ({
  start,
  fake,
  folder,
}) => {
  // It starts four programs, one after another.
  test.slow();
  const userData = join(folder, 'Keyturn');
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await control.ipc();
  const made = await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await expect(row(page, 'report')).toContainText('Healthy');
  await letPrograms(page);
  await expect(doorCard(page)).toContainText('keyturn exec report -- your-program');
  acme.requests.length = 0;

  // Okta's own SDK, which knows nothing of proofs, lists users of an app that demands them.
  const listsUsers = `
    const { Client } = require('@okta/okta-sdk-nodejs');
    (async () => {
      let seen = 0;
      await (await new Client().userApi.listUsers({ limit: 4 })).each(() => { seen++; });
      console.log([seen, process.env.OKTA_CLIENT_TOKEN].join(' '));
    })();`;
  const listing = exec(userData, ['report', '--', process.execPath, '-e', listsUsers]);
  await expect(askDialog(page)).toContainText('Let node use report?', { timeout: 30_000 });
  await allow(app, 'Allow for 15 minutes');
  const { code, out } = await listing;
  const listed = acme.org.users.filter(({ status }) => status !== 'DEPROVISIONED').length;
  expect([code, out]).toEqual([0, `${listed} keyturn\n`]);
  const sent = acme.requests.filter(({ path }) => path.startsWith('/api/'));
  expect(sent.length).toBeGreaterThan(1);
  for (const { headers } of sent) {
    expect(headers.authorization).toMatch(/^DPoP ey/);
    expect(headers.dpop).toMatch(/^ey/);
  }
  expect(acme.requests.filter(({ path, status }) => path.endsWith('/token') && status === 200)).toHaveLength(
    1,
  );
  const accessToken = sent[0]?.headers.authorization?.slice(5) ?? '';
  await expect(page.getByRole('table', { name: 'Last calls' })).toContainText('GET /api/v1/users');

  // An access token alone is worth nothing where proofs are demanded. The sentence says so and offers the door.
  await doorCard(page).getByRole('button', { name: 'Change' }).click();
  await page.getByLabel(/may ask for the value itself/).check();
  await keepMore(app);
  const shows = [process.execPath, '-e', 'console.log(process.env.OKTA_ACCESS_TOKEN)'];
  const refused = exec(userData, ['--value', 'report', '--', ...shows]);
  await allow(app, 'Give it once');
  expect(await refused).toMatchObject({ code: 77, out: '' });
  expect((await refused).err).toContain('Run the program without --value');
  made.setDpop(false);
  const given = exec(userData, ['--value', '--no-masking', 'report', '--', ...shows]);
  await allow(app, 'Give it once');
  expect((await given).out).toMatch(/^ey\S+\n$/);
  const masked = exec(userData, ['--value', 'report', '--', ...shows]);
  await allow(app, 'Give it once');
  expect((await masked).out).toBe('[redacted]\n');

  // No access token came to the window.
  for (const token of [accessToken, (await given).out.trim()]) {
    expect(token.length).toBeGreaterThan(200);
    expect(JSON.stringify(await control.ipc())).not.toContain(token.slice(-60));
  }
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByRole('main')).toContainText(/was given the value itself\./);
});

test('a program uses the app that can do the job of a token: exec offers it, and exec --app and curl --app use it', async ({
  start,
  fake,
  folder,
}) => {
  // It starts five commands, one after another.
  test.slow();
  const userData = join(folder, 'Keyturn');
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  await expect(row(page, 'report')).toContainText('Healthy');
  await letPrograms(page);
  await expect(doorCard(page)).toContainText('keyturn exec report -- your-program');
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'old-report' });
  await addToken(app, acme, { value, label: 'old-report' });

  // Nobody has said what the token is for.
  const reads = [
    process.execPath,
    '-e',
    "fetch(process.env.OKTA_CLIENT_ORGURL + '/api/v1/users?limit=1').then(({ status }) => console.log(String(status)))",
  ];
  const unknown = await keyturn(userData, ['exec', '--app', 'old-report', '--', ...reads]);
  expect([unknown.code, unknown.out]).toEqual([66, '']);
  expect(unknown.err).toContain('Keyturn does not know the job of old-report');

  const scopes = await planFor(page, 'old-report', 'Reporting');
  expect(scopes).toContain('okta.users.read');
  const named = await keyturn(userData, ['exec', 'old-report', '--', 'true']);
  expect([named.code, named.err]).toEqual([
    0,
    'keyturn: the OAuth app report can do the job of old-report with access tokens that expire within the hour. To use it, add --app.\n',
  ]);
  acme.requests.length = 0;
  const byApp = keyturn(userData, ['exec', '--app', 'old-report', '--', ...reads]);
  await expect(askDialog(page)).toContainText('Let node use report?', { timeout: 30_000 });
  await allow(app, 'Allow once');
  expect(await byApp).toEqual({
    code: 0,
    out: '200\n',
    err: 'keyturn: using the OAuth app report. Its last test covered the job of old-report.\n',
  });
  const curled = keyturn(userData, ['curl', '--app', 'old-report', '/api/v1/users?limit=1']);
  await allow(app, 'Allow once');
  expect((await curled).out).toContain('"profile"');
  const sent = acme.requests.filter(({ path }) => path.startsWith('/api/v1/users'));
  expect(sent.map(({ headers }) => headers.authorization?.slice(0, 4))).toEqual(['DPoP', 'DPoP']);
});
