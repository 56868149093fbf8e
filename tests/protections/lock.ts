import { type Claim, threat } from './claim.ts';

const attempts = 'src/main/vault/failed-attempts.ts';
const bus = 'src/main/platform/message-bus.ts';
const clipboard = 'src/main/platform/clipboard.ts';
const compose = 'src/main/app/compose.ts';
const linuxLock = 'src/main/platform/linux-lock.ts';
const needs = 'src/main/app/needs.ts';
const proof = 'src/main/features/vault/proof.ts';
const timed = 'src/main/features/tokens/timed-clipboard.ts';
const fileHandlers = 'src/main/features/vault/file-handlers.ts';
const vaultHandlers = 'src/main/features/vault/handlers.ts';
const wrappings = 'src/main/vault/wrappings.ts';
const clipboardTest = 'tests/unit/platform/clipboard.test.ts';
const guarded = 'tests/unit/vault/guarded-actions.test.ts';
const heap = 'tests/unit/main/locked-heap.test.ts';
const linuxLockTest = 'tests/unit/platform/linux-lock.test.ts';
const passcode = 'tests/unit/vault/passcode.test.ts';
const timedTest = 'tests/unit/tokens/timed-clipboard.test.ts';

const keyWiped = 'for (const key of [this.#root, this.#cells, this.#tags]) key.fill(0);';
const heapTest = [heap, 'no feature holds a secret or a private key once the app is locked'] as const;

