import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The most that the window's first screen may load, in bytes after gzip: the scripts that run before the list is there. */
const mostAtFirst = 120_000;

/** What the budget looks at: a file of the build with its code, and which files it imports at once. */
export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
}

/** Returns the size in bytes after gzip of the entry and all that it imports at once. What it imports later does not count. */
export function firstLoad(chunks: readonly Chunk[]): number {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const name of imports) {
      const imported = byName.get(name);
      if (imported !== undefined) loaded.add(imported);
    }
  }
  return [...loaded].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

/** A build step that fails when the window's first screen loads more than `mostAtFirst`. */
export const bundleBudget: Plugin = {
  name: 'bundle-budget',
  generateBundle(_, bundle) {
    const size = firstLoad(Object.values(bundle).filter((output) => output.type === 'chunk'));
    if (size > mostAtFirst) {
      this.error(
        `The window's first screen loads ${size} bytes of scripts after gzip; the budget is ${mostAtFirst}. Load what it does not need later (src/renderer/app/later.ts).`,
      );
    }
  },
};
