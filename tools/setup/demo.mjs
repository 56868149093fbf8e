import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualDisplay } from './display.mjs';
import { runWithKeyring, startWithKeyring } from './keyring-session.mjs';
import { ensureBuild, ensurePackages, ensureSystem } from './prepare.mjs';
import { node24, root, say, start } from './shell.mjs';

ensurePackages();
ensureSystem();
ensureBuild();

if (process.argv.includes('--headless')) {
  process.exit(runWithKeyring(node24(), ['tools/demo/walk.ts']));
}

const fake = start(node24(), ['tests/fake-okta/cli.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
const first = await new Promise((resolve) =>
  fake.stdout?.once('data', (chunk) => resolve(JSON.parse(String(chunk).split('\n')[0]))),
);
const folder = mkdtempSync(join(tmpdir(), 'keyturn-demo-'));
const bare =
  process.platform === 'linux' &&
  process.env.DISPLAY === undefined &&
  process.env.WAYLAND_DISPLAY === undefined;
const env = bare ? { DISPLAY: await virtualDisplay() } : {};
say('A fake Okta runs on this computer. In the wizard, enter one of these as Org URL:');
for (const { subdomain, origin } of first.orgs) say(`  ${origin}   (${subdomain})`);
say('"Open Admin Console" then opens its page that issues tokens. Everything is thrown away when you quit.');
const app = startWithKeyring(
  node24(),
  [
    'tools/chromium-host/cli.ts',
    '--open-external=window',
    `--ignore-certificate-errors-spki-list=${first.orgs.flatMap(({ pins }) => pins).join(',')}`,
    root,
    `--user-data=${join(folder, 'Keyturn')}`,
    `--extra-ca=${first.caFile}`,
  ],
  { stdio: ['ignore', 'inherit', 'inherit'], env },
);
app.once('exit', (code) => {
  fake.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 0);
});
