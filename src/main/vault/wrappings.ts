import { hkdfSync, randomBytes } from 'node:crypto';
import type { Check } from '../../shared/check.ts';
import { Failed } from '../base/failure.ts';
import { type Keyring, KeyringRefused } from '../base/ports.ts';
import type { Secret } from '../base/secret.ts';
import { CellUnreadable, open, seal } from './cells.ts';
import { argon2Parameters, ofKeyring } from './kept.compiled.ts';
import { formsOf, inOneForm } from './passphrase-forms.ts';
import { words } from './words.ts';

/** The data key, wrapped for one way of opening the vault. */
export interface Wrapping {
  readonly kind: 'keyring' | 'passphrase' | 'recovery';
  readonly wrapped: Uint8Array;
  /** JSON: what unwrapping also needs, for example Argon2's parameters. */
  readonly parameters: string;
}

type Argon2Parameters = ReturnType<typeof argon2Parameters.parse>;

// RFC 9106, section 4, second recommended option (64 MiB, 3 passes), with one lane since WebAssembly runs on one thread.
const argon2Now = { algorithm: 'argon2id', memory: 65_536, passes: 3, lanes: 1 } as const;

const cellOf = (kind: string) => ({ table: 'keys', rowId: kind, column: 'wrapped' });

async function keyOfPassphrase(passphrase: Secret, parameters: Argon2Parameters): Promise<Buffer> {
  // Electron's BoringSSL has no crypto.argon2. The module loads on first use because most vaults have no passphrase.
  const { argon2id } = await import('hash-wasm');
  const password = passphrase.use((bytes) => new Uint8Array(bytes));
  try {
    const hash = await argon2id({
      password,
      salt: Buffer.from(parameters.salt, 'hex'),
      memorySize: parameters.memory,
      iterations: parameters.passes,
      parallelism: parameters.lanes,
      hashLength: 32,
      outputType: 'binary',
    });
    return Buffer.from(hash.buffer, hash.byteOffset, hash.length);
  } finally {
    password.fill(0);
  }
}

/** Seals the key for a cell of this kind with a new passphrase. Returns Argon2's parameters beside it. */
async function sealBy(passphrase: Secret, kind: string, root: Buffer) {
  const parameters = { ...argon2Now, salt: randomBytes(16).toString('hex') };
  using form = inOneForm(passphrase);
  const key = await keyOfPassphrase(form, parameters);
  const sealed = seal(key, cellOf(kind), root);
  key.fill(0);
  return { sealed, parameters };
}

/** Opens the result of `sealBy`. Throws CellUnreadable for a wrong passphrase. */
async function openBy(
  typed: Secret,
  kind: string,
  sealed: Uint8Array,
  parameters: Argon2Parameters,
): Promise<Buffer> {
  const forms = formsOf(typed);
  let wrong: unknown = null;
  try {
    for (const form of forms) {
      const key = await keyOfPassphrase(form, parameters);
      try {
        return open(key, cellOf(kind), sealed);
      } catch (error) {
        if (!(error instanceof CellUnreadable)) throw error;
        wrong = error;
      } finally {
        key.fill(0);
      }
    }
    throw wrong;
  } finally {
    for (const form of forms) form.wipe();
  }
}

/** Wraps the key under a passphrase by Argon2id (RFC 9106), and stores the parameters beside it. */
export async function wrapByPassphrase(root: Buffer, passphrase: Secret): Promise<Wrapping> {
  const { sealed: wrapped, parameters } = await sealBy(passphrase, 'passphrase', root);
  return { kind: 'passphrase', wrapped, parameters: JSON.stringify(parameters) };
}

/** Unwraps the key. Throws CellUnreadable for a wrong passphrase, and Failed `vault-problem` for damaged parameters. */
export async function unwrapByPassphrase(wrapping: Wrapping, passphrase: Secret): Promise<Buffer> {
  const parameters = dataOf(argon2Parameters, wrapping);
  if (parameters === null) {
    throw new Failed('vault-problem', words.wrappings.damaged, words.wrappings.useOther);
  }
  return openBy(passphrase, 'passphrase', wrapping.wrapped, parameters);
}

