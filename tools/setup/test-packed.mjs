import { resolve } from 'node:path';
import { virtualDisplay } from './display.mjs';
import { withKeyring } from './keyring-session.mjs';
import { ensurePackages } from './packages.mjs';
import { hasDisplay, node24, run, scripts } from './shell.mjs';
import { ensureSystem } from './system.mjs';

const [folder] = process.argv.slice(2);
await ensurePackages();
await ensureSystem(['display', 'bus', 'keyring', 'fonts']);
const own = withKeyring(node24(), [
  scripts.playwright,
  'test',
  '--project=packaged',
  '--workers=1',
  '--reporter=list',
]);
process.exit(
  await run(own.command, own.args, {
    env: {
      ...own.env,
      ...(folder === undefined ? {} : { KEYTURN_PACKED: resolve(folder) }),
      ...(hasDisplay() ? {} : { DISPLAY: await virtualDisplay() }),
    },
  }),
);
