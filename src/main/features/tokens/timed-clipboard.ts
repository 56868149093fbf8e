import { createHmac, randomBytes } from 'node:crypto';
import { Failed } from '../../base/failure.ts';
import type { Clipboard, Clock } from '../../base/ports.ts';
import { Secret } from '../../base/secret.ts';
import { words } from './words.ts';

export type ClearedBecause = 'time' | 'lock' | 'changed' | 'quit';

/** How long a copied value stays on the clipboard, in milliseconds. */
export const clearAfterMs = 30_000;

/** Windows gives a text of several lines back with other line ends, and some clipboard programs take blanks off its end. */
const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** Returns a text and each run in it that is long enough for a value, however the clipboard changed the text around it. */
const partsOf = (text: string): string[] => [withPlainEnds(text), ...(text.match(/[\w-]{30,}/g) ?? [])];

/**
 * Copies secrets to the clipboard and clears them: after a time, on lock and on quit. It clears only while the clipboard still holds a
 * copied secret.
 */
export class TimedClipboard {
  readonly #clipboard: Clipboard;
  readonly #clock: Clock;
  readonly #onCleared: (because: ClearedBecause) => void;
  // Marks of every text copied in this run, because the clipboard may hold a text for longer than Keyturn knows.
  readonly #marks = new Set<string>();
  readonly #markKey = randomBytes(32);
  #copied: Secret | null = null;
  /** The writes that run. A lock meanwhile waits for them, because it must clear what they write. */
  #writing: Promise<unknown> = Promise.resolve();
  #cancel: (() => void) | null = null;

  constructor(clipboard: Clipboard, clock: Clock, onCleared: (because: ClearedBecause) => void) {
    this.#clipboard = clipboard;
    this.#clock = clock;
    this.#onCleared = onCleared;
  }

  /** Copies `text` and returns when it will be cleared. Throws Failed `clipboard-refused`. */
  async copy(text: string): Promise<number> {
    for (const part of partsOf(text)) this.#marks.add(this.#markOf(part));
    const wrote = this.#clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.#writing = Promise.all([this.#writing, wrote]);
    if (!(await wrote)) {
      throw new Failed('clipboard-refused', words.clipboard.notWritten, words.clipboard.tryAgain);
    }
    this.#forget();
    this.#copied = Secret.fromText(withPlainEnds(text));
    this.#cancel = this.#clock.after(clearAfterMs, () => void this.clear('time'));
    return this.#clock.now() + clearAfterMs;
  }

  /** Clears the clipboard if it still holds a copied text. Tells the window in both cases. Never throws, because a quit waits for it. */
  async clear(because: 'time' | 'lock' | 'quit'): Promise<void> {
    await this.#writing;
    const copied = this.#copied;
    if (copied === null) return;
    this.#copied = null;
    this.#cancel?.();
    this.#cancel = null;
    const now = Secret.fromText(withPlainEnds(await this.#clipboard.readText().catch(() => '')));
    const ours = now.equals(copied);
    if (ours) await this.#clipboard.clear().catch(() => undefined);
    now.wipe();
    copied.wipe();
    this.#onCleared(ours ? because : 'changed');
  }

  /**
   * Returns the clipboard for a capture. It throws Failed `already-kept` for a text with a value that Keyturn itself copied. Otherwise a script in the
   * window could copy a kept value, capture it for an org of its own and have Keyturn send it there as a test.
   */
  forCapture(): Clipboard {
    const clipboard = this.#clipboard;
    return {
      writeText: (text) => clipboard.writeText(text),
      clear: () => clipboard.clear(),
      readText: async () => {
        const text = await clipboard.readText();
        if (!partsOf(text).some((part) => this.#marks.has(this.#markOf(part)))) return text;
        throw new Failed('already-kept', words.clipboard.ownCopy, words.clipboard.copyNew);
      },
    };
  }

  #markOf(text: string): string {
    return createHmac('sha256', this.#markKey).update(text).digest('hex');
  }

  #forget(): void {
    this.#copied?.wipe();
    this.#cancel?.();
    this.#cancel = null;
    this.#copied = null;
  }
}
