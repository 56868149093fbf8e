import { expect, test } from '@playwright/test';
import { hostName, runMain } from '../run-main.ts';

// docs/api/safe-storage.md; electron.d.ts 45
test('safeStorage: not before ready; encrypts under the keyring, and says when it cannot decrypt', async () => {
  const { facts, out } = await runMain(
    `report('early', [await safeStorage.isAsyncEncryptionAvailable(), safeStorage.isEncryptionAvailable(), await failed(() => safeStorage.encryptStringAsync('x')), await failed(() => safeStorage.encryptString('x'))]);
    app.setName('KeyturnConformance');
    app.whenReady().then(async () => {
    report('available', await safeStorage.isAsyncEncryptionAvailable());
    const sealed = await safeStorage.encryptStringAsync('hällo');
    report('prefix', sealed.subarray(0, 3).toString());
    report('opened', await safeStorage.decryptStringAsync(sealed));
    const broken = Buffer.from(sealed); broken[broken.length - 1] ^= 1;
    report('broken', await failed(() => safeStorage.decryptStringAsync(broken)));
    report('same key', await Promise.all(['a', 'b', 'c'].map(async (text) => (await safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync(text))).result)));
    report('either way', [safeStorage.decryptString(await safeStorage.encryptStringAsync('async')), (await safeStorage.decryptStringAsync(safeStorage.encryptString('sync'))).result]);
    report('empty', [await safeStorage.decryptStringAsync(Buffer.alloc(0)), (await safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync(''))).result]);
    report('refused', [await failed(() => safeStorage.decryptStringAsync({})), await failed(() => safeStorage.decryptString({})), await failed(() => safeStorage.decryptString(Buffer.from('never encrypted'))), await failed(() => safeStorage.decryptStringAsync(Buffer.from('never encrypted')))]);
    app.exit(0); });`,
  );
  expect(facts, out).toMatchObject({ available: true, opened: { result: 'hällo', shouldReEncrypt: false } });
  const tooEarly = 'safeStorage cannot be used before app is ready';
  expect(facts.early).toEqual([false, false, tooEarly, tooEarly]);
  expect(facts).toMatchObject({
    'same key': ['a', 'b', 'c'],
    'either way': ['async', 'sync'],
    empty: [{ result: '', shouldReEncrypt: false }, ''],
    refused: [
      'Expected the first argument of decryptStringAsync() to be a buffer',
      'Expected the first argument of decryptString() to be a buffer',
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.',
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    ],
  });
  expect(facts.broken).toContain('Error while decrypting the ciphertext');
  if (process.platform === 'linux') expect(facts.prefix).toBe('v11');
});

// Only Linux has a fallback with a constant key.
if (process.platform === 'linux')
  test('safeStorage without a keyring: still "available", but what it writes says v10', async () => {
    const { facts, out } = await runMain(
      `app.whenReady().then(async () => {
    report('available', await safeStorage.isAsyncEncryptionAvailable());
    report('prefix', (await safeStorage.encryptStringAsync('x')).subarray(0, 3).toString());
    report('sync', [safeStorage.isEncryptionAvailable(), await failed(() => safeStorage.encryptString('x'))]);
    safeStorage.setUsePlainTextEncryption(true);
    report('by leave', [safeStorage.getSelectedStorageBackend(), safeStorage.isEncryptionAvailable(), safeStorage.decryptString(safeStorage.encryptString('x'))]);
    app.exit(0); });`,
      { args: ['--password-store=basic'], env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } },
    );
    expect(facts, out).toMatchObject({
      available: true,
      prefix: 'v10',
      sync: [false, expect.stringContaining('Encryption is not available.')],
      'by leave': ['basic_text', true, 'x'],
    });
  });

// docs/api/safe-storage.md, decryptStringAsync; shell/browser/api/electron_api_safe_storage.cc. Electron cannot be made to do it.
if (hostName !== 'Electron')
  test('safeStorage that asks for re-encryption, is away for now, or has lost its key', async () => {
    const { facts, out } = await runMain(
      `app.whenReady().then(async () => {
    const be = (mode) => { process.env.KEYTURN_HOST_SAFE_STORAGE = mode };
    const sealed = await safeStorage.encryptStringAsync('kept');
    be('none'); const plain = await safeStorage.encryptStringAsync('plain');
    report('without', [plain.subarray(0, 3).toString(), await safeStorage.decryptStringAsync(plain)]);
    be('rewrap'); report('rewrap', await safeStorage.decryptStringAsync(sealed));
    be('flaky'); report('flaky', await failed(() => safeStorage.decryptStringAsync(sealed)));
    be('lost'); report('lost', await failed(() => safeStorage.decryptStringAsync(sealed)));
    be('auto'); report('back', await safeStorage.decryptStringAsync(sealed));
    report('better key', await safeStorage.decryptStringAsync(plain));
    app.exit(0); });`,
    );
    expect(facts, out).toEqual({
      without: ['v10', { result: 'plain', shouldReEncrypt: false }],
      rewrap: { result: 'kept', shouldReEncrypt: true },
      flaky: 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
      lost: 'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
      back: { result: 'kept', shouldReEncrypt: false },
      'better key': { result: 'plain', shouldReEncrypt: true },
    });
  });
