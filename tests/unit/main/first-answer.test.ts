import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'keyturn-first-'));
let loaded: string[];
let sources: string[];

/** The bundler writes the place of each source file in front of its code. */
const place = /^\/\/ ((?:src|node_modules)\/\S+)$/gm;

beforeAll(() => {
  const list = join(folder, 'loaded');
  const done = spawnSync(
    process.execPath,
    [
      ...['--import', join(import.meta.dirname, 'until-answer.mjs')],
      ...['--import', join(root, 'tools/bench/electron-at-boot.mjs')],
      join(root, 'out/main/index.js'),
    ],
    {
      env: {
        ...process.env,
        KEYTURN_BENCH_FOLDER: folder,
        KEYTURN_BENCH_UNTIL: 'answer',
        KEYTURN_TEST_LOADED: list,
      },
      encoding: 'utf8',
    },
  );
  // 42: main answered (tools/bench/electron-at-boot.mjs).
  expect(done.stderr).toBe('');
  expect(done.status).toBe(42);
  loaded = readFileSync(list, 'utf8').split('\n');
  const files = loaded.filter((url) => url.includes('/out/main/'));
  sources = files.flatMap((url) =>
    [...readFileSync(new URL(url), 'utf8').matchAll(place)].map(([, path = '']) => path),
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packagesIn = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => /(?<=node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])),
];
const foldersIn = (under: string): string[] =>
  [...new Set(sources.flatMap((path) => new RegExp(`^${under}/([^/]+)`).exec(path)?.[1] ?? []))].sort();

it('main has loaded the vault, the settings and the tokens when it answers the first call', () => {
  expect(sources.length).toBeGreaterThan(80);
  expect(sources).toContain('src/main/app/front.ts');
  expect(sources).toContain('src/main/vault/vault.ts');
  expect(sources).toContain('src/main/features/tokens/store.ts');
});

it('main answers the first call before it loads a feature that the first screen does not need', () => {
  expect(foldersIn('src/main/features')).toEqual(['app', 'orgs', 'settings', 'tokens', 'updates', 'vault']);
  for (const file of ['rest.ts', 'compose.ts', 'features.ts', 'house.ts', 'needs.ts']) {
    expect(sources).not.toContain(`src/main/app/${file}`);
  }
  expect(sources.filter((path) => path.endsWith('/handlers.ts'))).toEqual([]);
  expect(sources).not.toContain('src/main/okta/client.ts');
  expect(foldersIn('src/main')).not.toContain('capture');
  expect(foldersIn('src/main')).not.toContain('terminal');
});

it('main answers the first call before it makes a schema', () => {
  expect(foldersIn('src/shared/contract')).toEqual(['bridge.ts', 'first.compiled.ts', 'names.ts']);
});

it('main answers the first call without a package, cryptography, SQLite or the network', () => {
  expect(packagesIn(sources)).toEqual([]);
  const parts = loaded.filter((line) => line.startsWith('NativeModule '));
  expect(parts).toContain('NativeModule v8');
  for (const late of [
    'crypto',
    'sqlite',
    'child_process',
    'inspector',
    'vm',
    'tls',
    'net',
    'dns',
    'http',
    'https',
  ]) {
    expect(parts).not.toContain(`NativeModule ${late}`);
  }
});

it('main answers the first call from eight files, two for each step of its start', () => {
  const files = loaded.flatMap((url) => /\/out\/main\/(.+?)(?:-[\w-]{8})?\.js$/.exec(url)?.[1] ?? []);
  expect(files).toEqual([
    ...['index', 'start-language', 'begin', 'start-begin', 'start', 'start-window', 'load', 'start-front'],
  ]);
});
