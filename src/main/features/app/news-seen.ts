import { codeOf, replaceFile } from '../../base/files.ts';
import { readOwnFile } from '../../base/own-file.ts';
import type { Log } from '../../base/ports.ts';

/** A version is far shorter. */
const mostCharacters = 40;

/**
 * The version whose news the person has seen. It has a file of its own, because it is no choice of the person's, and is needed while the vault is
 * locked. At the first start nothing is news.
 */
export class NewsSeen {
  readonly #file: string;
  readonly #version: string;
  readonly #log: Log;
  #seen: string;

  /** `version` is this app's. */
  constructor(file: string, version: string, log: Log) {
    this.#file = file;
    this.#version = version;
    this.#log = log;
    this.#seen = this.#read();
    if (this.#seen === '') this.see();
  }

  /** Returns whether the app has another version than the one whose news the person has seen. */
  waits(): boolean {
    return this.#seen !== this.#version;
  }

  /** Notes that the person has seen the news of this version. Never throws: where the file cannot be written, the next start asks again. */
  see(): void {
    this.#seen = this.#version;
    try {
      replaceFile(this.#file, `${this.#version}\n`, { mode: 0o600 });
    } catch (error) {
      this.#log.note('news.not-noted', { code: codeOf(error) });
    }
  }

  #read(): string {
    try {
      return readOwnFile(this.#file).trim().slice(0, mostCharacters);
    } catch {
      return '';
    }
  }
}
