import { type Claim, threat } from './claim.ts';

const access = 'src/main/features/access/desk.ts';
const appKey = 'src/main/features/service/app-key.ts';
const inventory = 'src/main/features/access/inventory.ts';
const service = 'src/main/features/service/store.ts';
const keyStore = 'src/main/features/service/key-rotation-store.ts';
const settings = 'src/main/features/settings/store.ts';
const settingsHandlers = 'src/main/features/settings/handlers.ts';
const appDoorTest = 'tests/unit/programs/app-door.test.ts';
const accessTest = 'tests/unit/access/desk.test.ts';
const serviceTest = 'tests/unit/service/desk.test.ts';
const settingsTest = 'tests/unit/settings/settings-store.test.ts';

const privateInPublic = [
  [appKey, 'const { kty, e, n } = createPublicKey(key)', 'const { kty, e, n, d } = key'],
  [appKey, "alg: 'RS256', kid, e, n }", "alg: 'RS256', kid, e, n, d }"],
] as const;

/** Service apps, extra certificates, and what a slip of the hand could change in Okta. */
export const ownerClaims: readonly Claim[] = [
  threat(
    'have its private key, or by the door an access token',
    {
      id: 'app-door-echo',
      out: [
        ['src/main/features/programs/passing.ts', 'if (!holdsValue(passed, lent.value)) {', 'if (true) {'],
      ],
      fails: [appDoorTest, 'is not handed an answer that holds the access token'],
    },
    {
      id: 'app-access-lock',
      out: [['src/main/features/service/desk.ts', 'this.#access.clear();', '']],
      fails: [appDoorTest, 'asks for another access token after Okta refused one'],
    },
    {
      id: 'app-access-asked-lock',
      out: [
        [
          'src/main/features/service/app-access.ts',
          "this.#ending.abort(new Failed('cancelled', words.appAccess.locked));",
          '',
        ],
      ],
      fails: [appDoorTest, 'holds no access token when a lock comes'],
    },
    {
      id: 'app-access-without-proof',
      out: [['src/main/features/programs/visits.ts', "lent.scheme === 'DPoP'", 'false']],
      fails: [appDoorTest, 'refuses an access token that is worth nothing'],
    },
  ),
  threat(
    'get an OAuth service app’s private key or access token',
    {
      id: 'app-key-sealed',
      out: [
        [service, 'this.#vault.sealSecret(keyCell(id), key)', 'key.use((bytes) => Buffer.from(bytes))'],
        [
          service,
          'return this.#vault.openSecret(keyCell(row.cell_id), row.key);',
          'return key(Buffer.from(row.key));',
        ],
        [service, 'this.#vault.openSecret(keyCell(row.cell_id), row.key).wipe()', 'true'],
        [
          service,
          "import type { Secret } from '../../base/secret.ts';",
          "import { Secret } from '../../base/secret.ts';\nconst key = (bytes: Buffer) => Secret.fromBytes(bytes);",
        ],
      ],
      fails: [serviceTest, 'is one that Okta takes; its private half is kept sealed'],
    },
    {
      id: 'app-second-key-sealed',
      out: [
        [
          keyStore,
          '      this.#vault.sealSecret(otherCell(appId), other),\n    );\n  }\n\n  /** Writes the record',
          '      other.use((bytes) => Buffer.from(bytes)),\n    );\n  }\n\n  /** Writes the record',
        ],
        [
          keyStore,
          'return this.#vault.openSecret(otherCell(appId), row.other);',
          'return key(Buffer.from(row.other));',
        ],
        [
          keyStore,
          "import type { Secret } from '../../base/secret.ts';",
          "import { Secret } from '../../base/secret.ts';\nconst key = (bytes: Buffer) => Secret.fromBytes(bytes);",
        ],
      ],
      fails: ['tests/unit/service/key-rotation.test.ts', 'both private keys are sealed'],
    },
    {
      id: 'app-key-public-half',
      out: privateInPublic,
      fails: [serviceTest, 'is one that Okta takes; its private half is kept sealed'],
    },
    {
      id: 'app-key-in-the-app',
      out: privateInPublic,
      fails: ['tests/security/app-key.spec.ts', 'an app’s private key and its access tokens are in no page'],
    },
    {
      id: 'app-access-token',
      out: [
        [
          'src/main/features/service/access-token.ts',
          'const value = Secret.fromText(text);',
          'const value = Secret.fromText(text);\n      process.stderr.write(text);',
        ],
      ],
      fails: ['tests/security/app-key.spec.ts', 'an app’s private key and its access tokens are in no page'],
    },
  ),
  threat(
    'have Keyturn trust another authority',
    {
      id: 'ca-kept',
      out: [
        [
          settings,
          'return { extraCaPem: this.#commandLineCa === null ? extraCaPem :',
          'const { extraCaFile } = this.#network();\n    return { extraCaPem: this.#commandLineCa === null ? (extraCaFile === null ? extraCaPem : readExtraCa(extraCaFile).pem) :',
        ],
      ],
      fails: [settingsTest, 'are used unchanged when the file holds another authority'],
    },
    {
      id: 'ca-sealed',
      out: [
        [
          settings,
          'this.#vault.sealJson(cell, keptNetwork.parse(value)),',
          'Buffer.from(JSON.stringify(keptNetwork.parse(value))),',
        ],
        [
          settings,
          '= this.#vault.openJson(cell, keptNetwork, row.value);',
          '= keptNetwork.parse(JSON.parse(Buffer.from(row.value).toString()));',
        ],
      ],
      fails: [settingsTest, 'are kept sealed, and used without the file'],
    },
    {
      id: 'ca-dialog',
      out: [[settingsHandlers, 'return yes ? keepCa', 'return yes !== null ? keepCa']],
      fails: [settingsTest, 'are used unchanged when the file holds another authority'],
    },
    {
      id: 'ca-as-shown',
      out: [[settingsHandlers, 'keepCa({ file, ca: other })', 'keepCa({ file, ca: readExtraCa(file) })']],
      fails: [
        settingsTest,
        'are the certificates that the question showed, even if the file changed before the answer',
      ],
    },
    {
      id: 'ca-in-the-app',
      out: [[settingsHandlers, 'return yes ? keepCa', 'return yes !== null ? keepCa']],
      fails: ['tests/e2e/settings.spec.ts', 'keeps the certificates of an extra CA file'],
    },
  ),
  threat(
    'revoke a token without typing its name',
    {
      id: 'revoke-name',
      out: [[inventory, 'if (typed.trim() !== current.value.name.trim()) {', "if (oktaTokenId === '') {"]],
      fails: [accessTest, 'revokes only what was named'],
    },
    {
      id: 'revoke-agent',
      out: [[inventory, 'if (isAgents(current.value)) throw agentsRefusal();', '']],
      fails: [accessTest, 'revokes only what was named'],
    },
    {
      id: 'restriction-agent',
      out: [['src/main/features/access/network.ts', 'if (isAgents(token)) throw agentsRefusal();', '']],
      fails: [accessTest, 'of an agent’s token is left alone'],
    },
    {
      id: 'restriction-told',
      out: [
        [
          access,
          "if (state === undefined || (preview.verdict !== 'allowed' && !evenIf)) {",
          'if (state === undefined) {',
        ],
      ],
      fails: [accessTest, 'is changed after a preview'],
    },
    {
      id: 'restriction-this-computer',
      out: [['src/main/features/access/zone-check.ts', 'if (shut !== undefined) {', 'if (shut === null) {']],
      fails: ['tests/unit/access/zone-check.test.ts', 'the preview'],
    },
    {
      id: 'looking-changes-nothing',
      out: [
        [
          'src/main/okta/client.ts',
          "const method = call.method ?? 'GET';",
          "const method = call.method ?? (call.path.includes('/groups') ? 'POST' : 'GET');",
        ],
      ],
      fails: ['tests/unit/access/xray.test.ts', 'never writes'],
    },
    {
      id: 'revoke-in-the-window',
      out: [['src/renderer/access/revoke-dialog.tsx', 'disabled={!same || busy}', 'disabled={busy}']],
      fails: [
        'tests/e2e/access.spec.ts',
        'the inventory: every token, flags, adopt, and revoke by its typed name',
      ],
    },
  ),
];
