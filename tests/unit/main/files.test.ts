import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failed } from '../../../src/main/base/failure.ts';
import { replaceFile, troubleOfWriting, writeFileAtomically } from '../../../src/main/base/files.ts';
import { defaults } from '../../../src/main/features/settings/before-window.ts';
import { writeSettings } from '../../../src/main/features/settings/settings-file.ts';
import { createLog } from '../../../src/main/platform/log.ts';
import { HandClock } from '../vault/memory-keyring.ts';
import { unwatched } from './unwatched.ts';

const main = join(import.meta.dirname, '../../../src/main');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const failureOf = (run: () => void) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Failed) return error.failure;
    throw error;
  }
  return null;
};

describe('a file that is replaced', () => {
  it('is readable by this account only, keeps a link, and leaves no other file', () => {
    const [file, link] = [join(folder, 'real.csv'), join(folder, 'link.csv')];
    writeFileSync(file, 'old', { mode: 0o644 });
    symlinkSync('real.csv', link);
    writeFileAtomically(link, 'new', unwatched);
    expect([readFileSync(file, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['new', true]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'real.csv']);
  });

  it('may be the target of a link that does not exist yet', () => {
    mkdirSync(join(folder, 'there'));
    symlinkSync(join('there', 'new.csv'), join(folder, 'link.csv'));
    writeFileAtomically(join(folder, 'link.csv'), 'new', unwatched);
    expect(readFileSync(join(folder, 'there', 'new.csv'), 'utf8')).toBe('new');
  });

  it('may have the longest name there is', () => {
    const file = join(folder, `${'ü'.repeat(125)}.csv`);
    writeFileAtomically(file, 'new', unwatched);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('must not be a pipe, a device or a folder', () => {
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('/dev/null', join(folder, 'null'));
    mkdirSync(join(folder, 'folder'));
    for (const name of ['pipe', 'null', 'folder']) {
      expect(failureOf(() => writeFileAtomically(join(folder, name), 'new', unwatched))).toMatchObject({
        code: 'file',
        sentence: 'The file was not written: it is not a file.',
      });
    }
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['folder', 'null', 'pipe']);
  });

  it('is left alone when another program changed it since it was read', () => {
    const file = join(folder, 'a');
    writeFileSync(file, 'read');
    const read = statSync(file, { bigint: true });
    writeFileSync(file, 'theirs');
    expect(() => replaceFile(file, 'ours', { file: read })).toThrow('another program changed it');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['theirs', ['a']]);
  });

  it.skipIf(process.platform === 'win32')(
    'is left alone when another program saves it during the write',
    () => {
      const file = join(folder, 'a');
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(file, 'read');
      // The attributes are copied in the middle of the write.
      writeFileSync(join(bin, 'cp'), `#!/bin/sh\n/bin/cp "$@"; printf theirs >'${file}'\n`, { mode: 0o755 });
      vi.stubEnv('PATH', `${bin}:${process.env.PATH}`);
      const read = statSync(file, { bigint: true });
      expect(() => replaceFile(file, 'ours', { file: read })).toThrow('another program changed it');
      vi.unstubAllEnvs();
      expect(readFileSync(file, 'utf8')).toBe('theirs');
    },
  );
});

describe.skipIf(process.platform === 'win32')('a pipe in the place of a file of Keyturn’s own', () => {
  it.each([
    ['the vault', 'vault/database.ts', `m.openDatabase(file)`],
    ['the settings', 'features/settings/settings-file.ts', `m.readSettings(file)`],
    ['the settings before the window', 'features/settings/before-window.ts', `m.readBeforeWindow(file)`],
    ['the log', 'platform/log.ts', `m.createLog(file, { now: () => 0 }, (text) => text).note('x')`],
    ['the news that were seen', 'features/app/news-seen.ts', `new m.NewsSeen(file, '1', { note() {} })`],
    ['the key of the socket', 'features/programs/run-file.ts', `m.readRunFile(folder)`],
  ])('%s: Keyturn does not wait for somebody who writes into it', (_, module, call) => {
    mkdirSync(join(folder, 'run'));
    const [file, key] = [join(folder, 'file'), join(folder, 'run', 'door.json')];
    for (const pipe of [file, key]) spawnSync('mkfifo', ['-m', '600', pipe]);
    const code = `
      const [folder, file] = ${JSON.stringify([folder, file])};
      const m = await import(${JSON.stringify(join(main, module))});
      try { ${call}; } catch {}
      console.log('went on');`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      timeout: 8_000,
      killSignal: 'SIGKILL',
    });
    expect(run.stdout).toBe('went on\n');
  });
});

it.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'quota'],
  ['EFBIG', 'larger than a file may be'],
  ['EIO', 'disk reported an error'],
  ['EROFS', 'read-only'],
  ['EACCES', 'you may not write there'],
  ['EPERM', 'you may not write there'],
  ['ENOENT', 'folder does not exist'],
  ['ENAMETOOLONG', 'too long'],
  ['EWHATEVER', 'EWHATEVER'],
])('reports %s in words, with what to do', (code, words) => {
  const { why, remedy } = troubleOfWriting(Object.assign(new Error(code), { code }));
  expect(why).toContain(words);
  expect(remedy).toMatch(/\.$/);
});

