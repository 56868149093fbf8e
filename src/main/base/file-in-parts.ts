import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { appendAll, endOfLinks, notWritten, syncFolder, unfinishedName, type Watch } from './files.ts';

/**
 * A file that is too large for memory. It is written in parts beside its place and renamed once, so that it appears complete or not at all.
 * It is for the person only (mode 0600). Every method throws Failed `file` and then removes the written parts.
 */
export class FileInParts {
  readonly #target: string;
  readonly #unfinished: string;
  readonly #gone: () => void;
  #file: number | null = null;

  /** Opens the file and follows a symbolic link at `path`. `watch` is told the unfinished file. */
  constructor(path: string, watch: Watch) {
    let gone = (): void => undefined;
    try {
      this.#target = endOfLinks(path);
      this.#unfinished = unfinishedName(this.#target);
      gone = watch(this.#unfinished);
      this.#gone = gone;
      this.#file = openSync(this.#unfinished, 'wx', 0o600);
    } catch (error) {
      gone();
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
      this.#gone();
      syncFolder(dirname(this.#target));
    });
  }

  /** Removes the written parts, unless the file is finished. Never throws. */
  abandon(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    this.#remove();
  }

  #remove(): void {
    rmSync(this.#unfinished, { force: true });
    this.#gone();
  }

  #try(work: (file: number) => void): void {
    if (this.#file === null) throw new Error('The file is closed.');
    try {
      work(this.#file);
    } catch (error) {
      this.abandon();
      this.#remove();
      throw notWritten(error);
    }
  }
}
