import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Door } from '../../../src/shared/contract/programs.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { CommandedApp } from './commanded-app.ts';

let fake: FakeOkta;
let app: CommandedApp;

beforeAll(async () => {
  fake = await startFakeOkta();
});
afterAll(() => fake.close());
beforeEach(async () => {
  app = await CommandedApp.start(fake);
});
afterEach(() => app.end());

/** A program that prints where it finds Okta. */
const shows = ['--', process.execPath, '-e', 'console.log(process.env.OKTA_CLIENT_ORGURL)'];

function folderWith(profile: string): string {
  const folder = join(app.folder, 'work');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.keyturn.toml'), profile);
  return folder;
}

/** Keeps an app, and tests it. */
async function tested(label: string, purpose: string) {
  const kept = await app.keepApp(label, { purpose });
  await app.get('service.test', { appId: kept.app.id });
  return kept;
}

/** Keeps a token and a tested app of one purpose. */
async function both() {
  const { token } = await app.keep('terraform', { purpose: 'Reads users' });
  return { token, ...(await tested('report', ' reads USERS ')) };
}

/** Has Keyturn know the token's job: an X-ray, and what a person says that it is for. */
async function jobOf(tokenId: string, family: string, access: 'read' | 'manage') {
  await app.get('access.xray', { tokenId });
  await app.get('access.setPurpose', { tokenId, purpose: { kind: 'custom', needs: [{ family, access }] } });
}

const refused = async (...words: string[]) => {
  const ran = await app.keyturn(...words);
  expect([ran.code, ran.out]).toEqual([66, '']);
  return ran.err;
};

it('exec uses the token that was named, and says in one line that there is an app', async () => {
  await both();
  const { code, out, err } = await app.keyturn('exec', 'terraform', ...shows);
  expect(code).toBe(0);
  expect(out).toMatch(/\/terraform\n$/);
  expect(err).toBe(
    'keyturn: the OAuth app report can do the job of terraform with access tokens that expire within the hour. To use it, add --app.\n',
  );
  expect((await app.keyturn('exec', 'report', ...shows)).err).toBe('');
  await tested('second', 'Reads users');
  expect((await app.keyturn('exec', 'terraform', ...shows)).err).toMatch(
    /^keyturn: these OAuth apps can do the job of terraform .*: report, second\. To use one, name it in place of terraform\.\n$/,
  );
});

it('exec --app uses the app, and says which and why', async () => {
  const { token } = await both();
  const byPurpose = await app.keyturn('exec', '--app', 'terraform', ...shows);
  expect([byPurpose.code, byPurpose.err]).toEqual([
    0,
    'keyturn: using the OAuth app report, which has the purpose of terraform. Keyturn does not know which scopes the job of terraform needs.\n',
  ]);
  expect(byPurpose.out).toMatch(/\/report\n$/);
  const itself = await app.keyturn('exec', '--app', 'report', ...shows);
  expect([itself.err, itself.out]).toEqual(['', expect.stringMatching(/\/report\n$/)]);
  await jobOf(token.id, 'users', 'read');
  await app.get('tokens.update', { tokenId: token.id, profile: { purpose: 'Other' } });
  const byJob = await app.keyturn('exec', '--app', 'terraform', ...shows);
  expect([byJob.out, byJob.err]).toEqual([
    expect.stringMatching(/\/report\n$/),
    'keyturn: using the OAuth app report. Its last test covered the job of terraform.\n',
  ]);
});

it('exec --app uses the app that replaces the token before others, and says so', async () => {
  const { token } = await both();
  await jobOf(token.id, 'users', 'read');
  const own = await app.get<ServiceApp>('service.begin', { tokenId: token.id });
  const { clientId } = fake.org('acme').org.addServiceApp({
    ...{ name: 'own', jwk: JSON.parse(own.jwk), scopes: ['okta.users.read'], dpop: false },
    roles: [{ type: 'READ_ONLY_ADMIN' }],
  });
  await app.get('service.setClient', { appId: own.id, clientId });
  await app.get('service.test', { appId: own.id });
  const { out, err } = await app.keyturn('exec', '--app', 'terraform', ...shows);
  expect(err).toMatch(/^keyturn: using the OAuth app (\S+), which replaces terraform\.\n$/);
  expect(err).toContain(` ${out.trim().split('/').at(-1)},`);
});

it('exec --app waits for the unlock, because it must know the app, and exec does not', async () => {
  await both();
  app.app.lock();
  const { code, out, err } = await app.keyturn('exec', 'terraform', ...shows);
  expect([code, out, err]).toEqual([0, expect.stringMatching(/\/terraform\n$/), '']);
  const running = app.keyturn('exec', '--app', 'terraform', ...shows);
  await expect.poll(() => app.shown, { timeout: 20_000 }).toContain('raised');
  await app.get('vault.unlock', {});
  const ran = await running;
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/\/report\n$/)]);
  expect(ran.err).toContain('keyturn: Keyturn is locked. Unlock it to continue.');
});

