import { virtualDisplay } from './display.mjs';
import { temporaryFolder, withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { fail, hasDisplay, node24, root, run, say } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';

const { asked, rest } = askedHost();
const [flag, ...more] = rest;
if ((flag !== undefined && flag !== '--headless') || more.length > 0) {
  fail('npm run demo takes two flags: --headless walks the app by itself, --host names what runs it.', 2);
}
// In the manual demo the Admin Console opens in a window beside the app's. Only the Chromium host does that.
if (flag === undefined && asked === 'electron') {
  fail('--host electron is for npm run demo -- --headless; by hand the demo runs on the Chromium host.', 2);
}
await prepare();

if (flag === '--headless') {
  const host = await suiteHost(asked);
  const { command, args, env } = withKeyring(node24(), ['tools/demo/walk.ts']);
  process.exit(await run(command, args, { env: { ...env, ...host.env } }));
}

say('Keyturn opens as its demo, with a fake Okta on this computer. Everything is thrown away when you quit.');
const { command, args, env } = withKeyring(node24(), [
  'tools/chromium-host/cli.ts',
  '--open-external=window',
  root,
  '--demo',
  `--user-data=${temporaryFolder('demo')}`,
]);
if (!hasDisplay()) env.DISPLAY = await virtualDisplay();
if (env.DISPLAY !== undefined)
  say(`No display here, so the window is on a virtual one (DISPLAY=${env.DISPLAY}).`);
process.exit(await run(command, args, { env }));
