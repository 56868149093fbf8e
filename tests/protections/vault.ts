import { type Change, type Claim, threat } from './claim.ts';

const cells = 'src/main/vault/cells.ts';
const wrappings = 'src/main/vault/wrappings.ts';
const carrying = 'src/main/features/vault/carrying.ts';
const needs = 'src/main/app/carrying-needs.ts';
const vault = 'tests/unit/vault/vault.test.ts';
const cellsTest = 'tests/unit/vault/cells.test.ts';
const age = 'tests/unit/vault/age-file.test.ts';

/** Cells are written and read as they are, and all else goes on. */
const inTheClear: readonly [Change, ...Change[]] = [
  [
    cells,
    'const parts = [Buffer.of(version), nonce, cipher.update(plain), cipher.final()];',
    'cipher.update(plain); cipher.final(); const parts = [Buffer.of(version), nonce, Buffer.from(plain)];',
  ],
  [cells, 'const first = decipher.update(body);', 'decipher.update(body); const first = Buffer.from(body);'],
  [cells, 'const last = decipher.final();', 'const last = Buffer.alloc(0);'],
];

/** The vault's file, its daily backups, and age files. */
export const vaultClaims: readonly Claim[] = [
  threat(
    'read a token, host, owner or label',
    {
      id: 'vault-cells-encrypted',
      out: inTheClear,
      fails: [vault, 'shows no token, host or label in its file'],
    },
    {
      id: 'vault-key-wrapped',
      out: [
        [wrappings, 'wrapped: await keyring.wrap(root),', 'wrapped: Buffer.from(root),'],
        [
          wrappings,
          'const { bytes, rewrap } = await keyring.unwrap(Buffer.from(wrapping.wrapped));\n  if (bytes.length !== 32)',
          'const { bytes, rewrap } = { bytes: Buffer.from(wrapping.wrapped), rewrap: false };\n  if (bytes.length !== 32)',
        ],
      ],
      fails: ['tests/unit/vault/troubles.test.ts', 'lost key'],
    },
  ),
  threat(
    'make a value open in another cell than its own',
    {
      id: 'cell-place',
      out: [[cells, ', cell.table, cell.rowId, cell.column', '']],
      fails: [cellsTest, 'opens nowhere else'],
    },
    {
      id: 'cell-tag',
      out: [[cells, 'const last = decipher.final();', 'const last = Buffer.alloc(0);']],
      fails: [cellsTest, 'never opens as something else once a bit is flipped'],
    },
    {
      id: 'cell-nonce',
      out: [[cells, 'const nonce = randomBytes(nonceBytes);', 'const nonce = Buffer.alloc(nonceBytes);']],
      fails: [cellsTest, 'no two seals of one value are alike'],
    },
  ),
  threat(
    'Someone with a daily backup, or with an age file',
    {
      id: 'daily-backup-encrypted',
      out: inTheClear,
      fails: ['tests/unit/vault/daily-backup.test.ts', 'is one file for this account only'],
    },
    {
      id: 'age-passphrase',
      out: [
        [
          'src/main/vault/age-scrypt.ts',
          'scrypt(bytes, Buffer.concat(',
          "scrypt(Buffer.from('same'), Buffer.concat(",
        ],
      ],
      fails: [age, 'does not open with another passphrase'],
    },
  ),
  threat(
    'Someone who hands over an age file to import',
    {
      id: 'import-keeps-tokens',
      out: [
        [
          needs,
          'if (house.tokens.labelOfValue(token.origin, secret) !== null) continue;',
          'for (const one of house.tokens.list()) house.tokens.remove(one.id);',
        ],
      ],
      fails: [age, 'does not change existing tokens and apps'],
    },
    {
      id: 'import-keeps-orgs',
      out: [[needs, 'house.orgs.byOrigin(origin)?.id ?? ', '']],
      fails: [age, 'does not change an existing org, even when one of its tokens is new'],
    },
    {
      id: 'import-https',
      out: [[carrying, "url?.protocol === 'https:' && ", 'url !== null && ']],
      fails: [age, 'with an org over http'],
    },
    {
      id: 'import-browser',
      out: [[needs, ', adminUrl: adminUrlOf(org.origin), notes', ', notes']],
      fails: [age, 'makes the address for the browser from the org’s origin, not from the file'],
    },
  ),
];
