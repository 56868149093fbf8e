import { type Change, type Claim, security } from './claim.ts';

const daily = 'src/main/vault/daily-backup.ts';
const dailyTest = 'tests/unit/vault/daily-backup.test.ts';
const age = 'tests/unit/vault/age-file.test.ts';

/** The passphrase is not taken as it was typed, on both ways. */
const anotherPassphrase: readonly [Change] = [
  [
    'src/main/vault/age-scrypt.ts',
    'scrypt(bytes, Buffer.concat(',
    "scrypt(Buffer.concat([bytes, Buffer.from('.')]), Buffer.concat(",
  ],
];

/** The rows of "Backups and exports" in docs/security.md. */
export const backups: readonly Claim[] = [
  security('A daily backup is of one moment', {
    id: 'backup-one-moment',
    out: [
      [daily, 'db.copyTo(unfinished);', 'copyFileSync(vaultFile, unfinished);'],
      [daily, 'import { mkdirSync, readdirSync,', 'import { copyFileSync, mkdirSync, readdirSync,'],
    ],
    fails: [dailyTest, 'is of one moment'],
  }),
  security('A daily backup that cannot be opened replaces no other', {
    id: 'backup-proved',
    out: [[daily, "if (!key.matches(readMeta(copy, 'key_check'))) throw new FileTrouble('damaged');", '']],
    fails: [dailyTest, 'that does not open replaces no other backup'],
  }),
  security('A day that is no date opens nothing', {
    id: 'backup-day',
    out: [[daily, 'if (!isDay(day)) throw', 'if (day === null) throw']],
    fails: [dailyTest, 'of a damaged one, of none and of no date'],
  }),
  security('A restored backup opens with today', {
    id: 'backup-todays-keys',
    out: [[daily, 'replaceKeys(db, keysIn(ways.here.db).toReversed());', ';']],
    fails: [dailyTest, 'keeps the recovery key of today'],
  }),
  security('A backup that nothing here opens changes nothing', {
    id: 'backup-asks-keyring',
    out: [[daily, 'else if (!(await mayOpen(db, ways))) throw noKeyHere();', '']],
    fails: [dailyTest, 'that no key here opens, or that is damaged'],
  }),
  security('The backup just made is never dropped', {
    id: 'backup-just-made',
    out: [['src/main/vault/backup-days.ts', '    made,\n', '']],
    fails: ['tests/unit/vault/backup-days.test.ts', 'the one just made'],
  }),
  security(
    'Vaults of every form open, with every record',
    {
      id: 'forms-derived-key',
      out: [['src/main/vault/data-key.ts', "derived(root, 'cells')", "derived(root, 'cell')"]],
      fails: ['tests/unit/vault/earlier-forms.test.ts', 'opens by its keyring'],
    },
    {
      id: 'forms-recovery',
      out: [['src/main/vault/wrappings.ts', "'keyturn recovery v1'", "'keyturn recovery v2'"]],
      fails: ['tests/unit/vault/earlier-forms.test.ts', 'opens by its recovery key'],
    },
  ),
  security(
    '`age` opens our age file',
    {
      id: 'age-out',
      out: anotherPassphrase,
      fails: [age, 'opens with the program age'],
    },
    {
      id: 'age-in',
      out: anotherPassphrase,
      fails: [age, 'that the program age made opens here'],
    },
  ),
  security(
    'A weak passphrase is refused everywhere, by one estimate',
    {
      id: 'passphrase-strength',
      out: [
        ['src/main/vault/passphrase-strength.ts', 'if (score >= enough) return;', 'if (score >= 0) return;'],
      ],
      fails: [age, 'is refused when it is weak'],
    },
    {
      id: 'passcode-strength',
      out: [
        ['src/main/vault/passphrase-strength.ts', 'if (score >= enough) return;', 'if (score >= 0) return;'],
      ],
      fails: ['tests/unit/vault/passcode.test.ts', 'that is easy to guess is refused'],
    },
  ),
  security('Choosing a passcode deletes the daily backups that open without it', {
    id: 'backups-before-passcode',
    out: [[daily, 'if (!isBoundBy(dailyPath(vaultFile, day), wanted))', 'if (day === vaultFile)']],
    fails: ['tests/unit/vault/daily-backups.test.ts', 'a backup that opens without the passcode goes'],
  }),
  security('Keyturn reaches an imported org by https only', {
    id: 'imported-org-https',
    out: [['src/main/features/vault/carrying.ts', "url?.protocol === 'https:' && ", 'url !== null && ']],
    fails: [age, 'with an org over http'],
  }),
  security('An imported file does not say where a browser is sent', {
    id: 'imported-org-browser',
    out: [['src/main/app/carrying-needs.ts', ', adminUrl: adminUrlOf(org.origin), notes', ', notes']],
    fails: [age, 'makes the address for the browser from the org’s origin, not from the file'],
  }),
  security('An imported org has the name of the host', {
    id: 'imported-org-host',
    out: [['src/main/app/carrying-needs.ts', 'host: new URL(org.origin).host, ', '']],
    fails: [age, 'shows the host of the origin that its tokens go to'],
  }),
  security(
    'An imported file writes no command and no line of its own',
    {
      id: 'imported-host-characters',
      out: [['src/main/features/vault/carrying.ts', ' && isHostName(url.hostname)', '']],
      fails: [age, 'with a host that ends a string in a shell or a configuration'],
    },
    {
      id: 'imported-value-characters',
      out: [['src/main/features/vault/carried.ts', '    .regex(/^[\\x21-\\x7e]+$/)\n', '    .min(1)\n']],
      fails: [age, 'with a value that would write a line of its own'],
    },
    {
      id: 'imported-kid-characters',
      out: [
        ['src/main/features/vault/carried.ts', 'z.string().regex(/^[\\w-]{1,100}$/)', 'z.string().max(100)'],
      ],
      fails: [age, 'with a kid that would write a line of its own'],
    },
  ),
  security('A copied export passphrase leaves the clipboard', {
    id: 'copied-passphrase',
    out: [['src/main/features/app/handlers.ts', 'secret === true || ', '']],
    fails: [
      'tests/unit/main/app-handlers.test.ts',
      'a copied text that opens something leaves the clipboard',
    ],
  }),
];
