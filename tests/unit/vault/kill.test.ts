import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptValue } from './contents.ts';
import { newFolder, open } from './helpers.ts';
import { MemoryKeyring } from './memory-keyring.ts';

const kills = 30;

/** Runs the writer until `ms` after it is ready, kills it with no chance to tidy up, and gives the ids it said are kept. */
function writeUntilKilled(folder: string, keyFile: string, run: number, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'killed-writer.ts'), folder, keyFile, `r${run}`],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
      said += chunk.toString();
    });
    child.on('error', reject);
    // The last line may be cut in half by the kill; an id is acknowledged once its line is whole.
    child.on('close', () =>
      resolve(
        said
          .slice(0, said.lastIndexOf('\n'))
          .split('\n')
          .filter((id) => /^r\d/.test(id)),
      ),
    );
  });
}

it(`keeps every token that it confirmed, whole, when it is killed at ${kills} instants`, {
  timeout: 120_000,
}, async () => {
  const folder = newFolder();
  const keyring = new MemoryKeyring();
  const first = open(folder, keyring);
  await first.start();
  first.close();
  const keyFile = join(folder, '..', 'key');
  writeFileSync(keyFile, keyring.key);

  const acknowledged: string[] = [];
  for (let run = 0; run < kills; run++) {
    acknowledged.push(...(await writeUntilKilled(folder, keyFile, run, run * 2)));
  }
  expect(acknowledged.length).toBeGreaterThan(kills);

  const vault = open(folder, keyring);
  expect((await vault.start()).phase).toBe('open');
  const kept = vault.read<{ id: string }>('SELECT id FROM tokens').map(({ id }) => id);
  expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
  for (const id of kept) expect(keptValue(vault, id)).toBe(`00value of ${id}`);
});
