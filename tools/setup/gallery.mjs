import { withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { node24, run, scripts } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';

const { asked, rest: words } = askedHost();
const sizes = words.includes('--sizes');
const at = words.indexOf('--language');
const language = at < 0 ? 'en' : (words[at + 1] ?? 'en');
const rest = words.filter((word, n) => word !== '--sizes' && (at < 0 || (n !== at && n !== at + 1)));
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
    env: {
      ...env,
      ...host.env,
      KEYTURN_TEST_LANGUAGE: language,
      ...(sizes ? { KEYTURN_GALLERY_SIZES: 'all' } : {}),
    },
  }),
);
