import { expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { unwrapByPassphrase, wrapByPassphrase } from '../../../src/main/vault/wrappings.ts';

const passphrase = Secret.fromText('otter lamp violin creek');

it('opens what Keyturn wrapped', { timeout: 30_000 }, async () => {
  const root = Buffer.alloc(32, 7);
  expect(await unwrapByPassphrase(await wrapByPassphrase(root, passphrase), passphrase)).toEqual(root);
});

// A backup that somebody else made names these numbers. Each of these would hold the app for minutes, or take its memory.
it.each([
  ['memory', 262_145],
  ['memory', 1_048_576],
  ['passes', 5],
  ['passes', 100],
  ['lanes', 16],
  ['memory', 0],
  ['passes', -1],
  ['memory', 1e308],
])('refuses a wrapped key whose %s is %d, before it derives anything', async (name, number) => {
  const parameters = { algorithm: 'argon2id', memory: 65_536, passes: 3, lanes: 1, salt: '00'.repeat(16) };
  const wrapping = {
    kind: 'passphrase',
    wrapped: Buffer.alloc(61, 1),
    parameters: JSON.stringify({ ...parameters, [name]: number }),
  } as const;
  await expect(unwrapByPassphrase(wrapping, passphrase)).rejects.toMatchObject({
    failure: { code: 'vault-problem' },
  });
});
