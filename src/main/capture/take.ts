import type { Capture } from '../../shared/contract/models.ts';
import { Failed } from '../base/failure.ts';
import type { Clipboard } from '../base/ports.ts';
import { Secret } from '../base/secret.ts';
import { readTokenText } from './token-shape.ts';

/** What capture found, without the value. */
export type Taken = Pick<Capture, 'fingerprint' | 'shape' | 'notes'>;

/**
 * Reads `text` as an API token and gives its value to `keep`, which takes it over. What is surely no token is wiped, `keep` is not
 * called and the shape is `refused`. Throws what `keep` throws; the value is wiped then.
 */
export function takeText(text: string, keep: (secret: Secret) => void): Taken {
  const read = readTokenText(text);
  const notes = read.notes.slice(0, 6);
  if (read.shape === 'refused') return { fingerprint: '', shape: read.shape, notes };
  const secret = Secret.fromText(read.value);
  const { fingerprint } = secret;
  try {
    keep(secret);
  } catch (error) {
    secret.wipe();
    throw error;
  }
  return { fingerprint, shape: read.shape, notes };
}

/**
 * Takes the value from the clipboard, and clears the clipboard only when `keep` has it and it still holds the same. What is surely no
 * token was not ours to take and stays where it was. Throws Failed `clipboard-empty` or `clipboard-refused`, and what
 * `keep` throws.
 */
export async function takeFromClipboard(
  clipboard: Clipboard,
  keep: (secret: Secret) => void,
): Promise<Taken & { readonly clipboardCleared: boolean }> {
  const text = await clipboard.readText().catch(() => {
    throw new Failed(
      'clipboard-refused',
      'The system did not let Keyturn read the clipboard.',
      'Try once more, or enter the value by hand.',
    );
  });
  if (text.trim() === '') {
    throw new Failed(
      'clipboard-empty',
      'The clipboard holds no text.',
      'Copy the token value in the Admin Console, then paste it here.',
    );
  }
  const taken = takeText(text, keep);
  if (taken.shape === 'refused') return { ...taken, clipboardCleared: false };
  const still = (await clipboard.readText().catch(() => '')) === text;
  const cleared =
    still &&
    (await clipboard.clear().then(
      () => true,
      () => false,
    ));
  return { ...taken, clipboardCleared: cleared };
}
