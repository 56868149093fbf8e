import { join } from 'node:path';
import { virtualDisplay } from './display.mjs';
import { temporaryFolder, withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { fail, hasDisplay, node24, root, run, say, start } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';

const { asked, rest } = askedHost();
const [flag, ...more] = rest;
if ((flag !== undefined && flag !== '--headless') || more.length > 0) {
  fail('npm run demo takes two flags: --headless walks the app by itself, --host names what runs it.', 2);
}
// In the manual demo the Admin Console opens in a window beside the app's. Only the Chromium host opens it with the fake's certificates.
if (flag === undefined && asked === 'electron') {
  fail('--host electron is for npm run demo -- --headless; by hand the demo runs on the Chromium host.', 2);
}
await prepare();

if (flag === '--headless') {
  const host = await suiteHost(asked);
  const { command, args, env } = withKeyring(node24(), ['tools/demo/walk.ts']);
  process.exit(await run(command, args, { env: { ...env, ...host.env } }));
}

const folder = temporaryFolder('demo');
const fakeArgs = ['tests/fake-okta/cli.ts', '--ca-file', join(folder, 'ca.pem')];
const fake = start(node24(), fakeArgs, { stdio: ['pipe', 'pipe', 'inherit'] });
const first = await new Promise((resolve) => {
  let text = '';
  fake.stdout?.on('data', (chunk) => {
    text += chunk;
    if (text.includes('\n')) resolve(JSON.parse(text.split('\n')[0] ?? ''));
  });
  fake.once('exit', () => fail('The fake Okta did not start.'));
});

say('A fake Okta runs on this computer. In the wizard, enter one of these as Org URL:');
for (const { subdomain, origin } of first.orgs) say(`  ${origin}   (${subdomain})`);
say('"Open Admin Console" then opens its page that issues tokens. Everything is thrown away when you quit.');
const pins = first.orgs.flatMap((/** @type {{ pins: string[] }} */ org) => org.pins).join(',');
const { command, args, env } = withKeyring(node24(), [
  'tools/chromium-host/cli.ts',
  '--open-external=window',
  `--ignore-certificate-errors-spki-list=${pins}`,
  root,
  `--user-data=${join(folder, 'Keyturn')}`,
  `--extra-ca=${first.caFile}`,
]);
if (!hasDisplay()) env.DISPLAY = await virtualDisplay();
if (env.DISPLAY !== undefined)
  say(`No display here, so the window is on a virtual one (DISPLAY=${env.DISPLAY}).`);
process.exit(await run(command, args, { env }));
