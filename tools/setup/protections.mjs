import { withKeyring } from './keyring-session.mjs';
import { ensurePackages } from './packages.mjs';
import { node24, run } from './shell.mjs';
import { askedHost, suiteHost } from './suite-host.mjs';
import { ensureSystem } from './system.mjs';

const { asked, rest } = askedHost();
await ensurePackages();
await ensureSystem(['chromium', 'display', 'bus', 'keyring', 'fonts']);
const host = await suiteHost(asked);
const { command, args, env } = withKeyring(node24(), ['tools/protections/run.ts', ...rest]);
process.exit(await run(command, args, { env: { ...env, ...host.env } }));
