import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Returns the files beside `path` that, by their names, are copies from editors or people: `x~`, `x.bak`, `.x.swp`, `#x#`. */
export function copiesBeside(path: string): string[] {
  const name = basename(path);
  const isCopy = (other: string): boolean =>
    [`${name}~`, `#${name}#`, `.${name}.swp`, `.${name}.swo`].includes(other) ||
    (other.startsWith(`${name}.`) && /\.(bak|backup|orig|old|save|tmp|\d+)$/.test(other));
  try {
    return readdirSync(dirname(path)).filter(isCopy).sort();
  } catch {
    return [];
  }
}

/** Returns true when the file is in a Git repository, whose earlier commits may hold the same text. */
export function isInGit(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true;
    if (dirname(folder) === folder) return false;
  }
}
