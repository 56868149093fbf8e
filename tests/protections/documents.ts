import type { Claim } from './claim.ts';

const attempts = 'src/main/vault/failed-attempts.ts';
const backup = 'src/main/vault/backup.ts';
const database = 'src/main/vault/database.ts';
const secret = 'src/main/base/secret.ts';
const passcodeTest = 'tests/unit/vault/passcode.test.ts';
const secretTest = 'tests/unit/main/secret.test.ts';
const backupTest = 'tests/unit/vault/backup.test.ts';
const vaultTest = 'tests/unit/vault/vault.test.ts';

const inVault = (words: string, ...protections: Claim['protections']): Claim => ({
  doc: 'docs/vault.md',
  words,
  protections,
});
const inArchitecture = (words: string, ...protections: Claim['protections']): Claim => ({
  doc: 'docs/architecture.md',
  words,
  protections,
});

/** Claims that other documents make for themselves. What rests on the protections of another claim is in mentions.ts. */
export const documentClaims: readonly Claim[] = [
  inVault(
    'held with an exclusive lock while Keyturn runs',
    {
      id: 'vault-file-mode',
      out: [
        [
          'src/main/vault/vault-file.ts',
          "closeSync(openSync(unfinished, 'wx', 0o600));",
          "closeSync(openSync(unfinished, 'wx', 0o644));",
        ],
        ['src/main/vault/vault-file.ts', 'tighten(folder, 0o700);', ''],
      ],
      fails: [vaultTest, 'is made under the keyring on first start, for this account only'],
    },
    {
      id: 'vault-one-process',
      out: [[database, 'PRAGMA locking_mode = EXCLUSIVE;', '']],
      fails: ['tests/unit/vault/troubles.test.ts', 'a second process with the file'],
    },
  ),
  inVault(
    'is refused, whatever the backend is called',
    {
      id: 'key-constant',
      out: [['src/main/platform/key-tags.ts', "v10: 'constant'", "v10: 'system'"]],
      fails: ['tests/unit/main/start.test.ts', 'on linux, bytes that begin with "v10"'],
    },
    {
      id: 'key-unknown',
      out: [['src/main/platform/key-tags.ts', "?? 'unknown';", "?? 'system';"]],
      fails: ['tests/unit/main/start.test.ts', 'on linux, bytes that begin with "v13"'],
    },
  ),
  inVault(
    'so that neither holds the earlier one',
    {
      id: 'passphrase-earlier-wrapping',
      out: [['src/main/vault/passphrase-lock.ts', '      db.emptyLog();\n', '']],
      fails: [
        'tests/unit/vault/passphrase-change.test.ts',
        'leaves the old wrapping neither in the file nor in the log',
      ],
    },
    {
      id: 'passphrase-present',
      out: [
        ['src/main/vault/passphrase-lock.ts', 'if (!this.#now.recovered) await this.judge(db, present);', ''],
      ],
      fails: ['tests/unit/vault/passphrase-change.test.ts', 'takes the present one, counts wrong ones'],
    },
  ),
  inVault('There is no plain-text store', {
    id: 'no-store-before-choice',
    out: [
      [
        'src/main/vault/keyring-opening.ts',
        '    return await keyring.isReal();',
        '    return (await keyring.isReal()) || true;',
      ],
    ],
    fails: [vaultTest, 'nothing is written before the person chose'],
  }),
  inVault(
    'The same waits hold for the passphrase',
    {
      id: 'wait-grows',
      out: [[attempts, '(waits[failures - free] ?? 60 * minutes)', '30 * seconds']],
      fails: [passcodeTest, 'wait for longer and longer'],
    },
    {
      id: 'wait-passphrase',
      out: [[attempts, 'if (waitsUntil !== null) throw', 'if (waitsUntil === 0) throw']],
      fails: [passcodeTest, 'of a vault’s passphrase wait alike'],
    },
  ),
  inVault('A PIN that is a run, a repetition', {
    id: 'pin-strength',
    out: [['src/main/vault/passcode-strength.ts', 'if (why !== null) throw', 'if (why === text) throw']],
    fails: [passcodeTest, 'that is easy to guess is refused'],
  }),
  inVault(
    'writes a copy whose only wrapping is the passphrase given',
    {
      id: 'saved-backup-wrapping',
      out: [[backup, 'replaceKeys(copy, [wrapping]);', 'replaceKeys(copy, [...keysIn(copy), wrapping]);']],
      fails: [backupTest, 'is one file for this account only, without a readable value'],
    },
    {
      id: 'saved-backup-seal',
      out: [[backup, "timingSafeEqual(sealOf(key, sealed.content), sealed.seal) ? null : 'changed'", 'null']],
      fails: [backupTest, 'with a bit changed anywhere changes nothing'],
    },
  ),
  inVault(
    'passphrases, recovery keys and token values after use',
    {
      id: 'secret-wiped',
      out: [[secret, '    this.#bytes.fill(0);\n', '']],
      fails: [secretTest, 'overwrites its bytes when wiped'],
    },
    {
      id: 'freed-overwritten',
      out: [['src/main/base/freed-memory.ts', "  setFlagsFromString('--clear-free-memory');\n", '']],
      fails: ['tests/unit/main/freed-memory.test.ts', 'what is freed is overwritten, also a text'],
    },
  ),
  {
    doc: 'docs/rotation.md',
    words: 'SQLite overwrites what it deletes',
    protections: [
      {
        id: 'secure-delete',
        out: [[database, 'PRAGMA secure_delete = ON;', 'PRAGMA secure_delete = OFF;']],
        fails: [vaultTest, 'overwrites what it deletes'],
      },
    ],
  },
  inArchitecture(
    'It prints as its fingerprint',
    {
      id: 'secret-inspect',
      out: [
        [
          secret,
          '  [inspect.custom](): string {\n    return this.toString();\n  }',
          '  [inspect.custom](): string {\n    return this.#bytes.toString();\n  }',
        ],
      ],
      fails: [secretTest, 'shows its value in none of the ways'],
    },
    {
      id: 'secret-json',
      out: [
        [
          secret,
          '  toJSON(): string {\n    return this.toString();',
          '  toJSON(): string {\n    return this.#bytes.toString();',
        ],
      ],
      fails: [secretTest, 'shows its value in none of the ways'],
    },
    {
      id: 'secret-text',
      out: [[secret, '`[secret ${this.fingerprint}]`', 'this.#bytes.toString()']],
      fails: [secretTest, 'shows its value in none of the ways'],
    },
  ),
  inArchitecture('sends nothing after the handshake', {
    id: 'certificate-sends-nothing',
    out: [
      [
        'src/main/okta/certificate.ts',
        '        secure.destroy();\n        if (shown === undefined)',
        "        secure.end('GET / HTTP/1.1\\r\\n\\r\\n');\n        if (shown === undefined)",
      ],
    ],
    fails: ['tests/unit/okta/certificate.test.ts', 'nothing is sent to its server'],
  }),
  inArchitecture(
    'Which kept tokens may ask an org',
    {
      id: 'asker-revoked',
      out: [['src/main/app/askers.ts', '        token.revokedAt === null &&\n', '']],
      fails: ['tests/unit/main/askers.test.ts', 'is never a revoked token'],
    },
    {
      id: 'asker-unreadable',
      out: [['src/main/app/askers.ts', '        token.readable &&\n', '']],
      fails: ['tests/unit/main/askers.test.ts', 'is never a revoked token'],
    },
    {
      id: 'asker-other-org',
      out: [['src/main/app/askers.ts', '        token.orgId === orgId &&\n', '']],
      fails: ['tests/unit/main/askers.test.ts', 'is never a revoked token'],
    },
  ),
  inArchitecture('What is known of the present value', {
    id: 'present-value',
    out: [
      ['src/main/features/tokens/store.ts', ' AND value_no = tokens.value_no ORDER', ' ORDER'],
      [
        'src/main/vault/token-results.ts',
        'JOIN tokens ON tokens.id = token_id AND tokens.value_no = ${table}.value_no\n',
        'JOIN tokens ON tokens.id = token_id\n',
      ],
    ],
    fails: [
      'tests/unit/main/present-value.test.ts',
      'begins a rotation after "Save anyway" without the id of the value before',
    ],
  }),
  inVault('an SQLite database in memory; nothing is written', {
    id: 'session-in-memory',
    out: [
      [
        'src/main/vault/vault.ts',
        "const db = createDatabase(':memory:');",
        'makeFolder(this.#o.folder); const db = createDatabase(this.#path);',
      ],
    ],
    fails: [vaultTest, 'keeps for the session: nothing on disk'],
  }),
  {
    doc: 'docs/programs.md',
    words:
      'The gate and the rules refuse a call before Keyturn reads its body and before it looks anything up',
    protections: [
      {
        id: 'door-refuses-first',
        out: [
          [
            'src/main/features/programs/visits.ts',
            'if (this.#needs.isOpen()) {\n      const found',
            'if (visit === null) {\n      const found',
          ],
        ],
        fails: [
          'tests/unit/programs/door-bounds.test.ts',
          'a token nobody knows: refused before the body is read',
        ],
      },
    ],
  },
  {
    doc: 'docs/programs.md',
    words: 'Keyturn reads nothing after NAME or `--` as a switch',
    protections: [
      {
        id: 'exec-switches',
        out: [['src/main/base/words-of.ts', 'const end = firstEnd();', 'const end = -1;']],
        fails: ['tests/unit/main/start.test.ts', 'what is behind exec or -- is a program’s'],
      },
    ],
  },
  {
    doc: 'docs/rotation.md',
    words: 'After `done` no old value is left',
    protections: [
      {
        id: 'rotation-old-value',
        out: [
          [
            'src/main/features/rotation/store.ts',
            'SET other = NULL, other_tag = NULL WHERE id = ?',
            'SET other_tag = NULL WHERE id = ?',
          ],
        ],
        fails: [
          'tests/unit/rotation/rotation.test.ts',
          'goes from plan to proof, and keeps no old value after',
        ],
      },
    ],
  },
  {
    doc: 'docs/rotation.md',
    words: 'a value that may still work is always in one of the two places',
    protections: [
      {
        id: 'rotation-captured-first',
        out: [
          [
            'src/main/capture/take.ts',
            '  const taken = takeText(text, keeper);\n  if (taken.shape',
            '  await clipboard.clear();\n  const taken = takeText(text, keeper);\n  if (taken.shape',
          ],
        ],
        fails: [
          'tests/unit/rotation/rotation.test.ts',
          'refuses the old value itself and a value kept elsewhere',
        ],
      },
    ],
  },
  {
    doc: 'docs/rotation.md',
    words: 'never a line for a shell',
    protections: [
      {
        id: 'handover-no-shell',
        out: [['src/main/features/handover/run-command.ts', 'shell: false', 'shell: true']],
        fails: ['tests/unit/handover/run-command.test.ts', 'is no shell'],
      },
    ],
  },
  {
    doc: 'SECURITY.md',
    words: 'holds no token',
    protections: [
      {
        id: 'log-redacted',
        out: [
          [
            'src/main/okta/redact.ts',
            "  [/(?<![\\w-])00[\\w-]{38,60}(?![\\w-])/g, '[redacted token]'],\n",
            '',
          ],
        ],
        fails: ['tests/unit/okta/pure.test.ts', 'lets no token through, wherever it stands'],
      },
      {
        id: 'log-no-request',
        out: [
          [
            'src/main/ipc/answers.ts',
            "log.note('ipc.bad-request', { name, where: clip(where, 200) });",
            "log.note('ipc.bad-request', { name, where: JSON.stringify(args) });",
          ],
        ],
        fails: ['tests/unit/ipc/router.test.ts', 'never writes what was sent to the log'],
      },
    ],
  },
  {
    doc: 'docs/programs.md',
    words: 'the program is told that the outcome is unknown',
    protections: [
      {
        id: 'door-outcome-unknown',
        out: [
          [
            'src/main/features/programs/passing.ts',
            'return passed.maybeDone && !isReading(knock.method)',
            'return passed.maybeDone && signal.aborted',
          ],
        ],
        fails: ['tests/unit/programs/passing.test.ts', 'that broke off'],
      },
    ],
  },
];
