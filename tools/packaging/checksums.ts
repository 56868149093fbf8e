import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Returns the SHA-256 of a file's bytes in hexadecimal digits. */
async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Writes SHA256SUMS for the files that people download, in the format of `sha256sum --check` (two spaces before a name). Returns its path.
 * Throws when two files have the same name, since a line could mean either.
 */
export async function writeChecksums(folder: string, files: readonly string[]): Promise<string> {
  const byName = new Map<string, string>();
  for (const file of files) {
    const name = basename(file);
    if (byName.has(name)) throw new Error(`Two packages are named ${name}.`);
    byName.set(name, file);
  }
  const lines: string[] = [];
  for (const name of [...byName.keys()].sort()) {
    lines.push(`${await sha256(byName.get(name) as string)}  ${name}\n`);
  }
  const written = join(folder, 'SHA256SUMS');
  await writeFile(written, lines.join(''));
  return written;
}
