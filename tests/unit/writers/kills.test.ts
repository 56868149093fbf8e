import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Writer, writers } from './all-writers.ts';
import { canary, fastFolder, holding, openAgain, type World } from './world.ts';

const root = join(import.meta.dirname, '../../..');
let parent: string;
beforeAll(() => {
  parent = fastFolder();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Runs a writer until it is killed before its step `at`, or to its end for 0. */
function run({ name }: Writer, at: number) {
  const child = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'run-writer.ts'), 'kill', name, parent, String(at)],
    {
      encoding: 'utf8',
    },
  );
  const lines = child.stdout.split('\n').filter((line) => line.startsWith('{'));
  const [{ base = '' } = {}, ended = null] = lines.map((line) => JSON.parse(line));
  return {
    signal: child.signal,
    base,
    steps: (ended?.steps ?? []) as string[],
    sources: (ended?.sources ?? []) as string[],
  };
}

/** The sources that each writer of the table went through. */
const seen = new Map<string, readonly string[]>();

describe.skipIf(process.platform === 'win32')('a writer that is killed before each of its steps', () => {
  it.each(writers)(
    '$name: the old file or the new one is whole, and the next opening leaves no leftover with a secret',
    { timeout: 120_000 },
    async (writer) => {
      const whole = run(writer, 0);
      expect(whole.signal).toBeNull();
      seen.set(writer.name, whole.sources);
      // Nothing stands beside the file before, so a kill before a removal leaves what a kill before the next step leaves.
      const idle = writer.slow === true ? ['rmSync', 'ftruncateSync', 'writeSync', 'fsyncSync'] : ['rmSync'];
      const steps = whole.steps.flatMap((step, n) =>
        idle.includes(step) && n + 1 < whole.steps.length ? [] : [n + 1],
      );
      const wrong: unknown[] = [];
      for (const at of steps) {
        const { base, signal } = run(writer, at);
        expect(signal).toBe('SIGKILL');
        const world = { base, own: join(base, 'own'), place: join(base, 'place') } as World;
        const file = writer.file(world);
        const now = existsSync(file) ? readFileSync(file) : null;
        const isOld =
          now === null ? writer.before === undefined : now.equals(Buffer.from(writer.before ?? ''));
        const isWhole = isOld || writer.isNew(now ?? Buffer.alloc(0), world);
        const { vault, unfinished } = await openAgain(base);
        const { phase } = vault.status();
        unfinished.sweep();
        vault.close();
        const left = readdirSync(world.place).filter(
          (name) => !['.git', 'autostart'].includes(name) && join(world.place, name) !== file,
        );
        const leaks = holding(base, canary, file);
        if (!isWhole || phase !== 'open' || left.length > 0 || leaks.length > 0)
          wrong.push({ at, step: whole.steps[at - 1], isWhole, phase, left, leaks });
        rmSync(base, { recursive: true });
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('the list of writers', () => {
  /** The calls of Node that change a disk, and the one of SQLite that writes another file. */
  const changes =
    /\b(?:appendFile|chmod|chown|copyFile|cp|createWriteStream|fsync|ftruncate|futimes|lchown|link|mkdir|mkdtemp|rename|rm|rmdir|symlink|truncate|unlink|utimes|write|writeFile|writev)(?:Sync)?\b|^import (?!type\b)(?:\*|\w+)/m;
  const uses =
    /\b(?:replaceFile|writeFileAtomically|appendWhole|unfinishedBeside|putInPlace|removeUnfinished)\(|new FileInParts\(/;
  /** What changes the disk and is no writer of a file of its own. */
  const others: Readonly<Record<string, string>> = {
    'src/demo/demo.ts': 'the certificate of the demo’s authority, in the folder that the demo deletes',
    'src/main/platform/profile.ts': 'makes the folder of the app',
    'src/main/vault/database.ts':
      'SQLite’s own file, which tests/torture/crash and write-faults kill and refuse; removes an index',
    'src/main/vault/earlier-key.ts':
      'removes what a kill left of an earlier key: tests/torture/new-key.test.ts',
    'src/main/vault/new-vault-file.ts': 'a new vault: tests/unit/vault/kill-whole.test.ts',
  };

  it.skipIf(process.platform === 'win32')(
    'has every source that changes a disk: a new one needs its row',
    { timeout: 60_000 },
    () => {
      for (const writer of writers) if (!seen.has(writer.name)) seen.set(writer.name, run(writer, 0).sources);
      const shown = new Set([...seen.values()].flat());
      const sources = ['src/main', 'src/demo'].flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => join(folder, name)),
      );
      const writing = sources.filter((path) => {
        const code = readFileSync(join(root, path), 'utf8').replaceAll(/^\s*(?:\*|\/\/).*$/gm, '');
        const imports = [...code.matchAll(/^import [^;]* from 'node:fs(?:\/promises)?';/gm)].join('\n');
        return changes.test(imports) || /VACUUM INTO/.test(code) || uses.test(code);
      });
      expect(writing.length).toBeGreaterThan(20);
      expect(writing.filter((path) => !shown.has(path) && !(path in others))).toEqual([]);
      expect(Object.keys(others).filter((path) => !writing.includes(path))).toEqual([]);
    },
  );
});
