import { withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { node24, run, scripts } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';

const { asked, rest: words } = askedHost();
const rest = words.filter((word) => word !== '--sizes');
await prepare();
const host = await suiteHost(asked);
const { command, args, env } = withKeyring(node24(), [
  scripts.playwright,
  'test',
  '--project=gallery',
  ...rest,
]);
process.exit(
  await run(command, args, {
    env: { ...env, ...host.env, ...(rest.length < words.length ? { KEYTURN_GALLERY_SIZES: 'all' } : {}) },
  }),
);
