import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { attach } from '../support/launch-chromium.ts';
import { expect, test } from '../support/test.ts';

const root = join(import.meta.dirname, '../..');
const startScript = join(root, 'tools/setup/start.mjs');

test('npm start -- --host chromium --headless --debug-port: one line when ready, a client attaches, SIGTERM ends all', async ({
  folder,
}) => {
  const userData = join(folder, 'started');
  const child = spawn(
    process.execPath,
    [startScript, '--host', 'chromium', '--headless', '--debug-port', '0', '--user-data', userData],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let all = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    all += chunk;
  });
  child.stderr.on('data', (chunk) => {
    all += chunk;
  });
  await expect.poll(() => out, { timeout: 40_000 }).toContain('Keyturn is ready (Chromium host).\n');
  const [address = ''] = /ws:\/\/\S+/.exec(all) ?? [];
  const page = await attach(address);
  await page.getByRole('button', { name: 'Add token' }).waitFor();
  child.kill('SIGTERM');
  await expect.poll(() => child.exitCode ?? child.signalCode, { timeout: 15_000 }).not.toBeNull();
  await expect
    .poll(() => spawnSync('pgrep', ['-f', `user-data-dir=${userData}`]).status, { timeout: 15_000 })
    .toBe(1);
});

test('npm start reports wrong flags in one line', () => {
  for (const [flags, words] of [
    [['--host', 'netscape'], '--host is electron or chromium'],
    [['--debug-port', 'x'], '--debug-port is a port number'],
    [['--nonsense'], 'nonsense'],
  ] as const) {
    const run = spawnSync(process.execPath, [startScript, ...flags], { cwd: root, encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(words);
  }
});

test('no compiled code is kept in the profile, which is closed to other accounts', async ({
  start,
  folder,
}) => {
  // The tests' own compiled code would hide it.
  const app = await start({ env: { NODE_COMPILE_CACHE: '' } });
  await app.page.getByRole('button', { name: 'Add token' }).first().waitFor();
  const profile = join(folder, 'Keyturn');
  expect(statSync(profile).mode & 0o777).toBe(0o700);
  await app.quit();
  // Node makes a folder named after its version inside the given one (module.enableCompileCache).
  const kept = readdirSync(profile, { recursive: true, encoding: 'utf8' });
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((name) => /compile|v24/i.test(name))).toEqual([]);
});

test('npm start reports in one line what is wrong with the files that its flags name', async ({ folder }) => {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'not a certificate');
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  for (const [flags, words] of [
    [['--user-data', file], 'a file is in the way'],
    [['--user-data', join(file, 'below')], 'a file is in the way'],
    ...(process.platform === 'linux'
      ? ([[['--user-data', '/proc/nobody/keyturn'], 'cannot be made']] as const)
      : []),
    [['--extra-ca', join(folder, 'missing.pem')], 'there is no such file'],
    [['--extra-ca', folder], 'it is a folder'],
    [['--extra-ca', file], 'has no certificate'],
    [['--debug-port', String(port)], 'another program uses it'],
  ] as const) {
    const run = spawnSync(process.execPath, [startScript, '--host', 'chromium', '--headless', ...flags], {
      cwd: root,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run.status, flags.join(' ')).toBe(1);
    expect(run.stderr.trim().split('\n'), flags.join(' ')).toHaveLength(1);
    expect(run.stderr).toContain(words);
    expect(run.stdout).toBe('');
  }
  server.close();
});
