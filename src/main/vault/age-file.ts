import { readFileSync, statSync } from 'node:fs';
import { Failed } from '../base/failure.ts';
import { codeOf } from '../base/files.ts';
import type { Secret } from '../base/secret.ts';
import { ageArmorLine, ageFirstLine, kindOf, type OtherFile } from './other-file.ts';
import { formsOf, inOneForm } from './passphrase-forms.ts';
import { words } from './words.ts';

/** The largest file that Keyturn reads into memory. Every export is far smaller, so a larger file is something else. */
const mostBytes = 256 * 1024 * 1024;

/** The text form, with what a mail, a chat or an editor may have put around it. */
const armored = new RegExp(`${ageArmorLine}[^]*?-----END AGE ENCRYPTED FILE-----`);

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
  const file = binaryOf(bytes, armor.decode);
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 200)).toString('latin1');
  if (!head.startsWith(ageFirstLine)) throw notAge(kindOf(bytes));
  if (!head.slice(ageFirstLine.length).startsWith('-> scrypt ')) {
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

/** Returns the binary form of an age file. Throws Failed `file` when its text form is damaged. */
function binaryOf(bytes: Buffer, decode: (text: string) => Uint8Array): Uint8Array {
  if (kindOf(bytes) !== 'age' || bytes.toString('latin1', 0, ageFirstLine.length) === ageFirstLine)
    return bytes;
  try {
    const [block = ''] = armored.exec(textOf(bytes)) ?? [];
    const lines = block.split(/[\r\n]+/).map((line) => line.replace(/^[>\s]+/, '').trimEnd());
    return decode(lines.filter((line) => line !== '').join('\n'));
  } catch {
    throw changed();
  }
}

/** Returns the text of a file: UTF-16 by its byte order mark, as PowerShell's `>` writes it, or one sign for each byte. */
function textOf(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('latin1');
}

function notAge(kind: OtherFile): Failed {
  switch (kind) {
    case 'empty':
      return new Failed('file', words.ageFile.empty, words.ageFile.download);
    case 'sqlite':
      return new Failed('file', words.ageFile.isBackup, words.ageFile.restoreIt);
    // Its first line is that of an age file, but not to its end: a program changed the line ends.
    case 'age':
      return changed();
    case 'unknown':
      return new Failed('file', words.ageFile.notAge, words.ageFile.chooseAge);
    default:
      return new Failed('file', words.otherFile[kind].sentence, words.otherFile[kind].remedy);
  }
}

/** Returns the bytes of a file that may be an age file. Throws Failed `file` when the file cannot be read. */
export function readAge(path: string): Buffer {
  try {
    const found = statSync(path);
    // Reading a pipe or a device might never end.
    if (!found.isFile()) throw new Failed('file', words.ageFile.notAFile, words.ageFile.chooseFile);
    if (found.size > mostBytes) throw Object.assign(new Error('It is too large.'), { code: 'EFBIG' });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failed) throw error;
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
