import type { Capture } from '../../shared/contract/wizard.ts';
import { Failed } from '../base/failure.ts';
import type { Clipboard } from '../base/ports.ts';
import { Secret } from '../base/secret.ts';
import { Choices } from './choices.ts';
import { readTokenText } from './token-shape.ts';
import { words } from './words.ts';

/** The result of a capture, without the value. */
export type Taken = Pick<Capture, 'fingerprint' | 'shape' | 'notes' | 'choices'>;

/** The receiver of captured values. */
export interface Keeper {
  /** Takes ownership of the value. Wipes it before it throws. */
  readonly keep: (secret: Secret) => void;
  /** Takes ownership of several values until the person chooses one. */
  readonly hold: (choices: Choices) => void;
}

/**
 * Reads `text` as an API token and gives its value to `keep`. Gives several values to `hold`; the shape is then `several`. Drops text that
 * is certainly not a token; the shape is then `refused`. Throws what `keep` and `hold` throw.
 */
export function takeText(text: string, { keep, hold }: Keeper): Taken {
  const read = readTokenText(text);
  const notes = read.notes.slice(0, 6);
  if (read.shape === 'refused') return { fingerprint: '', shape: read.shape, notes, choices: [] };
  if (read.shape === 'several') {
    const choices = new Choices(read.choices);
    const { shown } = choices;
    try {
      hold(choices);
    } catch (error) {
      choices.wipe();
      throw error;
    }
    return { fingerprint: '', shape: read.shape, notes, choices: shown };
  }
  const secret = Secret.fromText(read.value);
  const { fingerprint } = secret;
  try {
    keep(secret);
  } catch (error) {
    secret.wipe();
    throw error;
  }
  return { fingerprint, shape: read.shape, notes, choices: [] };
}

/**
 * Takes the value from the clipboard. Clears the clipboard only when `keep` has the value and the clipboard still holds it. Leaves text
 * that is not a token, or not certainly one, on the clipboard. Throws Failed `clipboard-empty`, `clipboard-refused` or `already-kept`, and
 * what `keep` and `hold` throw.
 */
export async function takeFromClipboard(
  clipboard: Clipboard,
  keeper: Keeper,
): Promise<Taken & { readonly clipboardCleared: boolean }> {
  const text = await clipboard.readText().catch((error: unknown) => {
    if (error instanceof Failed) throw error;
    throw new Failed('clipboard-refused', words.take.clipboardRefused, words.take.enterByHand);
  });
  if (text.trim() === '') {
    throw new Failed('clipboard-empty', words.take.clipboardEmpty, words.take.copyToken);
  }
  const taken = takeText(text, keeper);
  if (taken.shape === 'refused' || taken.shape === 'several') return { ...taken, clipboardCleared: false };
  return { ...taken, clipboardCleared: await clearIf(clipboard, (now) => now === text) };
}

/** Clears the clipboard when `isOurs` accepts its text. Returns whether it was cleared. */
async function clearIf(clipboard: Clipboard, isOurs: (text: string) => boolean): Promise<boolean> {
  if (!isOurs(await clipboard.readText().catch(() => ''))) return false;
  return clipboard.clear().then(
    () => true,
    () => false,
  );
}

/**
 * Takes the held value with this fingerprint: gives it to `keep`, and wipes all values. Clears the clipboard if it still holds the value.
 * Throws Failed `not-found` when no value has this fingerprint, and what `keep` throws; the values then stay held.
 */
export async function takeChoice(
  choices: Choices | null,
  fingerprint: string,
  clipboard: Clipboard,
  keep: (secret: Secret) => void,
): Promise<Taken & { readonly clipboardCleared: boolean }> {
  const chosen = choices?.take(fingerprint) ?? null;
  if (choices === null || chosen === null) {
    throw new Failed('not-found', words.take.noChoices, words.take.pasteAgain);
  }
  const text = chosen.use((bytes) => bytes.toString('utf8'));
  try {
    keep(chosen);
  } catch (error) {
    chosen.wipe();
    throw error;
  }
  choices.wipe();
  const clipboardCleared = await clearIf(clipboard, (now) => now.includes(text));
  const notes = [words.take.othersLeftOut];
  return { fingerprint, shape: 'token', notes, choices: [], clipboardCleared };
}
