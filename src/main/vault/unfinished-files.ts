import { existsSync, lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { unfinishedEnd, type Watch } from '../base/files.ts';
import type { Log } from '../base/ports.ts';
import { CellUnreadable } from './cells.ts';
import type { Vault } from './vault.ts';
import { unfinishedCopyEnd } from './vault-file.ts';

const cell = { table: 'settings', rowId: 'unfinished-files', column: 'value' };
const paths = z.array(z.string());
/** Notes whose folder is away, for example on a disk that is not there, are kept for a later opening. Only so many are. */
const mostNoted = 40;

/**
 * Notes in the vault which unfinished files Keyturn is about to write outside its own folder, because a kill leaves such a file with a value
 * or with names in it. When the vault opens again, Keyturn removes what is left. The paths are sealed.
 */
export class UnfinishedFiles {
  readonly #vault: Vault;
  readonly #log: Log;
  readonly #writing = new Set<string>();

  constructor(vault: Vault, log: Log) {
    this.#vault = vault;
    this.#log = log;
  }

  /** Notes an unfinished file before it is made, and returns the function that forgets it. Throws Failed as writing to the vault does. */
  readonly watch: Watch = (path) => this.#note([path]);

  /** Runs `work` while these unfinished files are noted. Throws what `work` throws, and Failed as writing to the vault does. */
  async during<T>(unfinished: readonly string[], work: () => Promise<T>): Promise<T> {
    const forget = this.#note(unfinished);
    try {
      return await work();
    } finally {
      forget();
    }
  }

  /** Called when the vault has opened. Removes what a kill left, except what is being written now. Never throws. */
  sweep(): void {
    try {
      const noted = this.#noted();
      const left = noted.filter((path) => this.#writing.has(path) || !isGone(path));
      if (left.length < noted.length) this.#keep(left);
    } catch (error) {
      this.#log.note('unfinished.not-swept', { error: String(error) });
    }
  }

  #note(unfinished: readonly string[]): () => void {
    this.#keep([...this.#noted(), ...unfinished]);
    for (const path of unfinished) this.#writing.add(path);
    return () => {
      for (const path of unfinished) this.#writing.delete(path);
      try {
        // What could not be removed stays noted.
        this.#keep(this.#noted().filter((path) => !unfinished.includes(path) || existsSync(path)));
      } catch (error) {
        // The files are gone. The next opening forgets them.
        this.#log.note('unfinished.not-forgotten', { error: String(error) });
      }
    };
  }

  #noted(): string[] {
    const [row] = this.#vault.read<{ value: Uint8Array }>(
      "SELECT value FROM settings WHERE name = 'unfinished-files'",
    );
    if (row === undefined) return [];
    try {
      return this.#vault.openJson(cell, paths, row.value);
    } catch (error) {
      if (error instanceof CellUnreadable) return [];
      throw error;
    }
  }

  #keep(noted: readonly string[]): void {
    if (noted.length === 0) {
      this.#vault.write("DELETE FROM settings WHERE name = 'unfinished-files'");
      return;
    }
    this.#vault.write(
      "INSERT INTO settings (name, value) VALUES ('unfinished-files', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      this.#vault.sealJson(cell, noted.slice(-mostNoted)),
    );
  }
}

/** Removes an unfinished file, and returns whether its note is of no more use. Never removes a file with another kind of name. */
function isGone(path: string): boolean {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return existsSync(dirname(path));
    const isOurs = unfinishedEnd.test(path) || unfinishedCopyEnd.test(path);
    if (isOurs && found.isFile()) rmSync(path, { force: true });
    return true;
  } catch {
    // The file may not be removed now, for example on a disk that is read-only.
    return false;
  }
}