it('exec --app runs nothing if no app can do the job, and says why', async () => {
  const { token } = await app.keep('terraform', { purpose: 'Reads users' });
  expect(await refused('exec', '--app', 'terraform', ...shows)).toMatch(
    /^keyturn: No OAuth app can do the job of terraform, because Keyturn keeps none of acme\S+\. Add one/,
  );
  const { app: kept, made } = await app.keepApp('report', { purpose: 'Reads users' });
  expect(await refused('exec', '--app', 'terraform', ...shows)).toBe(
    'keyturn: No OAuth app can do the job of terraform now. report was not tested yet. Test it: keyturn test report\n',
  );
  made.deactivate();
  await app.get('service.test', { appId: kept.id });
  expect(await refused('exec', '--app', 'terraform', ...shows)).toMatch(
    /job of terraform now\. The last test of report ended with ".+"\. Test it again: keyturn test report\n$/,
  );
  expect((await app.keyturn('exec', 'terraform', ...shows)).err).toBe('');
  made.activate();
  await app.get('service.test', { appId: kept.id });
  await jobOf(token.id, 'groups', 'manage');
  expect(await refused('exec', '--app', 'terraform', ...shows)).toMatch(
    /The last test of report did not show what the job needs: Groups \(change\)\. Give the app this job/,
  );
  await app.get('service.update', { appId: kept.id, profile: { purpose: 'Other' } });
  expect(await refused('exec', '--app', 'terraform', ...shows)).toMatch(
    /that it can do the job of terraform, which needs: Groups \(change\)\. Add an app for this job/,
  );
  await app.keep('other', { purpose: 'Nothing in common' });
  expect(await refused('exec', '--app', 'other', ...shows)).toMatch(
    /Keyturn does not know the job of other, and no OAuth app has its purpose\. X-ray the token/,
  );
  expect(await refused('exec', '--app', 'nobody', ...shows)).toMatch(/No token or app has the name nobody\./);
});

it('exec --app runs nothing if several apps can do the job, or if the name is not clear', async () => {
  await both();
  const { token } = await app.keep('Report', { purpose: 'Other' });
  expect(await refused('exec', '--app', 'terraform', ...shows)).toMatch(
    /2 tokens or apps have the name report, so Keyturn cannot tell/,
  );
  await app.get('tokens.update', { tokenId: token.id, profile: { label: 'Renamed' } });
  await tested('second', 'Reads users');
  expect(await refused('exec', '--app', 'terraform', ...shows)).toBe(
    'keyturn: Several OAuth apps can do the job of terraform: report, second. Name one of them in place of terraform.\n',
  );
  await app.keep('twice', { purpose: 'Reads users' });
  await app.keepApp('Twice', { purpose: 'Other' });
  expect(await refused('exec', '--app', 'twice', ...shows)).toMatch(/2 tokens or apps have the name twice/);
  const ran = await app.keyturnIn(folderWith('app = "twice"'), 'exec', ...shows);
  expect([ran.code, ran.out]).toEqual([66, '']);
  expect(ran.err).toMatch(/2 tokens or apps have the name twice/);
});

it('exec --app --value refuses an app that demands proofs before anybody is asked, and does not offer it', async () => {
  const { made, app: kept } = await both();
  made.setDpop(true);
  await app.get('service.test', { appId: kept.id });
  const ran = await app.keyturn('exec', '--app', '--value', 'terraform', ...shows);
  expect([ran.code, ran.out]).toEqual([77, '']);
  expect(ran.err).toMatch(/The last test of report says .*\(DPoP\).*Run the program without --value\./);
  expect((await app.keyturn('exec', '--app', 'terraform', ...shows)).code).toBe(0);
  expect((await app.keyturn('exec', '--value', 'terraform', ...shows)).err).not.toContain('report');
});

it('exec, curl and test use the app that .keyturn.toml names, and never a token in its place', async () => {
  await both();
  const folder = folderWith('app = "report"');
  const ran = await app.keyturnIn(folder, 'exec', ...shows);
  expect([ran.code, ran.err]).toEqual([
    0,
    `keyturn: using report, as ${join(folder, '.keyturn.toml')} says.\n`,
  ]);
  expect(ran.out).toMatch(/\/report\n$/);
  expect((await app.keyturnIn(folder, 'test', '--json')).code).toBe(0);
  folderWith('app = "terraform"');
  for (const words of [
    ['exec', ...shows],
    ['exec', '--app', ...shows],
    ['curl', '/api/v1/users'],
    ['test'],
    ['rotate'],
  ]) {
    expect(await app.keyturnIn(folder, ...words)).toMatchObject({
      code: 66,
      out: '',
      err: expect.stringContaining('No OAuth app has the name terraform. keyturn ls lists'),
    });
  }
  expect(app.shown).toEqual([]);
});

it('curl --app calls through the app’s address, where its own rules hold', async () => {
  const { app: kept } = await both();
  const { alias: _, ...door } = await app.get<Door>('programs.door', { tokenId: kept.id });
  await app.get('programs.setDoor', {
    tokenId: kept.id,
    door: { ...door, open: true, paths: ['/api/v1/groups'] },
  });
  const { out, err } = await app.keyturn('curl', '--app', 'terraform', '/api/v1/users');
  expect(err).toContain('using the OAuth app report');
  expect(out).toContain('Programs may not call /api/v1/users');
});

it('exec --app runs nothing while Keyturn does not run', async () => {
  await app.app.end();
  const { code, out, err } = await app.keyturn('exec', '--app', 'terraform', ...shows);
  expect([code, out]).toEqual([69, '']);
  expect(err).toContain('Keyturn does not answer, so no app can be chosen.');
});
