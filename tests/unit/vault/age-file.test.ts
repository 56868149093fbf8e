import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ofCarrying } from '../../../src/main/app/carrying-needs.ts';
import { openHouse } from '../../../src/main/app/house.ts';
import { exportTokens, importTokens } from '../../../src/main/features/vault/carrying.ts';
import { openAge, sealAge } from '../../../src/main/vault/age-file.ts';
import { checkPassphrase } from '../../../src/main/vault/passphrase-strength.ts';
import { newPassphrase } from '../../../src/shared/passphrase.ts';
import { identity, profile, values } from '../../fixtures/vault/known.ts';
import { codeOf, failureOf } from '../main/samples.ts';
import { stillWorld } from '../main/still-world.ts';
import { serviceDeskOf } from '../service/desk-of.ts';
import { secret } from './contents.ts';

const passphrase = 'correct horse battery staple';
const folder = mkdtempSync(join(tmpdir(), 'keyturn-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

let computers = 0;
/** A computer with a vault of its own. */
async function computer() {
  const house = openHouse(
    stillWorld({ userData: join(folder, `computer ${++computers}`), extraCaFile: null }),
  );
  await house.vault.start();
  const service = serviceDeskOf(house);
  return { house, service, carrying: ofCarrying(house, service) };
}
type Computer = Awaited<ReturnType<typeof computer>>;

function addTokens({ house }: Computer): void {
  house.vault.transaction(() => {
    const orgId = house.orgs.keep({ ...identity, notes: [] }, 1);
    for (const [n, value] of values.entries()) {
      house.tokens.add(orgId, identity.origin, profile(n), secret(value), 1_000 + n);
    }
  });
}

const valuesOf = ({ house }: Computer) =>
  house.tokens
    .list()
    .map(({ id }) => house.tokens.secretOf(id).use((bytes) => bytes.toString('utf8')))
    .sort();

/** Debian's age in a terminal of its own, since it asks for a passphrase nowhere else. */
function age(command: string, ...typed: string[]): void {
  const run = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    input: typed.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  expect(run.status, run.stdout).toBe(0);
}
const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;
const noAge = isThere('age') && isThere('script') ? false : 'age and script are not installed here';

/** Writes an age file as another program may, with the least work. */
async function sealed(document: unknown): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(10);
  return armor.encode(await encrypter.encrypt(JSON.stringify(document)));
}

let file: string;
let from: Computer;
beforeAll(async () => {
  from = await computer();
  addTokens(from);
  file = join(folder, 'tokens.age');
  expect(await exportTokens(from.carrying, file, secret(passphrase))).toEqual({
    tokens: 2,
    apps: 0,
    leftOut: 0,
  });
});

it('leaves the main process free while it derives the key, to seal and to open', async () => {
  const before = performance.eventLoopUtilization();
  const armored = await sealAge('a text', secret(passphrase));
  expect(await openAge(Buffer.from(armored), secret(passphrase))).toBe('a text');
  // Derived in JavaScript, this is close to 1.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3);
});

it('opens with the age library, and opens what the library sealed', async () => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const armored = await sealAge('a text', secret(passphrase));
  expect(await decrypter.decrypt(armor.decode(armored), 'text')).toBe('a text');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const theirs = Buffer.from(await encrypter.encrypt('another text'));
  expect(await openAge(theirs, secret(passphrase))).toBe('another text');
});

