import { join } from 'node:path';
import { runWithKeyring } from './keyring-session.mjs';
import { ensureBuild, ensurePackages, ensureSystem } from './prepare.mjs';
import { node24, root } from './shell.mjs';

ensurePackages();
ensureSystem();
ensureBuild();
process.exit(
  runWithKeyring(node24(), [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--project=gallery',
    ...process.argv.slice(2),
  ]),
);
