import { randomBytes } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { argon2id } from 'hash-wasm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { openAge } from '../../../src/main/vault/age-file.ts';
import { CellUnreadable, seal } from '../../../src/main/vault/cells.ts';
import { checkPasscode } from '../../../src/main/vault/passcode-strength.ts';
import { unwrapByPassphrase, wrapByPassphrase } from '../../../src/main/vault/wrappings.ts';
import { secret } from './contents.ts';

const root = randomBytes(32);
const composed = 'caf\u00e9 \u00c5ngstr\u00f6m gr\u00fc\u00dfe';

afterEach(() => vi.restoreAllMocks());

describe('a passphrase', { timeout: 60_000 }, () => {
  it('leaves no form of itself in memory, whichever of them opens', async () => {
    const wrapping = await wrapByPassphrase(root, secret(composed));
    const made: Secret[] = [];
    const { copy } = Secret.prototype;
    vi.spyOn(Secret.prototype, 'copy').mockImplementation(function (this: Secret) {
      made.push(copy.call(this));
      return made.at(-1) as Secret;
    });
    const { fromText } = Secret;
    vi.spyOn(Secret, 'fromText').mockImplementation((text) => {
      made.push(fromText.call(Secret, text));
      return made.at(-1) as Secret;
    });
    const typed = fromText.call(Secret, composed.normalize('NFD'));
    expect(await unwrapByPassphrase(wrapping, typed)).toEqual(root);
    expect(made.length).toBe(2);
    expect(made.filter(({ wiped }) => !wiped)).toEqual([]);
    expect(typed.wiped).toBe(false);
  });

  it.each([
    ['with each accent as a character of its own', composed.normalize('NFD')],
    ['with no-break spaces', composed.replaceAll(' ', '\u00a0')],
    ['with ideographic spaces', composed.replaceAll(' ', '\u3000')],
  ])('opens in another form than it was chosen in: %s', async (_, other) => {
    for (const [chosen, typed] of [
      [composed, other],
      [other, composed],
    ] as const) {
      const wrapping = await wrapByPassphrase(root, secret(chosen));
      expect(await unwrapByPassphrase(wrapping, secret(typed))).toEqual(root);
    }
  });

  it.each(['CAF\u00c9 \u00c5ngstr\u00f6m gr\u00fc\u00dfe', 'cafe angstrom grusse', `${composed} `])(
    'does not open with other letters: %s',
    async (typed) => {
      const wrapping = await wrapByPassphrase(root, secret(composed));
      await expect(unwrapByPassphrase(wrapping, secret(typed))).rejects.toThrow(CellUnreadable);
    },
  );

  it('opens what an earlier Keyturn and other programs sealed with the typed bytes', async () => {
    const typed = composed.normalize('NFD');
    const parameters = { algorithm: 'argon2id', memory: 8, passes: 1, lanes: 1, salt: '00'.repeat(16) };
    const key = await argon2id({
      ...{ password: typed, salt: Buffer.alloc(16), memorySize: 8, iterations: 1, parallelism: 1 },
      ...{ hashLength: 32, outputType: 'binary' },
    });
    const cell = { table: 'keys', rowId: 'passphrase', column: 'wrapped' };
    const wrapping = {
      kind: 'passphrase',
      wrapped: seal(Buffer.from(key), cell, root),
      parameters: JSON.stringify(parameters),
    } as const;
    expect(await unwrapByPassphrase(wrapping, secret(typed))).toEqual(root);

    const encrypter = new Encrypter();
    encrypter.setPassphrase(typed);
    expect(await openAge(Buffer.from(await encrypter.encrypt('a text')), secret(typed))).toBe('a text');
  });
});

describe('a new passcode', () => {
  it.each([
    ['a run in full-width digits', '１２３４５６７８'],
    ['a date in full-width digits', '１９８４１２２４'],
    ['a common password in full-width letters', 'ｐａｓｓｗｏｒｄ１２３'],
    ['only no-break spaces', '\u00a0'.repeat(12)],
    ['only blanks', ' '.repeat(12)],
  ])('is refused as it would be in plain letters: %s', async (_, typed) => {
    await expect(checkPasscode(secret(typed))).rejects.toMatchObject({ failure: { code: 'weak-passcode' } });
  });
});