describe('an age file for another computer', () => {
  let to: Computer;
  beforeEach(async () => {
    to = await computer();
  });

  it('is for this account only, and no value is readable in it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'latin1');
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(
      `${text}${Buffer.from(text.replaceAll(/-----.*-----|\n/g, ''), 'base64').toString('latin1')}`,
    ).not.toContain('fixtureValue');
  });

  it('imports every token there, with its org and the details that a person entered', async () => {
    expect(await importTokens(to.carrying, file, secret(passphrase))).toEqual({
      added: { tokens: 2, apps: 0 },
      alreadyHere: { tokens: 0, apps: 0 },
    });
    expect(valuesOf(to)).toEqual([...values]);
    expect(to.house.orgs.list()).toMatchObject([identity]);
    expect(to.house.tokens.list()).toMatchObject([
      { ...profile(0), capturedAt: 1_000 },
      { ...profile(1), capturedAt: 1_001 },
    ]);
  });

  it('does not change existing tokens and apps', async () => {
    addTokens(to);
    const [first] = to.house.tokens.list();
    to.house.tokens.update(first?.id ?? '', { label: 'renamed here' });
    const before = to.house.tokens.list();
    expect(await importTokens(to.carrying, file, secret(passphrase))).toEqual({
      added: { tokens: 0, apps: 0 },
      alreadyHere: { tokens: 2, apps: 0 },
    });
    expect(to.house.tokens.list()).toEqual(before);
  });

  it('carries an app with its key, its name and its job, and adds it once', async () => {
    addTokens(to);
    const other = join(folder, 'apps.age');
    const [token] = to.house.tokens.list();
    const { id } = await to.service.begin(token?.id ?? '');
    await to.service.setJob(id, { kind: 'siem', needs: [] });
    const made = to.service.setClient(id, '0oa1234567890abcdefgh');
    expect(await exportTokens(to.carrying, other, secret(passphrase))).toEqual({
      ...{ tokens: 2, apps: 1, leftOut: 0 },
    });
    const there = await computer();
    expect(await importTokens(there.carrying, other, secret(passphrase))).toMatchObject({
      added: { tokens: 2, apps: 1 },
    });
    const { apps } = there.service.list();
    const { kid, jwk, clientId, label, plan } = made;
    expect(apps).toMatchObject([{ kid, jwk, clientId, label, plan, tokenId: null, readable: true }]);
    const keyOf = (of: Computer, appId: string) =>
      of.house.apps.key(appId).use((bytes) => bytes.toString('hex'));
    expect(keyOf(there, apps[0]?.id ?? '')).toBe(keyOf(to, id));
    expect(await importTokens(there.carrying, other, secret(passphrase))).toEqual({
      added: { tokens: 0, apps: 0 },
      alreadyHere: { tokens: 2, apps: 1 },
    });
    expect(there.service.list().apps).toHaveLength(1);
  });

  it('that holds an app without a private key changes nothing, and the refusal says so', async () => {
    const other = join(folder, 'other.age');
    const app = { ...profile(0), origin: identity.origin, clientId: null, kid: 'a', madeAt: 1, job: null };
    const tokens = [{ ...profile(0), origin: identity.origin, value: values[0], capturedAt: 1 }];
    const apps = [{ ...app, privateKey: '-----BEGIN PRIVATE KEY-----\nnone\n-----END PRIVATE KEY-----\n' }];
    const document = { format: 'keyturn-tokens', version: 2, writtenAt: 1, orgs: [identity], tokens, apps };
    writeFileSync(other, await sealed(document));
    await expect(importTokens(to.carrying, other, secret(passphrase))).rejects.toThrow(
      /private key cannot be read/,
    );
    expect(to.house.tokens.list()).toEqual([]);
  });

  it('leaves out a revoked token, and says so', async () => {
    addTokens(to);
    to.house.tokens.markRevoked(to.house.tokens.list()[0]?.id ?? '', 1);
    const other = join(folder, 'less.age');
    expect(await exportTokens(to.carrying, other, secret(passphrase))).toEqual({
      tokens: 1,
      apps: 0,
      leftOut: 1,
    });
  });

  it.each<[string, (bytes: Buffer) => Buffer | string, RegExp]>([
    ['was cut short', (bytes) => bytes.subarray(0, bytes.length - 120), /cut short or changed/],
    [
      'was changed in its armor',
      (bytes) => {
        const text = bytes.toString('latin1').split('\n');
        text[8] = `${text[8]?.startsWith('A') ? 'B' : 'A'}${text[8]?.slice(1)}`;
        return text.join('\n');
      },
      /cut short or changed/,
    ],
    ['is another file', () => 'hello', /not an age file/],
    ['is a sign-in page', () => '<!doctype html><title>Sign in</title>', /web page.*Sign in there/],
    ['is a packed file', () => 'PK\u0003\u0004', /packed.*Unpack/],
    ['is empty', () => '', /is empty.*Download/],
    ['is a backup', () => `SQLite format 3\0${'x'.repeat(100)}`, /a database.*"Restore a backup"/],
    [
      'had the line ends of its binary form changed',
      () => 'age-encryption.org/v1\r\n-> scrypt abc 18\r\n',
      /cut short or changed/,
    ],
    [
      'has lost its last line',
      (bytes) => bytes.toString('latin1').trimEnd().split('\n').slice(0, -1).join('\n'),
      /cut short or changed/,
    ],
    ['is for keys', () => 'age-encryption.org/v1\n-> X25519 abc\n', /not encrypted with a passphrase/],
    [
      'asks for years of work',
      () =>
        `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
      /more work/,
    ],
  ])('that %s is reported and changes nothing', async (_what, spoil, sentence) => {
    const spoiled = join(folder, 'spoiled.age');
    writeFileSync(spoiled, spoil(readFileSync(file)));
    const { code, ...said } = await failureOf(() => importTokens(to.carrying, spoiled, secret(passphrase)));
    expect([code, `${said.sentence} ${said.remedy}`]).toEqual(['file', expect.stringMatching(sentence)]);
    expect(to.house.tokens.list()).toEqual([]);
  });

  it.each<[string, (text: string) => string | Buffer]>([
    ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['in UTF-16, as PowerShell writes it', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['indented, as in YAML', (text) => text.replaceAll(/^/gm, '    ')],
    ['quoted in a mail, with text around it', (text) => `Hi Ann,\n\n${text.replaceAll(/^/gm, '> ')}\nBye\n`],
    ['with blanks at the ends of its lines', (text) => text.replaceAll('\n', ' \t\n')],
    ['with empty lines between its lines', (text) => text.replaceAll('\n', '\n\n')],
  ])('is imported %s', async (_what, carried) => {
    const other = join(folder, 'carried.txt');
    writeFileSync(other, carried(readFileSync(file, 'utf8')));
    expect(await importTokens(to.carrying, other, secret(passphrase))).toMatchObject({
      added: { tokens: 2 },
    });
    expect(valuesOf(to)).toEqual([...values]);
  });

  it('that is a folder, a device or a pipe is refused, and the refusal says so', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    for (const none of [folder, '/dev/zero', pipe]) {
      const refused = await failureOf(() => importTokens(to.carrying, none, secret(passphrase)));
      expect(refused).toMatchObject({
        code: 'file',
        sentence: expect.stringContaining('a device or a pipe'),
      });
    }
  });

  it('does not open with another passphrase', async () => {
    expect(await codeOf(() => importTokens(to.carrying, file, secret(`${passphrase}.`)))).toBe(
      'wrong-passphrase',
    );
    expect(await codeOf(() => importTokens(to.carrying, join(folder, 'none'), secret(passphrase)))).toBe(
      'file',
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['another program’s text', 'hello', /no tokens of Keyturn/],
    ['of a newer Keyturn', { format: 'keyturn-tokens', version: 3 }, /newer version/],
    [
      'with an org over http',
      {
        format: 'keyturn-tokens',
        version: 1,
        writtenAt: 1,
        orgs: [{ ...identity, origin: 'http://fixture.okta.com' }],
        tokens: [{ ...profile(0), origin: 'http://fixture.okta.com', value: values[0], capturedAt: 1 }],
      },
      /no org/,
    ],
  ])('that holds a document %s is reported and changes nothing', async (_what, document, sentence) => {
    const other = join(folder, 'other.age');
    writeFileSync(other, await sealed(document));
    await expect(importTokens(to.carrying, other, secret(passphrase))).rejects.toThrow(sentence);
    expect(to.house.tokens.list()).toEqual([]);
  });

  it.each([
    "x';id;'.evil.example",
    'a$(id).evil.example',
    'a`id`.evil.example',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of Terraform's language
    'a${file("b")}.evil.example',
    'a";b.evil.example',
  ])('with a host that ends a string in a shell or a configuration adds nothing: %s', async (host) => {
    const other = join(folder, 'other.age');
    const origin = `https://${host}`;
    // The URL standard takes it for an origin.
    expect(new URL(origin).origin).toBe(origin);
    const tokens = [{ ...profile(0), origin, value: values[0], capturedAt: 1 }];
    const orgs = [{ ...identity, origin, host }];
    writeFileSync(other, await sealed({ format: 'keyturn-tokens', version: 1, writtenAt: 1, orgs, tokens }));
    await expect(importTokens(to.carrying, other, secret(passphrase))).rejects.toThrow(/no org/);
    expect(to.house.orgs.list()).toEqual([]);
  });

  it.each([
    ['value', '00abc\nLD_PRELOAD=/tmp/x'],
    ['value', '00abc def'],
    ['value', '00abc\0'],
    ['kid', 'k\nLD_PRELOAD=/tmp/x'],
    ['kid', 'k"\n}\ndata "external" "x" {'],
    ['kid', "k'"],
  ])('with a %s that would write a line of its own adds nothing: %j', async (field, text) => {
    const other = join(folder, 'other.age');
    const kept = { ...profile(0), origin: identity.origin };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const tokens = [{ ...kept, value: field === 'value' ? text : values[0], capturedAt: 1 }];
    const kid = field === 'kid' ? text : 'a';
    const apps = [{ ...kept, clientId: null, kid, madeAt: 1, job: null, privateKey: pem }];
    const document = { format: 'keyturn-tokens', version: 2, writtenAt: 1, orgs: [identity], tokens, apps };
    writeFileSync(other, await sealed(document));
    await expect(importTokens(to.carrying, other, secret(passphrase))).rejects.toThrow(
      /no tokens of Keyturn/,
    );
    expect(to.house.tokens.list()).toEqual([]);
    expect(to.service.list().apps).toEqual([]);
  });

  it('shows the host of the origin that its tokens go to, not one that the file names', async () => {
    const other = join(folder, 'other.age');
    const origin = 'https://evil.example';
    const orgs = [{ ...identity, origin, host: identity.host, adminUrl: identity.adminUrl }];
    const tokens = [{ ...profile(0), origin, value: values[0], capturedAt: 1 }];
    writeFileSync(other, await sealed({ format: 'keyturn-tokens', version: 1, writtenAt: 1, orgs, tokens }));
    await importTokens(to.carrying, other, secret(passphrase));
    expect(to.house.orgs.list()).toMatchObject([
      { origin, host: 'evil.example', adminUrl: 'https://evil.example/admin/access/api/tokens' },
    ]);
  });

  it('makes the address for the browser from the org’s origin, not from the file', async () => {
    const other = join(folder, 'other.age');
    const orgs = [{ ...identity, adminUrl: 'https://evil.example/admin' }];
    const tokens = [{ ...profile(0), origin: identity.origin, value: values[0], capturedAt: 1 }];
    const document = { format: 'keyturn-tokens', version: 1, writtenAt: 1, orgs, tokens };
    writeFileSync(other, await sealed(document));
    await importTokens(to.carrying, other, secret(passphrase));
    expect(to.house.orgs.list()).toMatchObject([{ adminUrl: identity.adminUrl }]);
  });

  it('does not change an existing org, even when one of its tokens is new', async () => {
    addTokens(to);
    const before = to.house.orgs.list().map(({ tokenCount: _, ...org }) => org);
    const other = join(folder, 'other.age');
    const orgs = [{ ...identity, oktaOrgId: '00oanother', host: 'evil.example' }];
    const value = '00newInTheFile_newInTheFile_newInTheFile_1';
    const tokens = [{ ...profile(0), origin: identity.origin, value, capturedAt: 1 }];
    writeFileSync(other, await sealed({ format: 'keyturn-tokens', version: 1, writtenAt: 1, orgs, tokens }));
    expect(await importTokens(to.carrying, other, secret(passphrase))).toMatchObject({
      added: { tokens: 1 },
    });
    expect(to.house.orgs.list().map(({ tokenCount: _, ...org }) => org)).toEqual(before);
  });

  it.skipIf(noAge)('opens with the program age', () => {
    age('age -d -o out.json tokens.age', passphrase);
    const read = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(read).toMatchObject({ format: 'keyturn-tokens', version: 1, orgs: [identity] });
    expect(read.tokens.map(({ value }: { value: string }) => value)).toEqual([...values]);
  });

  it.skipIf(noAge).each(['', '-a '])('that the program age made opens here (age %s-p)', async (armor) => {
    const tokens = values.map((value, n) => ({
      ...profile(n),
      origin: identity.origin,
      value,
      capturedAt: 1,
    }));
    const document = { format: 'keyturn-tokens', version: 1, writtenAt: 1, orgs: [identity], tokens };
    writeFileSync(join(folder, 'plain.json'), JSON.stringify(document));
    age(`age ${armor}-p -o made.age plain.json`, 'another good passphrase', 'another good passphrase');
    const made = join(folder, 'made.age');
    expect(await importTokens(to.carrying, made, secret('another good passphrase'))).toMatchObject({
      added: { tokens: 2 },
    });
    expect(valuesOf(to)).toEqual([...values]);
    rmSync(made);
  });
});

describe('the passphrase of an age file', () => {
  it.each(['short', '123456789012345', 'aaaaaaaaaaaaaaaa', 'passwordpassword', 'keyturnkeyturn'])(
    'is refused when it is weak: %s',
    async (weak) => {
      await expect(checkPassphrase(secret(weak))).rejects.toThrow(/easy to guess/);
    },
  );

  it('is strong and never the same twice when Keyturn generates it', async () => {
    const made = Array.from({ length: 200 }, newPassphrase);
    for (const one of made) {
      expect(one).toMatch(/^([0-9a-hj-km-np-tv-z]{4}-){4}[0-9a-hj-km-np-tv-z]{4}$/);
    }
    // An estimate takes some tenths of a second on a busy machine.
    for (const one of made.slice(0, 3)) await checkPassphrase(secret(one));
    expect(new Set(made).size).toBe(200);
  });
});
