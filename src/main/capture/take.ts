import type { Capture } from '../../shared/contract/wizard.ts';
import { Failed } from '../base/failure.ts';
import type { Clipboard } from '../base/ports.ts';
import { Secret } from '../base/secret.ts';
import { Choices } from './choices.ts';
import { readTokenText } from './token-shape.ts';
import { words } from './words.ts';

/** What capture found, without the value. */
export type Taken = Pick<Capture, 'fingerprint' | 'shape' | 'notes' | 'choices'>;

/** Where captured values go. */
export interface Keeper {
  /** Takes the value over. When it throws, the value is wiped. */
  readonly keep: (secret: Secret) => void;
  /** Takes several values over, until the person says which one is meant. */
  readonly hold: (choices: Choices) => void;
}

/**
 * Reads `text` as an API token and gives its value to `keep`. Several values go to `hold`, and the shape is `several`. What is surely no
 * token goes nowhere, and the shape is `refused`. Throws what `keep` and `hold` throw.
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
 * Takes the value from the clipboard, and clears the clipboard only when `keep` has it and it still holds the same. What is no token, or
 * not certain, stays where it was. Throws Failed `clipboard-empty`,
 * `clipboard-refused` or `already-kept`, and what `keep` and `hold` throw.
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

/** Clears the clipboard when its text is the one that `isOurs` knows; true when it was cleared. */
async function clearIf(clipboard: Clipboard, isOurs: (text: string) => boolean): Promise<boolean> {
  if (!isOurs(await clipboard.readText().catch(() => ''))) return false;
  return clipboard.clear().then(
    () => true,
    () => false,
  );
}

/**
 * Takes one of several values that were held: the one with this fingerprint goes to `keep`, and all are wiped. The clipboard is cleared when
 * the value still stands in it. Throws Failed `not-found` when none has it, and what `keep` throws; then they stay held.
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
