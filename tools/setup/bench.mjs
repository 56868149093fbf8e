import { withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { node24, run } from './shell.mjs';

await prepare();
const { command, args, env } = withKeyring(node24(), ['tools/bench/run.ts', ...process.argv.slice(2)]);
process.exit(await run(command, args, { env }));
