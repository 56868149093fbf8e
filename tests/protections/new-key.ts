import { type Claim, security, threat } from './claim.ts';

const activity = 'src/main/features/activity/store.ts';
const change = 'src/main/vault/key-change.ts';
const database = 'src/main/vault/database.ts';
const earlier = 'src/main/vault/earlier-key.ts';
const follow = 'src/main/app/follow-key.ts';
const handlers = 'src/main/features/vault/handlers.ts';
const renewal = 'src/main/vault/key-renewal.ts';
const mainTest = 'tests/unit/main/new-key.test.ts';
const tortureTest = 'tests/torture/new-key.test.ts';
const vaultTest = 'tests/unit/vault/new-key.test.ts';

/** A new data key: the rows of the threat model and of docs/security.md. */
export const newKeyClaims: readonly Claim[] = [
  threat(
    'open anything in the vault, its log or its daily backups from then on',
    {
      id: 'new-key-seals-all',
      out: [[renewal, '        change.writeCells();\n', '']],
      fails: [vaultTest, 'opens nothing by the earlier root'],
    },
    {
      id: 'new-key-backups-go',
      out: [[earlier, 'dropOfKey(db.path, check);', 'void dropOfKey;']],
      fails: [vaultTest, 'drops its own daily backups'],
    },
  ),
  threat(
    'make a new data key, and so delete the daily backups and the recovery key',
    {
      id: 'new-key-dialog',
      out: [[handlers, 'if (judged === undefined) {', "if (judged === '') {"]],
      fails: [mainTest, 'asks the system, reports progress'],
    },
    {
      id: 'new-key-typed',
      out: [[renewal, '    await this.#locks.passcode.judge(db, typed);\n', '']],
      fails: [vaultTest, 'takes the passcode or the passphrase, counts wrong attempts'],
    },
  ),
  threat('have a new data key repair it', {
    id: 'new-key-broken-link',
    out: [
      [
        activity,
        'const holds = same(row.mac, linkOf(change.tagBefore.bind(change), before, row));',
        'const holds = row.seq > 0;',
      ],
    ],
    fails: [mainTest, 'does not repair a changed record'],
  }),
  security(
    'No byte of what the earlier key sealed is left',
    {
      id: 'new-key-empties-log',
      out: [
        [database, '    this.emptyLog();\n', ''],
        [earlier, '  db.emptyLog();\n', ''],
      ],
      fails: [vaultTest, 'of a vault under a keyring'],
    },
    {
      id: 'new-key-file-anew',
      out: [[earlier, 'db.writeAnew();', 'db.emptyLog();']],
      fails: [vaultTest, 'leaves nothing in the free pages'],
    },
    {
      id: 'new-key-drops-backups',
      out: [[earlier, 'dropOfKey(db.path, check);', 'void dropOfKey;']],
      fails: [vaultTest, 'of a vault under a keyring'],
    },
  ),
  security(
    'The earlier root opens no cell',
    {
      id: 'new-key-cells',
      out: [[renewal, '        change.writeCells();\n', '']],
      fails: [vaultTest, 'opens nothing by the earlier root'],
    },
    {
      id: 'new-key-wrappings',
      out: [[renewal, 'replaceKeys(db, [wrapping]);', 'replaceKeys(db, [wrapping, ...keysIn(db)]);']],
      fails: [vaultTest, 'of a vault under a'],
    },
  ),
  security('A kill leaves the earlier key or the new one, whole', {
    id: 'new-key-transaction',
    out: [
      [renewal, '      db.transaction(() => {\n', '      (() => {\n'],
      [
        renewal,
        "removeMeta(db, 'recovery_answer');\n      });",
        "removeMeta(db, 'recovery_answer');\n      })();",
      ],
    ],
    fails: [tortureTest, 'has the earlier or the new data key'],
  }),
  security('The next opening removes what a kill left of the earlier key', {
    id: 'new-key-next-opening',
    out: [
      [
        'src/main/vault/vault-state.ts',
        "    this.removeEarlierKey(db);\n    this.become('open');",
        "    this.become('open');",
      ],
    ],
    fails: [vaultTest, 'the next opening removes them'],
  }),
  security(
    'A wrong passcode or passphrase makes no new key',
    {
      id: 'new-key-passcode',
      out: [[renewal, '    await this.#locks.passcode.judge(db, typed);\n', '']],
      fails: [vaultTest, 'takes the passcode or the passphrase, counts wrong attempts'],
    },
    {
      id: 'new-key-passphrase',
      out: [[renewal, '      await this.#locks.passphrase.judge(db, typed);\n', '']],
      fails: [vaultTest, 'takes the passcode or the passphrase, counts wrong attempts'],
    },
  ),
  security('Keyturn checks what the keyring wrapped before', {
    id: 'new-key-keyring-proved',
    out: [[renewal, 'if (opens) return wrapping;', "if (typeof opens === 'boolean') return wrapping;"]],
    fails: [vaultTest, 'or gives back something else'],
  }),
  security(
    'A dialog reports values that do not open first',
    {
      id: 'new-key-unreadable-asked',
      out: [[renewal, 'if (!key.wiped && change.unreadable > 0 && !', 'if (change.unreadable < 0 && !']],
      fails: [vaultTest, 'asks before it drops values that do not open, and changes nothing without a yes'],
    },
    {
      id: 'new-key-unreadable-removed',
      out: [[change, '      return nothing;', '      return Buffer.from(sealed);']],
      fails: [vaultTest, 'asks before it drops values that do not open, and changes nothing without a yes'],
    },
  ),
  security('What is written meanwhile is neither lost nor overwritten', {
    id: 'new-key-written-meanwhile',
    out: [
      [change, 'if (known?.was != null && same(known.was, sealed)) return', 'if (known?.was != null) return'],
    ],
    fails: [vaultTest, 'takes in what is written and changed while values are encrypted'],
  }),
  security(
    'A new key does not repair a changed record of activity',
    {
      id: 'new-key-each-link',
      out: [
        [
          activity,
          'const holds = same(row.mac, linkOf(change.tagBefore.bind(change), before, row));',
          'const holds = row.seq > 0;',
        ],
      ],
      fails: [mainTest, 'does not repair a changed record'],
    },
    {
      id: 'new-key-last-link',
      out: [
        [
          activity,
          "const mac = same(before, Buffer.from(head.mac, 'hex')) ? now : randomBytes(start.length);",
          'const mac = now;',
        ],
      ],
      fails: [mainTest, 'does not repair a record whose last link is not the sealed one'],
    },
  ),
  security(
    'Values are found by their hashes afterwards',
    {
      id: 'new-key-hashes',
      out: [[follow, '  house.tokens.followKey(change, originOf);\n', '']],
      fails: [mainTest, 'lets a value be found, a held one too'],
    },
    {
      id: 'new-key-held-hashes',
      out: [[follow, '  house.rotations.followKey(change, originOf);\n', '']],
      fails: [mainTest, 'lets a value be found, a held one too'],
    },
  ),
  security('Events read under the earlier key are not written', {
    id: 'new-key-usage-names',
    out: [
      [
        'src/main/features/usage/store.ts',
        'if (first !== undefined && this.#subjectOf(first[0]) !== first[1])',
        "if (first !== undefined && first[1] === '')",
      ],
    ],
    fails: [
      mainTest,
      'does not write events under the names of the new key that were read under the earlier key',
    ],
  }),
];