/** The lock, the passcode, and the clipboard. */
export const lockClaims: readonly Claim[] = [
  threat(
    'keep the vault open by saying that the screen is not locked',
    {
      id: 'bus-owner',
      out: [
        [
          bus,
          'if (sender !== undefined && this.#owners.get(source.name) === sender) hear',
          'if (sender !== undefined) hear',
        ],
      ],
      fails: [linuxLockTest, 'is not heard from a program that does not own the name'],
    },
    {
      id: 'bus-change-of-owner',
      out: [[bus, 'if (sender === bus && face === bus &&', 'if (face === bus &&']],
      fails: [linuxLockTest, 'is not heard from a program that does not own the name'],
    },
    {
      id: 'bus-new-owner',
      out: [[bus, "this.#owned(name, typeof owner === 'string' && owner !== '' ? owner : null);", '']],
      fails: [linuxLockTest, 'comes from the new owner when the name changes hands'],
    },
    {
      id: 'logind-own-session',
      out: [[linuxLock, 'if (path === mine) this.#ears.onLock();', 'this.#ears.onLock();']],
      fails: [linuxLockTest, 'is heard from logind: Lock, LockedHint and sleep, of the own session only'],
    },
    {
      id: 'logind-own-account',
      out: [[linuxLock, ' && user[0] === process.getuid?.()', '']],
      fails: [linuxLockTest, "finds the own session by another account's only"],
    },
  ),
  threat(
    'use tokens after the lock: the data key is out of memory',
    {
      id: 'lock-key',
      out: [
        [
          'src/main/vault/vault-state.ts',
          "    this.#forgetKey();\n    this.become('locked');",
          "    this.become('locked');",
        ],
      ],
      fails: ['tests/e2e/keyring.spec.ts', 'Lock takes the key out of memory'],
    },
    {
      id: 'lock-key-wiped',
      out: [['src/main/vault/data-key.ts', keyWiped, '']],
      fails: ['tests/unit/vault/vault.test.ts', 'a data key that is wiped is overwritten'],
    },
    {
      // Two lines protect: the key is overwritten, and what nothing holds any more is freed and overwritten.
      id: 'lock-key-memory',
      out: [
        ['src/main/vault/data-key.ts', keyWiped, ''],
        [compose, '.then(() => setImmediate(freeMemory))', ''],
      ],
      fails: ['tests/e2e/keyring.spec.ts', 'Lock takes the key out of memory'],
    },
    {
      id: 'lock-vault-reads',
      out: [
        ['src/main/vault/vault-state.ts', "if (this.#phase === 'open' && this.#db", 'if (this.#db'],
        [
          'src/main/vault/vault-state.ts',
          "    this.#forgetKey();\n    this.become('locked');",
          "    this.become('locked');",
        ],
      ],
      fails: ['tests/unit/vault/vault.test.ts', 'drops the key: nothing is read until it is unlocked'],
    },
    {
      id: 'lock-page',
      out: [[compose, 'world.reloadWindow();', '']],
      fails: [
        'tests/unit/main/compose.test.ts',
        'drops the draft, the running test and the copied value, and starts the page afresh',
      ],
    },
    {
      id: 'lock-wizard',
      out: [['src/main/features/wizard/feature.ts', 'lock: discard, ', '']],
      fails: heapTest,
    },
    {
      id: 'lock-testing',
      out: [['src/main/features/testing/feature.ts', 'lock: cancel, ', '']],
      fails: heapTest,
    },
    {
      id: 'lock-access',
      out: [['src/main/features/access/feature.ts', 'lock: cancel, ', '']],
      fails: heapTest,
    },
    {
      id: 'lock-service',
      out: [['src/main/features/service/feature.ts', 'lock: cancel, ', '']],
      fails: heapTest,
    },
    {
      id: 'lock-diagnosis',
      out: [['src/main/features/diagnosis/feature.ts', 'lock: cancel, ', '']],
      fails: heapTest,
    },
    {
      id: 'lock-rotation',
      out: [['src/main/features/rotation/feature.ts', '    lock: stop,\n', '']],
      fails: heapTest,
    },
    {
      id: 'lock-views',
      out: [
        [
          'src/main/vault/row-views.ts',
          'of(row: R, make: (row: R) => V): V {\n    const opening = this.#vault.opening();',
          'of(row: R, make: (row: R) => V): V {\n    const opening = this;',
        ],
      ],
      fails: ['tests/unit/tokens/changes.test.ts', 'drops its decrypted tokens when the vault locks'],
    },
    {
      id: 'lock-clipboard',
      out: [['src/main/features/tokens/feature.ts', "    return needs.copied.clear('lock');\n", '']],
      fails: heapTest,
    },
  ),
  threat(
    'open a locked Keyturn, even by trying many passcodes or restarting it',
    {
      id: 'passcode-asked',
      out: [
        ['src/main/vault/passcode-lock.ts', 'if (passcode === undefined) throw wrongPasscode();', ''],
        [
          wrappings,
          'if (parameters === undefined) throw',
          'return Buffer.from(sealed); if (parameters === undefined) throw',
        ],
        [wrappings, 'wrapped: await keyring.wrap(sealed),', 'wrapped: await keyring.wrap(root),'],
      ],
      fails: [passcode, 'is asked for after a lock and after a restart'],
    },
    {
      id: 'passcode-waits',
      out: [[attempts, 'if (waitsUntil !== null) throw', 'if (waitsUntil === 0) throw']],
      fails: [passcode, 'make the right passcode wait too'],
    },
    {
      id: 'passcode-waits-restart',
      out: [
        [
          attempts,
          "const bytes = readMeta(db, 'passcode_failures');",
          'const bytes = counted.get(db) ?? null;',
        ],
        [
          attempts,
          "writeMeta(db, 'passcode_failures', Buffer.from(JSON.stringify({ failures, since })));",
          'counted.set(db, Buffer.from(JSON.stringify({ failures, since })));',
        ],
        [attempts, 'const free = 5;', 'const free = 5;\nconst counted = new WeakMap<Database, Buffer>();'],
      ],
      fails: [passcode, 'make the right passcode wait too, across a restart'],
    },
    {
      id: 'passcode-before-judged',
      out: [
        [
          attempts,
          '  write(db, failures + 1, clock.now());\n  const judged = await judge();',
          '  const judged = await judge().catch((error: unknown) => { write(db, failures + 1, clock.now()); throw error; });',
        ],
      ],
      fails: [passcode, 'are on the disk before they are judged'],
    },
    {
      id: 'passcode-present',
      out: [
        ['src/main/vault/passcode-lock.ts', 'if (!this.#now.recovered) await this.judge(db, present);', ''],
      ],
      fails: [passcode, 'is changed and removed only with the present one'],
    },
  ),
  threat(
    'open the vault without the passcode (trying all PINs of six digits',
    {
      id: 'passcode-in-key',
      out: [[wrappings, 'wrapped: await keyring.wrap(sealed),', 'wrapped: await keyring.wrap(root),']],
      fails: [passcode, 'is part of the key'],
    },
    {
      id: 'passcode-earlier-wrapping',
      out: [['src/main/vault/key-table.ts', 'db.write("DELETE FROM keys WHERE kind = \'keyring\'");', '']],
      fails: [passcode, 'is part of the key'],
    },
    {
      id: 'passcode-earlier-wrapping-in-log',
      out: [
        [
          'src/main/vault/key-table.ts',
          '    insert(db, wrapping);\n  });\n  db.emptyLog();',
          '    insert(db, wrapping);\n  });',
        ],
      ],
      fails: [passcode, 'is part of the key'],
    },
    {
      id: 'passcode-guesses',
      out: [['src/main/vault/passphrase-strength.ts', 'const enough = 3;', 'const enough = 1;']],
      fails: [passcode, 'that is easy to guess is refused'],
    },
  ),
  threat(
    'choose a passcode or a passphrase and lock the person out',
    {
      id: 'passcode-dialog',
      out: [[vaultHandlers, "if (before !== 'chosen') {", "if (passcode === '') {"]],
      fails: ['tests/e2e/lock.spec.ts', 'a passcode is judged when it is chosen'],
    },
    {
      id: 'passphrase-dialog',
      out: [
        [
          vaultHandlers,
          'if (present === undefined && vault.status().lock.recovered) {',
          "if (passphrase === '') {",
        ],
      ],
      fails: ['tests/e2e/passphrase-change.spec.ts', 'changes a forgotten passphrase after the recovery key'],
    },
  ),
  threat(
    'open one from before the passcode by the keyring alone',
    {
      id: 'passcode-drops-backups',
      out: [
        [
          'src/main/features/vault/daily-backups.ts',
          '    this.#dropPast();\n    this.now();',
          '    this.now();',
        ],
      ],
      fails: ['tests/unit/vault/daily-backups.test.ts', 'a backup that opens without the passcode goes'],
    },
    {
      id: 'passcode-drops-backups-later',
      out: [
        [
          'src/main/features/vault/daily-backups.ts',
          '    this.#dropPast();\n    this.#lookIn(calmMs);',
          '    this.#lookIn(calmMs);',
        ],
      ],
      fails: ['tests/unit/vault/daily-backups.test.ts', 'a backup that opens without the passcode goes'],
    },
  ),
  threat(
    'open a locked vault, copy a value or hand it over',
    {
      id: 'proof-copy',
      out: [['src/main/features/tokens/handlers.ts', "needs.needProof('copyValue');", '']],
      fails: [guarded, 'copying a value'],
    },
    {
      id: 'proof-private-key',
      out: [[needs, "needProof('copyPrivateKey');", '']],
      fails: [guarded, 'copying the private key of an app'],
    },
    {
      id: 'proof-recovery-key',
      out: [[vaultHandlers, "proof.need('recoveryKey');", '']],
      fails: [guarded, 'making a recovery key'],
    },
    {
      id: 'proof-backup',
      out: [[fileHandlers, "proof.need('backup');", '']],
      fails: [guarded, 'saving a backup'],
    },
    {
      id: 'proof-export',
      out: [[fileHandlers, "proof.need('exportTokens');", '']],
      fails: [guarded, 'exporting tokens'],
    },
    {
      id: 'proof-programs',
      out: [
        [
          'src/main/features/programs/desk.ts',
          "if (question !== null) this.#needs.needProof('programs');",
          '',
        ],
      ],
      fails: [guarded, 'letting programs'],
    },
    {
      id: 'proof-minute',
      out: [[proof, 'if (age >= 0 && age < holds) return;', 'if (this.#at !== null) return;']],
      fails: ['tests/unit/vault/proof.test.ts', 'is asked for, holds for a minute'],
    },
    {
      id: 'proof-in-the-app',
      out: [[proof, "throw new Failed('proof-needed'", "if (age < 0) throw new Failed('proof-needed'"]],
      fails: ['tests/security/passcode.spec.ts', 'script in the window gets nothing past the passcode'],
    },
  ),
  threat(
    'keep a copied value, if the system can be asked',
    {
      id: 'clipboard-windows',
      out: [[clipboard, "    ['CanIncludeInClipboardHistory', '\\0\\0\\0\\0'],\n", '']],
      fails: [clipboardTest, 'on win32'],
    },
    {
      id: 'clipboard-macos',
      out: [[clipboard, "darwin: [['org.nspasteboard.ConcealedType', '']],", '']],
      fails: [clipboardTest, 'on darwin'],
    },
    {
      id: 'clipboard-kde',
      out: [[clipboard, "linux: [['x-kde-passwordManagerHint', 'secret']],", '']],
      fails: [clipboardTest, 'on linux'],
    },
    {
      id: 'clipboard-kde-in-the-app',
      out: [[clipboard, "linux: [['x-kde-passwordManagerHint', 'secret']],", '']],
      fails: ['tests/e2e/list.spec.ts', 'Copy: the value and ready texts'],
    },
    {
      id: 'clipboard-time',
      out: [[timed, "this.#cancel = this.#clock.after(clearAfterMs, () => void this.clear('time'));", '']],
      fails: [timedTest, 'clears its copy when the time is over and not before, and says when that will be'],
    },
    {
      id: 'clipboard-lock',
      out: [['src/main/features/tokens/feature.ts', "    return needs.copied.clear('lock');\n", '']],
      fails: ['tests/unit/main/compose.test.ts', 'drops the draft, the running test and the copied value'],
    },
    {
      id: 'clipboard-quit',
      out: [['src/main/features/tokens/feature.ts', "    return needs.copied.clear('quit');\n", '']],
      fails: ['tests/unit/main/compose.test.ts', 'quitting clears what was copied'],
    },
  ),
];
