import { runWithKeyring } from './keyring-session.mjs';
import { ensureBuild, ensurePackages, ensureSystem } from './prepare.mjs';
import { node24 } from './shell.mjs';

ensurePackages();
ensureSystem();
ensureBuild();
process.exit(runWithKeyring(node24(), ['tools/bench/run.ts', ...process.argv.slice(2)]));
