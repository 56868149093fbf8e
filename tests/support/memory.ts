import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const pageBytes = 4096;

/**
 * Where in a process's own memory each of `wanted` stands; Linux only, and only for a process that this account
 * may read. It stands still meanwhile, so that nothing is moved from where is still to be looked to where was looked already.
 */
export function inMemory(pid: number, wanted: ReadonlyMap<string, Buffer>): string[] {
  const found: string[] = [];
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(4_000_000);
  const overlap = Math.max(...[...wanted.values()].map((bytes) => bytes.length));
  process.kill(pid, 'SIGSTOP');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === '') continue;
      const end = Number.parseInt(to, 16);
      for (let at = Number.parseInt(from, 16); at < end; ) {
        let read = 0;
        try {
          read = readSync(memory, chunk, 0, Math.min(chunk.length, end - at), at);
        } catch {
          // A place that is mapped and cannot be read.
        }
        if (read === 0) {
          at += pageBytes;
          continue;
        }
        const part = chunk.subarray(0, read);
        for (const [name, bytes] of wanted) if (part.includes(bytes)) found.push(name);
        // The system may give less than was asked for; what begins at its end is looked for again.
        at += read > overlap && at + read < end ? read - overlap : read;
      }
    }
  } finally {
    process.kill(pid, 'SIGCONT');
    closeSync(memory);
  }
  return found;
}
