/**
 * Makes the packages of one system: `npm run pack -- [--linux|--mac|--win] [--unsigned] [--dir]`. The default is this computer's system.
 * `--dir` makes only the unpacked program. Downloads Electron's program and electron-builder's tools from GitHub.
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
// electron-builder does not sign in a pull request by default, so that a stranger's change cannot use a certificate. Ad hoc signing uses no
// certificate.
if (signing.kind === 'unsigned') process.env.CSC_FOR_PULL_REQUEST = 'true';

await build({
  targets: Platform.fromString(wanted).createTarget(values.dir ? 'dir' : null),
  config: configuration(signing.kind === 'signed'),
  publish: 'never',
});
