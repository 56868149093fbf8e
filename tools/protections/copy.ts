import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protection } from '../../tests/protections/claim.ts';

/** A copy of the checkout from which protections are removed. */
export interface Copy {
  readonly path: string;
  /** Removes a protection and returns a function that restores it. Throws unless each text appears exactly once in its file. */
  takeOut(protection: Protection): () => void;
  remove(): void;
}

/** Copies the files of the checkout `root` that git tracks or would add, and links its packages. Leaves the checkout unchanged. */
export function copyOf(root: string): Copy {
  const path = mkdtempSync(join(tmpdir(), 'keyturn-protections-'));
  // A test of polkit runs a part of it by another account.
  chmodSync(path, 0o755);
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0')) {
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(path, file));
  }
  // Some units read the bundles.
  if (existsSync(join(root, 'out'))) cpSync(join(root, 'out'), join(path, 'out'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'junction');
  return {
    path,
    takeOut({ out }) {
      const before = new Map<string, string>();
      const putBack = () => {
        for (const [file, text] of before) writeFileSync(file, text);
      };
      for (const [name, search, replace] of out) {
        const file = join(path, name);
        const text = readFileSync(file, 'utf8');
        const parts = text.split(search);
        if (parts.length !== 2) {
          putBack();
          throw new Error(`"${search}" stands ${parts.length - 1} times in ${name}, and not once.`);
        }
        if (!before.has(file)) before.set(file, text);
        writeFileSync(file, parts.join(replace));
      }
      return putBack;
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
