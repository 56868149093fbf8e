import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  defaults,
  type PlainSettings,
  readBeforeWindow,
} from '../../../src/main/features/settings/before-window.ts';
import { readSettings, writeSettings } from '../../../src/main/features/settings/settings-file.ts';
import { codeOf } from '../main/samples.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-settings-'));
  file = join(folder, 'Keyturn', 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (text: string) => {
  mkdirSync(join(folder, 'Keyturn'), { recursive: true });
  writeFileSync(file, text);
};

const time = fc.constantFrom('00:00', '07:30', '22:00', '23:59');
const some = fc.record({
  theme: fc.constantFrom('system', 'light', 'dark'),
  lockAfterMinutes: fc.integer({ min: 0, max: 1440 }),
  lockOnSuspend: fc.boolean(),
  lockOnScreenLock: fc.boolean(),
  contentProtection: fc.boolean(),
  startMinimised: fc.boolean(),
  notifications: fc.boolean(),
  quietHours: fc.option(fc.record({ from: time, to: time })),
});
const plain: fc.Arbitrary<PlainSettings> = some.map((chosen) => ({ ...defaults, ...chosen }));

describe('from the start', () => {
  it('has every protection on, and locks after 15 minutes', () => {
    expect(readSettings(file)).toMatchObject({
      theme: 'system',
      lockAfterMinutes: 15,
      lockOnSuspend: true,
      lockOnScreenLock: true,
      contentProtection: true,
      startMinimised: false,
    });
  });
});

it('reads back what was written', () => {
  fc.assert(
    fc.property(plain, (value) => {
      writeSettings(file, value);
      expect(readSettings(file)).toEqual(value);
    }),
    { numRuns: 50 },
  );
});

it('reads a complete set of settings from any file', () => {
  const entry = fc.tuple(
    fc.constantFrom(...Object.keys(defaults), '__proto__', 'proxy', 'extraCaFile', 'somethingNew'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      put(
        `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
      );
      // As JSON knows them: it has no -0.
      const written = entries.map(([name, value]) => [name, JSON.parse(JSON.stringify(value))] as const);
      const read = readSettings(file);
      expect(Object.keys(read).sort()).toEqual(Object.keys(defaults).sort());
      for (const [name, value] of Object.entries(read)) {
        const given = written.filter(([one]) => one === name).at(-1)?.[1];
        const standard = Object.entries(defaults).find(([one]) => one === name)?.[1];
        expect([given, standard], name).toContainEqual(value);
      }
    }),
    { numRuns: 300 },
  );
});

it.each(['', 'null', '[]', '"text"', '{', '{"theme":', '\0\0\0'])(
  'is the default when it holds %j',
  (text) => {
    put(text);
    expect(readSettings(file)).toEqual(defaults);
  },
);

it('one wrong entry resets only itself', () => {
  put(JSON.stringify({ ...defaults, theme: 'pink', lockAfterMinutes: 3, startMinimised: true, later: 1 }));
  expect(readSettings(file)).toEqual({ ...defaults, lockAfterMinutes: 3, startMinimised: true });
});

it('is readable by this account only, and leaves no other file', () => {
  writeSettings(file, defaults);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'Keyturn')).mode & 0o777).toBe(0o700);
  expect(existsSync(`${file}.new`)).toBe(false);
});

it('never holds a host name or a path', () => {
  writeSettings(file, {
    ...defaults,
    proxy: { mode: 'custom', url: 'http://proxy.acme.com' },
  } as PlainSettings);
  expect(readFileSync(file, 'utf8')).not.toContain('acme');
});

it('reports a folder that is not writable, and the old file stays', async () => {
  writeSettings(file, defaults);
  // A file where the folder would be: it stops root, too.
  expect(await codeOf(() => writeSettings(join(file, 'settings.json'), defaults))).toBe('read-only');
  expect(readSettings(file)).toEqual(defaults);
});

describe('the settings that are read before the window', () => {
  const names = [
    ...(['theme', 'language', 'contentProtection', 'startMinimised', 'startAtLogin', 'showInTray'] as const),
  ];
  const some = fc.oneof(
    fc.boolean(),
    fc.constantFrom('dark', 'light', 'de', 'ja', 'fr', 'toString', '', 1, null, {}, []),
  );

  it('equal the settings of the complete reader for every content of the file', () => {
    const files = fc.oneof(
      fc
        .dictionary(fc.constantFrom(...names, '__proto__', 'other'), some)
        .map((entries) => JSON.stringify(entries)),
      fc.json(),
      fc.string(),
    );
    fc.assert(
      fc.property(files, (text) => {
        put(text);
        const whole = readSettings(file);
        expect(readBeforeWindow(file)).toEqual(Object.fromEntries(names.map((name) => [name, whole[name]])));
      }),
      { numRuns: 300 },
    );
  });

  it('are the defaults when there is no file', () => {
    expect(defaults).toMatchObject(readBeforeWindow(file));
  });
});
