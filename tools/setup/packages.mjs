import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { fail, isWindows, quietly, root, run, say } from './shell.mjs';

const stamp = join(root, 'node_modules/.keyturn-installed');

/** Installs the npm packages when they are missing or differ from package-lock.json. */
export async function ensurePackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const areThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (areThere()) return;
  await oneAtATime('install', async () => {
    // Another process may have installed them during the wait.
    if (areThere()) return;
    say('Installing the npm packages (npm ci). This takes a minute the first time.');
    const shell = { shell: isWindows };
    const version = (await quietly('npm', ['--version'], shell)).text.trim().split('\n').at(-1) ?? '';
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    // npm 10, which comes with Node 20, fails on optional packages of other platforms in the lock file (npm/cli issue 4828).
    const isOld = !(Number(version.split('.')[0]) >= 11);
    if (isOld) say(`This is npm ${version}; npm 11 is fetched for it.`);
    const code = isOld
      ? await run('npx', ['--yes', 'npm@11', ...flags], shell)
      : await run('npm', flags, shell);
    if (code !== 0) fail('The npm packages could not be installed; what npm said stands above.');
    writeFileSync(stamp, wanted);
  });
}
