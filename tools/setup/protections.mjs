import { withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { node24, run } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';

const { asked, rest } = askedHost();
await prepare();
const host = await suiteHost(asked);
const { command, args, env } = withKeyring(node24(), ['tools/protections/run.ts', ...rest]);
process.exit(await run(command, args, { env: { ...env, ...host.env } }));