/** Runs `body` in a process whose files may have at most `blocks` of 512 bytes: a write that goes beyond is cut short, the next one is EFBIG. */
function underLimit(blocks: number, body: string): string {
  const script = `
    process.on('SIGXFSZ', () => undefined);
    const { writeEnvFile } = await import('${main}/features/handover/env-file.ts');
    const { Secret } = await import('${main}/base/secret.ts');
    const { writeFileAtomically, appendWhole } = await import('${main}/base/files.ts');
    const { writeSettings } = await import('${main}/features/settings/settings-file.ts');
    const { defaults } = await import('${main}/features/settings/before-window.ts');
    const folder = ${JSON.stringify(folder)};
    const unwatched = () => () => undefined;
    const said = (run) => { try { return run(); } catch (error) { return error.message; } };
    console.log(said(() => { ${body} }));
  `;
  const run = spawnSync(
    '/bin/sh',
    ['-c', `ulimit -f ${blocks}; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
    { encoding: 'utf8' },
  );
  expect(run.stderr.replaceAll(/.*(Warning|--trace).*\n/g, '')).toBe('');
  return run.stdout.trim();
}

describe.runIf(process.platform !== 'win32')('a write that is cut short after 4096 bytes', () => {
  it('leaves the .env file whole, and says why', () => {
    const file = join(folder, '.env');
    const text = `TOKEN=old\n${'LINE=of some length, as they are\n'.repeat(175)}`;
    writeFileSync(file, text);
    const said = underLimit(
      8,
      `return writeEnvFile({ kind: 'env-file', path: folder + '/.env', key: 'TOKEN' }, Secret.fromText('new'), { now: () => 0 }, unwatched).sentence`,
    );
    expect(said).toContain('was not changed: it would be larger than a file may be there');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([text, ['.env']]);
  });

  it('leaves an export whole', () => {
    writeFileSync(join(folder, 'a.csv'), 'old');
    const said = underLimit(
      8,
      `writeFileAtomically(folder + '/a.csv', 'x'.repeat(5810), unwatched); return 'done'`,
    );
    expect(said).toContain('The file was not written: it would be larger');
    expect([readFileSync(join(folder, 'a.csv'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.csv']]);
  });

  it('leaves no half-written settings', () => {
    const file = join(folder, 'settings.json');
    writeSettings(file, { ...defaults, theme: 'dark' });
    const before = readFileSync(file, 'utf8');
    underLimit(0, `writeSettings(folder + '/settings.json', defaults); return 'done'`);
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([before, ['settings.json']]);
  });

  it('leaves no half line in the log', () => {
    const file = join(folder, 'log');
    writeFileSync(file, `${'x'.repeat(4000)}\n`);
    expect(underLimit(8, `appendWhole(folder + '/log', 'y'.repeat(200) + '\\n'); return 'done'`)).toContain(
      'EFBIG',
    );
    expect(readFileSync(file, 'utf8')).toBe(`${'x'.repeat(4000)}\n`);
  });
});

const disk = mkdtempSync(join(tmpdir(), 'keyturn-full-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
if (mounted) spawnSync('umount', [disk]);
rmSync(disk, { recursive: true, force: true });

describe.runIf(mounted)('a disk that fills up (a tmpfs of 64 KB; needs the right to mount)', () => {
  let full: string;
  const fillTo = (left: number) => {
    const filler = join(full, 'filler');
    writeFileSync(filler, '');
    for (let size = 64 * 1024 - left; ; size -= 1024) {
      try {
        writeFileSync(filler, Buffer.alloc(size));
        return;
      } catch {
        // A page of the folder's own, or of what is there already.
      }
    }
  };
  beforeEach(() => {
    full = join(folder, 'disk');
    mkdirSync(full);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full]).status).toBe(0);
  });
  afterEach(() => void spawnSync('umount', [full]));

  it.each([0, 4096])('keeps all that it holds with %i bytes left, and says so', (left) => {
    const files = ['a.csv', 'settings.json', '.env'].map((name) => join(full, name));
    for (const file of files) writeFileSync(file, 'o'.repeat(5810));
    fillTo(left);
    const before = readdirSync(full).sort();
    expect(
      failureOf(() => writeFileAtomically(join(full, 'a.csv'), 'n'.repeat(9000), unwatched)),
    ).toMatchObject({
      code: 'file',
      sentence: 'The file was not written: the disk is full.',
    });
    if (left === 0) {
      expect(failureOf(() => writeSettings(join(full, 'settings.json'), defaults))).toMatchObject({
        code: 'disk-full',
      });
    }
    const read = statSync(join(full, '.env'), { bigint: true });
    expect(() => replaceFile(join(full, '.env'), 'n'.repeat(5810), { file: read })).toThrow('ENOSPC');
    for (const file of files) expect(readFileSync(file, 'utf8')).toBe('o'.repeat(5810));
    expect(readdirSync(full).sort()).toEqual(before);
  });

  it('keeps whole lines in the log', () => {
    const log = createLog(join(full, 'log'), new HandClock(), (text) => text);
    log.note('first');
    fillTo(0);
    for (let n = 0; n < 200; n++) log.note('more', { n, words: 'x'.repeat(100) });
    rmSync(join(full, 'filler'));
    log.note('last');
    const events = readFileSync(join(full, 'log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect([events[0], events.at(-1)]).toEqual(['first', 'last']);
  });
});

it.runIf(process.getuid?.() !== 0)('a folder that may not be written to', () => {
  chmodSync(folder, 0o500);
  expect(failureOf(() => writeFileAtomically(join(folder, 'a'), 'x', unwatched))?.sentence).toContain(
    'you may not write there',
  );
  chmodSync(folder, 0o700);
});
