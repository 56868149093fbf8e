import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const pageBytes = 4096;

/**
 * Returns where each of `wanted` is in a process's memory. Linux only, and only for a process that this account may read. The process is
 * stopped meanwhile, so that no data moves from unread to already read memory.
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
          // This range is mapped but unreadable.
        }
        if (read === 0) {
          at += pageBytes;
          continue;
        }
        const part = chunk.subarray(0, read);
        for (const [name, bytes] of wanted) if (part.includes(bytes)) found.push(name);
        // The system may return fewer bytes than requested. The end of this part is searched again.
        at += read > overlap && at + read < end ? read - overlap : read;
      }
    }
  } finally {
    process.kill(pid, 'SIGCONT');
    closeSync(memory);
  }
  return found;
}