// A key of 160 random bits needs no slow hash.
const keyOfRecovery = (recoveryKey: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', recoveryKey, Buffer.alloc(0), 'keyturn recovery v1', 32));

/** Returns the data key `root`, sealed by a key that HKDF-SHA256 derives from the recovery key. Wipes the derived key. */
export function wrapByRecoveryKey(root: Buffer, recoveryKey: Buffer): Wrapping {
  const key = keyOfRecovery(recoveryKey);
  const wrapped = seal(key, cellOf('recovery'), root);
  key.fill(0);
  return { kind: 'recovery', wrapped, parameters: '{}' };
}

/** Unwraps the key. Throws CellUnreadable for the recovery key of another vault. */
export function unwrapByRecoveryKey(wrapping: Wrapping, recoveryKey: Buffer): Buffer {
  const key = keyOfRecovery(recoveryKey);
  try {
    return open(key, cellOf('recovery'), wrapping.wrapped);
  } finally {
    key.fill(0);
  }
}

/** Wraps the key under the operating system's keyring. The id only tells people which keyring it was; no code decides by it. */
export async function wrapByKeyring(root: Buffer, keyring: Keyring): Promise<Wrapping> {
  return {
    kind: 'keyring',
    wrapped: await keyring.wrap(root),
    parameters: JSON.stringify({ id: keyring.id() }),
  };
}

/** Unwraps the key. Throws KeyringUnavailable or KeyringRefused. `rewrap` is true when the system asks to wrap the key again. */
export async function unwrapByKeyring(
  wrapping: Wrapping,
  keyring: Keyring,
): Promise<{ root: Buffer; rewrap: boolean }> {
  const { bytes, rewrap } = await keyring.unwrap(Buffer.from(wrapping.wrapped));
  if (bytes.length !== 32) {
    bytes.fill(0);
    throw new KeyringRefused('The keyring gave back something else than a key.');
  }
  return { root: bytes, rewrap };
}

/**
 * Wraps the key under the keyring and a passcode: the passcode's key (Argon2id) seals the root, and the keyring wraps the result. Opening
 * needs both. Throws KeyringUnavailable or KeyringRefused.
 */
export async function wrapByPasscode(root: Buffer, keyring: Keyring, passcode: Secret): Promise<Wrapping> {
  const { sealed, parameters } = await sealBy(passcode, 'passcode', root);
  return {
    kind: 'keyring',
    wrapped: await keyring.wrap(sealed),
    parameters: JSON.stringify({ id: keyring.id(), passcode: parameters }),
  };
}

/**
 * Removes the keyring's layer from a wrapping that also needs a passcode. `again` is the same wrapping under the present keyring's key,
 * when the system asks to wrap it again. Throws KeyringUnavailable or KeyringRefused.
 */
export async function sealedByPasscode(
  wrapping: Wrapping,
  keyring: Keyring,
): Promise<{ sealed: Buffer; again: Wrapping | null }> {
  const { bytes, rewrap } = await keyring.unwrap(Buffer.from(wrapping.wrapped));
  return {
    sealed: bytes,
    again: rewrap ? { ...wrapping, wrapped: await keyring.wrap(bytes) } : null,
  };
}

/** Opens the result of `sealedByPasscode`. Throws CellUnreadable for a wrong passcode. */
export async function openByPasscode(wrapping: Wrapping, sealed: Buffer, passcode: Secret): Promise<Buffer> {
  const parameters = keyringParameters(wrapping)?.passcode;
  if (parameters === undefined) throw new CellUnreadable('no passcode');
  return openBy(passcode, 'passcode', sealed, parameters);
}

/** Returns whether this wrapping needs a passcode in addition to the keyring. */
export const needsPasscode = (wrapping: Wrapping): boolean =>
  keyringParameters(wrapping)?.passcode !== undefined;

/** Returns the name of the keyring that wrapped the key. An earlier form kept the name itself, in the language of its day. */
export function keyringLabelOf(wrapping: Wrapping, keyring: Keyring): string {
  const { id, label } = keyringParameters(wrapping) ?? {};
  return id === undefined ? (label ?? words.wrappings.systemKeyring) : keyring.label(id);
}

/** Returns the salt of a wrapping's passcode or passphrase, which identifies it; null when the wrapping needs neither. */
export const saltOf = (wrapping: Wrapping): string | null =>
  wrapping.kind === 'keyring'
    ? (keyringParameters(wrapping)?.passcode?.salt ?? null)
    : (dataOf(argon2Parameters, wrapping)?.salt ?? null);

const keyringParameters = (wrapping: Wrapping) =>
  wrapping.kind === 'keyring' ? dataOf(ofKeyring, wrapping) : null;

/** Returns the parameters beside a wrapped key, or null when they have another form. */
function dataOf<T>(check: Check<T>, wrapping: Wrapping): T | null {
  const checked = check.safeParse(jsonOf(wrapping.parameters));
  return checked.success ? checked.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
