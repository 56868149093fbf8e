import { type Claim, security } from './claim.ts';

const allowances = 'src/main/features/programs/allowances.ts';
const ownFile = 'src/main/base/own-file.ts';
const database = 'src/main/vault/database.ts';
const filesTest = 'tests/unit/main/files.test.ts';
const house = 'src/main/app/house.ts';
const recordTest = 'tests/unit/main/record-not-written.test.ts';

/** The last rows of "What an attacker tried" in docs/security.md, and what the threat model says of core dumps. */
export const attackedAgainClaims: readonly Claim[] = [
  security(
    'no value in the environment of a program that it starts',
    {
      id: 'node-debug-hand-over',
      out: [
        [
          'src/main/features/handover/run-command.ts',
          'byEnv === null ? null : whyEnvironmentShows()',
          'null',
        ],
      ],
      fails: ['tests/unit/handover/run-command.test.ts', 'starts nothing with the value in a variable'],
    },
    {
      id: 'node-debug-exec',
      out: [['src/main/features/programs/exec-run.ts', 'line.value ? whyEnvironmentShows() : null', 'null']],
      fails: ['tests/unit/programs/exec.test.ts', 'starts no program with the value, and asks nobody'],
    },
  ),
  security(
    'A pipe in the place of a file of Keyturn',
    {
      id: 'pipe-own-file',
      out: [
        [ownFile, 'openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))', "openSync(path, 'r')"],
      ],
      fails: [filesTest, 'the settings: Keyturn does not wait'],
    },
    {
      id: 'pipe-vault',
      out: [
        [database, 'openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))', "openSync(path, 'r')"],
      ],
      fails: [filesTest, 'the vault: Keyturn does not wait'],
    },
    {
      id: 'pipe-log',
      out: [['src/main/base/files.ts', 'if (found !== undefined && !found.isFile())', 'if (found === null)']],
      fails: [filesTest, 'the log: Keyturn does not wait'],
    },
  ),
  security('The password of a proxy in the shell goes to no proxy', {
    id: 'exec-proxy-certificate',
    out: [['src/main/features/programs/exec-proxy.ts', 'rejectUnauthorized: true,', '']],
    fails: ['tests/unit/programs/exec-proxy.test.ts', 'asks for the certificate of the other proxy'],
  }),
  security('a hand-over command starts no program that lies in the home folder', {
    id: 'handover-windows-path',
    out: [
      [
        'src/main/features/handover/run-command.ts',
        'const start = startOf(program, rest, process.env);',
        "const start = startOf(program, rest, process.env, 'linux');",
      ],
    ],
    fails: [
      'tests/unit/handover/run-command.test.ts',
      'on Windows a name without a folder starts only what is in PATH',
    ],
  }),
  security('A trigger in the vault file acts on no write', {
    id: 'vault-trigger-early',
    out: [[database, '  quickCheck(db);\n  checkSchema(db);', '  quickCheck(db);']],
    fails: ['tests/unit/vault/damage.test.ts', 'is refused before any write'],
  }),
  security(
    'No table, foreign key, conflict clause, default, index or view',
    {
      id: 'vault-schema-words',
      out: [
        [
          'src/main/vault/schema.ts',
          'SELECT type, name, tbl_name, sql FROM',
          'SELECT type, name, tbl_name FROM',
        ],
      ],
      fails: ['tests/unit/vault/damage.test.ts', 'whose table leaves out'],
    },
    {
      id: 'vault-schema-copy',
      out: [[database, '    checkSchema(db);\n    return copy;', '    return copy;']],
      fails: ['tests/unit/vault/damage.test.ts', 'with another table is refused before any write'],
    },
  ),
  security(
    'An answer for 15 minutes ends when the clock is set back',
    {
      id: 'allowance-clock-back',
      out: [[allowances, '(at <= now && now < until)', '(at > 0 && now < until)']],
      fails: ['tests/unit/programs/door.test.ts', 'of 15 minutes ends when the clock is set back'],
    },
    {
      id: 'allowance-clock-part',
      out: [[allowances, '() => this.#drop(name))', '() => undefined)']],
      fails: ['tests/unit/programs/door.test.ts', 'of 15 minutes ends after 15 minutes when'],
    },
  ),
  security(
    'No clock that is set while Keyturn runs makes a proof hold for longer',
    {
      id: 'proof-clock-part',
      out: [
        [
          'src/main/features/vault/proof.ts',
          'this.#clock.after(holds, () => {\n      this.#at = null;',
          'this.#clock.after(holds, () => {',
        ],
      ],
      fails: ['tests/unit/vault/proof.test.ts', 'does not hold for longer when the clock is set back'],
    },
    {
      id: 'rate-cap-clock',
      out: [
        [
          'src/main/features/programs/rate-cap.ts',
          '.map((at) => Math.min(at, now))\n',
          '.filter((at) => at <= now)\n',
        ],
      ],
      fails: ['tests/unit/programs/gate.test.ts', 'begins no new minute and waits for no hours'],
    },
    {
      id: 'denial-clock',
      out: [[allowances, 'left > 0 && left <= awayMs', 'left > 0']],
      fails: ['tests/unit/programs/door.test.ts', 'is asked about again a minute after'],
    },
  ),
  {
    doc: 'docs/threat-model.md',
    words: 'The launcher of the Linux packages switches core dumps off',
    protections: [
      {
        id: 'launcher-core',
        out: [['resources/linux/keyturn.sh', 'ulimit -c 0\n', '']],
        fails: ['tests/unit/package/launcher.test.ts', 'lets no core dump be written'],
      },
    ],
  },
  security(
    'What Okta or the clipboard has done is told as done',
    {
      id: 'record-not-written',
      out: [[house, "world.log.note('activity.not-written', { error: String(error) });", 'throw error;']],
      fails: [recordTest, 'a token that Okta has revoked is told as revoked'],
    },
    {
      id: 'record-in-transaction',
      out: [[house, 'if (isOpen() && vault.inTransaction) throw error;', '']],
      fails: [recordTest, 'an action of the vault alone is undone with its entry'],
    },
  ),
];
