import { withKeyring } from './keyring-session.mjs';
import { prepare } from './prepare.mjs';
import { node24, run, scripts } from './shell.mjs';

await prepare();
const wanted = [scripts.playwright, 'test', '--project=gallery', ...process.argv.slice(2)];
const { command, args, env } = withKeyring(node24(), wanted);
process.exit(await run(command, args, { env }));
