import { type Claim, security, threat } from './claim.ts';

const fuses = 'tools/packaging/fuses.ts';
const launcher = 'resources/linux/keyturn.sh';
const profile = 'src/main/platform/profile.ts';
const checklistTest = 'tests/unit/platform/electron-checklist.test.ts';
const launcherTest = 'tests/unit/package/launcher.test.ts';
const supplyTest = 'tests/unit/supply/supply.test.ts';

/** A fuse of a release, and its other state. */
const fuse = (name: string, state: boolean) =>
  [fuses, `[FuseV1Options.${name}]: ${state}`, `[FuseV1Options.${name}]: ${!state}`] as const;

/** What a package is started by, and what is in it. */
export const packageClaims: readonly Claim[] = [
  threat(
    'fuses set in',
    {
      id: 'fuse-run-as-node',
      out: [fuse('RunAsNode', false)],
      fails: [checklistTest, '19. the fuses of the package'],
    },
    {
      id: 'fuse-node-options',
      out: [fuse('EnableNodeOptionsEnvironmentVariable', false)],
      fails: [checklistTest, '19. the fuses of the package'],
    },
    {
      id: 'fuse-inspect',
      out: [fuse('EnableNodeCliInspectArguments', false)],
      fails: [checklistTest, '19. the fuses of the package'],
    },
    {
      id: 'fuse-asar-integrity',
      out: [fuse('EnableEmbeddedAsarIntegrityValidation', true)],
      fails: [checklistTest, '19. the fuses of the package'],
    },
    {
      id: 'fuse-all-known',
      out: [[fuses, 'strictlyRequireAllFuses: true', 'strictlyRequireAllFuses: false']],
      fails: [
        'tests/unit/package/fuses.test.ts',
        'does not package an Electron that has a fuse nobody decided about',
      ],
    },
  ),
  threat(
    'Keyturn runs no code from a place where',
    {
      id: 'compiled-code-kept',
      out: [
        [
          profile,
          "import { mkdirSync } from 'node:fs';",
          "import { mkdirSync } from 'node:fs';\nimport { enableCompileCache } from 'node:module';",
        ],
        [profile, '  return folder;', '  enableCompileCache(`${folder}/compiled`);\n  return folder;'],
      ],
      fails: ['tests/e2e/start.spec.ts', 'no compiled code is kept in the profile'],
    },
    {
      id: 'compiled-code-laid',
      out: [[launcher, 'unset NODE_COMPILE_CACHE\n', '']],
      fails: [launcherTest, 'does not let compiled code in from outside'],
    },
  ),
  threat(
    'A Linux package never starts without Chromium',
    {
      id: 'launcher-refuses',
      out: [[launcher, '  exit 1\n', '']],
      fails: [
        launcherTest,
        'says in one line why not, on standard error and in a dialog, and starts nothing',
      ],
    },
    {
      id: 'launcher-switches',
      out: [[launcher, '-no-sandbox | --no-sandbox | ', '']],
      fails: [launcherTest, 'leaves out what would take the sandbox away'],
    },
    {
      id: 'launcher-root',
      out: [[launcher, '    "$(id -u)" \\\n', '    1000 \\\n']],
      fails: [launcherTest, 'does not start as root'],
    },
  ),
  security(
    'What is in the app',
    {
      id: 'supply-package',
      out: [
        [
          'src/main/features/app/licences.ts',
          '  return [...once.values()]\n',
          "  return [...once.values()].filter(({ name }) => name !== 'undici')\n",
        ],
      ],
      fails: [supplyTest, 'leave out no package that the app imports'],
    },
    {
      id: 'supply-licence',
      out: [['tools/supply/bundled.ts', "  'MIT',\n", '']],
      fails: [supplyTest, 'are all allowed, each with its text'],
    },
    {
      id: 'supply-components',
      out: [
        [
          'tools/supply/make-sbom.ts',
          '(one) => isElectron(one) || wanted.has(',
          "(one) => one.name !== '' || isElectron(one) || wanted.has(",
        ],
      ],
      fails: [supplyTest, 'has Electron and every bundled package once'],
    },
  ),
];
