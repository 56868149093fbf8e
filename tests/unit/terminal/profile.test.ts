import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/main/terminal/profile.ts';
import { newFolder as newPath } from '../vault/helpers.ts';

function newFolder(): string {
  const folder = newPath();
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes a profile and returns its folder and file. */
function written(text: string | Buffer): { folder: string; file: string } {
  const folder = newFolder();
  const file = join(folder, '.keyturn.toml');
  writeFileSync(file, text);
  return { folder, file };
}

describe('a profile of a folder', () => {
  it.each<[text: string | Buffer, alias: string, rules: object | null]>([
    ['token = "prod"', 'prod', null],
    ['\uFEFFtoken = "prod"\r\n', 'prod', null],
    ["# for the team\ntoken = 'prod-2'\naccess = 'change'\n", 'prod-2', null],
    ['token = "HR-Import"', 'hr-import', null],
    ['token = " prod "', 'prod', null],
    ['"token" = "prod"\r\naccess = "Read"\r\n', 'prod', { reads: true, paths: null }],
    ['token = "prod"\naccess = " READ "', 'prod', { reads: true, paths: null }],
    [
      'token = "prod"\npaths = [\n  "/api/v1/users", # people\n  "/oauth2/v1/clients",\n]',
      'prod',
      { reads: false, paths: ['/api/v1/users', '/oauth2/v1/clients'] },
    ],
    ['token = "prod"\naccess = "read"', 'prod', { reads: true, paths: null }],
    [
      'token = "prod"\npaths = ["/api/v1/users", " /api/v1/groups/ "]',
      'prod',
      { reads: false, paths: ['/api/v1/users', '/api/v1/groups/'] },
    ],
  ])('%j names a token', async (text, alias, rules) => {
    const { folder, file } = written(text);
    expect(await profileOf(folder)).toEqual({
      file,
      alias,
      isApp: false,
      rules: rules === null ? null : { file, ...rules },
    });
  });

  it('names an app, with the same limits', async () => {
    const { folder, file } = written('app = "report"\naccess = "read"');
    expect(await profileOf(folder)).toEqual({
      ...{ file, alias: 'report', isApp: true },
      rules: { file, reads: true, paths: null },
    });
  });

  it('is found from a folder below, and the nearest one counts', async () => {
    const { folder, file } = written('token = "above"');
    const below = join(folder, 'a', 'b');
    mkdirSync(below, { recursive: true });
    expect(await profileOf(below)).toMatchObject({ file, alias: 'above' });
    writeFileSync(join(folder, 'a', '.keyturn.toml'), 'token = "nearer"');
    expect(await profileOf(below)).toMatchObject({ alias: 'nearer' });
  });

  it('does not exist when no folder has one, or when a folder has its name', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.keyturn.toml'));
    expect(await profileOf(folder)).toBeNull();
  });

  // Only root can give a file away.
  const isRoot = process.getuid?.() === 0;
  it.skipIf(!isRoot)(
    'of another account, or behind a link of another account, chooses no token',
    async () => {
      const { folder, file } = written('token = "prod"');
      chownSync(file, 65_534, 65_534);
      expect(await profileOf(folder)).toMatch(/belongs to another account.* would choose the token/);
      const mine = written('token = "prod"');
      const linked = newFolder();
      symlinkSync(mine.file, join(linked, '.keyturn.toml'));
      expect(await profileOf(linked)).toMatchObject({ alias: 'prod' });
      lchownSync(join(linked, '.keyturn.toml'), 65_534, 65_534);
      expect(await profileOf(linked)).toMatch(/belongs to another account/);
    },
  );

  it.skipIf(process.platform === 'win32')('that every account may write chooses no token', async () => {
    const { folder, file } = written('token = "prod"');
    chmodSync(file, 0o666);
    expect(await profileOf(folder)).toMatch(/every account may write it/);
    chmodSync(file, 0o664);
    expect(await profileOf(folder)).toMatchObject({ alias: 'prod' });
  });

  it('with a key as long as the file is named in one short line', async () => {
    const { folder } = written(`${'x'.repeat(60_000)} = 1`);
    const said = await profileOf(folder);
    expect(said).toMatch(/has the key "x{60}"/);
    expect(String(said).length).toBeLessThan(400);
  });

  it('that is a circle of links is named in a sentence', async () => {
    const folder = newFolder();
    symlinkSync('.keyturn.toml', join(folder, '.keyturn.toml'));
    expect(await profileOf(folder)).toMatch(/keyturn\.toml cannot be read \(ELOOP\)/);
  });

  const value = `00${'a'.repeat(40)}`;
  it.each<[text: string | Buffer, said: RegExp]>([
    ['token = prod', /is not TOML \(.*line 1\)\. Correct it/],
    ['', /names no token and no app\. Write token = "name" or app = "name"/],
    ['token = ["prod"]', /names no token and no app/],
    ['token = "Prod CI"', /has token = "Prod CI", which is not the name of a token\. Write the name that/],
    ['token = ""', /has token = "", which is not the name/],
    ['token = “prod”', /is not TOML .*straight quotes/],
    [
      'token = "prod"\npaths = ["/api/v1/users", "/api/v1/users/*"]',
      /"\/api\/v1\/users\/\*" is not such a path/,
    ],
    ['token = "prod"\npaths = ["api/v1/users"]', /"api\/v1\/users" is not such a path/],
    ['token = "prod"\npaths = ["https://acme.okta.com/api/v1/users"]', /"https:.*" is not such a path/],
    ['app = "Prod CI"', /has app = "Prod CI", which is not the name of an app/],
    ['token = "prod"\napp = "report"', /names a token and an app\. Keep one of the two/],
    ['token = "prod"\nvalue = true', /has the key "value", which a profile does not have/],
    ['token = "prod"\n[rules]\naccess = "read"', /has the key "rules"/],
    ['token = "prod"\naccess = "write"', /access = "read" or access = "change"/],
    ['token = "prod"\npaths = "/api/v1/users"', /paths as a list/],
    ['token = "prod"\npaths = []', /paths as a list/],
    ['token = "prod"\npaths = ["/api/v1/../v2"]', /paths as a list/],
    ['token = "prod"\npaths = [1]', /paths as a list/],
    ['token = "prod"\npaths = [{ a = 1 }]', /\{"a":1\}" is not such a path/],
    ['token = "prod"\npaths = [[{ a = 1 }]]', /paths as a list/],
    ['token = "prod"\npaths = [2026-12-24]', /"2026-12-24.* is not such a path/],
    [`token = "${value}"`, /holds what looks like an API token\. Take it out and rotate the token/],
    [`token = "prod" # ${value}`, /holds what looks like an API token/],
    ['Token = "prod"', /has the key "Token".* Did you mean token\? It has/],
    ['tokens = ["prod"]', /has the key "tokens".* Did you mean token\?/],
    ['token = "prod"\nAccess = "read"', /Did you mean access\?/],
    ['token = "prod"\npath = ["/api/v1/users"]', /Did you mean paths\?/],
    ['token = "prod"\nname = "x"', /has the key "name", which a profile does not have\. It has/],
    ['token = "prod"\n__proto__ = 1', /has the key "__proto__"/],
    ['token = "prod"\ntoken = "b"', /is not TOML \(.*line 2\)/],
    ['token: "prod"', /is not TOML .*token = "name"/],
    ['{"token":"prod"}', /is not TOML/],
    ['token = "prod" // live', /is not TOML/],
    ['token = 1', /names no token and no app/],
    ['token.name = "prod"', /names no token and no app/],
    ['token = "prod"\naccess = true', /access = "read" or access = "change"/],
    ['token = "prod"\naccess = ["read"]', /access = "read" or access = "change"/],
    ['token = "acme.okta.com"', /has token = "acme\.okta\.com", which is not the name/],
    ['token = "prod"\npaths = ["/api/v1/users?limit=1"]', /"\/api\/v1\/users\?limit=1" is not such a path/],
    ['token = "prod"\npaths = ["/"]', /"\/" is not such a path/],
    ['token = "prod"\napp = ""', /names a token and an app/],
    [Buffer.from([0x74, 0xff, 0xfe]), /is not UTF-8 text/],
    [Buffer.from('token = "prod"', 'utf16le'), /is not UTF-8 text/],
    [Buffer.from('\uFEFFtoken = "prod"', 'utf16le'), /is not UTF-8 text/],
    [Buffer.from('token = "pröd"', 'latin1'), /is not UTF-8 text/],
    [Buffer.alloc(70_000, '#'), /longer than a profile can be/],
  ])('reports what is wrong with it without repeating a value: case %#', async (text, said) => {
    const { folder } = written(text);
    const answer = await profileOf(folder);
    expect(answer).toMatch(said);
    expect(answer).not.toContain(value);
  });
});
