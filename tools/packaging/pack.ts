/**
 * Makes the packages of one system: `npm run pack -- [--linux|--mac|--win] [--unsigned] [--dir]`. Without a system, that of this
 * computer; with `--dir` only the laid out program. Electron's program and electron-builder's tools are fetched from GitHub.
 */
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import { configuration } from './configuration.ts';
import { planSigning } from './signing.ts';

const { values } = parseArgs({
  options: {
    linux: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    unsigned: { type: 'boolean', default: false },
    dir: { type: 'boolean', default: false },
  },
});
const wanted: NodeJS.Platform = values.linux
  ? 'linux'
  : values.mac
    ? 'darwin'
    : values.win
      ? 'win32'
      : process.platform;

const signing = planSigning(wanted, process.env, values.unsigned);
if (signing.kind === 'impossible') {
  process.stderr.write(
    `The packages cannot be signed. Missing:\n${signing.missing.map((what) => `  ${what}\n`).join('')}` +
      'Set what is missing, or make packages for tests with --unsigned.\n',
  );
  process.exit(1);
}
// electron-builder signs nothing in a pull request unless told to, lest a stranger's change use a certificate. Ad hoc there is none.
if (signing.kind === 'unsigned') process.env.CSC_FOR_PULL_REQUEST = 'true';

await build({
  targets: Platform.fromString(wanted).createTarget(values.dir ? 'dir' : null),
  config: configuration(signing.kind === 'signed'),
  publish: 'never',
});
