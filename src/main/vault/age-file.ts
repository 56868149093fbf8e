import { readFileSync, statSync } from 'node:fs';
import { Failed } from '../base/failure.ts';
import { codeOf } from '../base/files.ts';
import type { Secret } from '../base/secret.ts';
import { formsOf, inOneForm } from './passphrase-forms.ts';
import { words } from './words.ts';

/** The largest file that Keyturn reads into memory. Every export is far smaller, so a larger file is something else. */
const mostBytes = 256 * 1024 * 1024;

const firstLine = 'age-encryption.org/v1\n';
const armorLine = '-----BEGIN AGE ENCRYPTED FILE-----';

/**
 * Returns `text` encrypted in the age format (age-encryption.org/v1) with one scrypt recipient, as armored text. Every age program opens it
 * with the passphrase. Another thread derives the key.
 */
export async function sealAge(text: string, passphrase: Secret): Promise<string> {
  const [{ armor, Encrypter }, { scryptRecipient }] = await loaded();
  const encrypter = new Encrypter();
  using form = inOneForm(passphrase);
  encrypter.addRecipient(scryptRecipient(form));
  return armor.encode(await encrypter.encrypt(text));
}

/**
 * Returns the text of an age file, armored or not, written by Keyturn or by another program. Throws Failed `wrong-passphrase`. Throws
 * Failed `file` when the file is not an age file, is encrypted to keys, was cut short or was changed.
 */
export async function openAge(bytes: Buffer, passphrase: Secret): Promise<string> {
  const [{ armor, Decrypter }, { scryptIdentity }] = await loaded();
  let file: Uint8Array = bytes;
  if (bytes.toString('latin1').trimStart().startsWith(armorLine)) {
    try {
      file = armor.decode(bytes.toString('latin1'));
    } catch {
      throw changed();
    }
  }
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 200)).toString('latin1');
  if (!head.startsWith(firstLine)) {
    throw new Failed('file', words.ageFile.notAge, words.ageFile.chooseAge);
  }
  if (!head.slice(firstLine.length).startsWith('-> scrypt ')) {
    throw new Failed('file', words.ageFile.noPassphrase, words.ageFile.encryptAgain);
  }
  const forms = formsOf(passphrase);
  try {
    const decrypter = new Decrypter();
    for (const form of forms) decrypter.addIdentity(scryptIdentity(form));
    return await decrypter.decrypt(file, 'text');
  } catch (error) {
    throw troubleOf(error);
  } finally {
    for (const form of forms) form.wipe();
  }
}

/** Returns the bytes of a file that may be an age file. Throws Failed `file` when the file cannot be read. */
export function readAge(path: string): Buffer {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw Object.assign(new Error('It is not a file.'), { code: 'EISDIR' });
    if (found.size > mostBytes) throw Object.assign(new Error('It is too large.'), { code: 'EFBIG' });
    return readFileSync(path);
  } catch (error) {
    throw new Failed('file', words.ageFile.unreadable, words.ageFile.chooseFile, codeOf(error));
  }
}

// The library names its errors only in their messages (age-encryption 0.3.1, index.js). age-scrypt.ts uses the same messages.
function troubleOf(error: unknown): Failed {
  const said = error instanceof Error ? error.message : '';
  if (said.startsWith('no identity matched')) {
    return new Failed('wrong-passphrase', words.ageFile.wrongPassphrase, words.ageFile.tryAgain);
  }
  if (said.startsWith('scrypt work factor')) {
    return new Failed('file', words.ageFile.tooMuchWork, words.ageFile.lessWork);
  }
  return changed();
}

const changed = () => new Failed('file', words.ageFile.changed, words.ageFile.copyAgain);

/** Loads the library on first use: most runs write no such file. */
const loaded = () => Promise.all([import('age-encryption'), import('./age-scrypt.ts')]);
