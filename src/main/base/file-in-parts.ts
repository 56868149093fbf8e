import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { appendAll, endOfLinks, notWritten, syncFolder, unfinishedName } from './files.ts';

/**
 * A file that is too large for memory. It is written in parts beside its place and renamed once, so that it appears complete or not at all.
 * It is for the person only (mode 0600). Every method throws Failed `file` and then removes the written parts.
 */
export class FileInParts {
  readonly #target: string;
  readonly #unfinished: string;
  #file: number | null = null;

  /** Opens the file and follows a symbolic link at `path`. */
  constructor(path: string) {
    try {
      this.#target = endOfLinks(path);
      this.#unfinished = unfinishedName(this.#target);
      this.#file = openSync(this.#unfinished, 'wx', 0o600);
    } catch (error) {
      throw notWritten(error);
    }
  }

  /** Appends a text. */
  append(text: string): void {
    this.#try((file) => appendAll(file, Buffer.from(text)));
  }

  /** Flushes the file and puts it in its place. */
  finish(): void {
    this.#try((file) => {
      fsyncSync(file);
      closeSync(file);
      this.#file = null;
      renameSync(this.#unfinished, this.#target);
      syncFolder(dirname(this.#target));
    });
  }

  /** Removes the written parts, unless the file is finished. Never throws. */
  abandon(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    rmSync(this.#unfinished, { force: true });
  }

  #try(work: (file: number) => void): void {
    if (this.#file === null) throw new Error('The file is closed.');
    try {
      work(this.#file);
    } catch (error) {
      this.abandon();
      rmSync(this.#unfinished, { force: true });
      throw notWritten(error);
    }
  }
}
