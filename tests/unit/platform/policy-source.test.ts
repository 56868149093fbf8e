import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesOfReg, readLinux, readRegistry } from '../../../src/main/platform/policy-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const own = process.getuid?.() ?? 0;
const file = (text: string, name = 'policy.json') => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o644 });
  return path;
};

describe('the file of Linux', () => {
  it('is read when only its owner can write it and its folder', () => {
    expect(readLinux(file('{"copy":false}'), own)).toEqual({ copy: false });
  });

  it('may begin with a byte order mark', () => {
    expect(readLinux(file('\uFEFF{"copy":false}\r\n'), own)).toEqual({ copy: false });
  });

  it('is refused when it is a folder or a pipe, and nothing waits', () => {
    mkdirSync(join(folder, 'policy.json'), { mode: 0o755 });
    expect(() => readLinux(join(folder, 'policy.json'), own)).toThrow(/is not a file/);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', ['-m', '644', join(folder, 'pipe.json')]);
    expect(() => readLinux(join(folder, 'pipe.json'), own)).toThrow(/is not a file/);
  });

  it('is refused when it is UTF-16, with the reason', () => {
    const path = file('');
    writeFileSync(path, Buffer.from('\uFEFF{"copy":false}', 'utf16le'));
    expect(() => readLinux(path, own)).toThrow(/Save it as UTF-8/);
  });

  it('is null when there is none', () => {
    expect(readLinux(join(folder, 'none.json'), own)).toBeNull();
  });

  it('is refused when its folder is closed to the person, and not taken for none', () => {
    const path = file('{"copy":false}');
    chmodSync(folder, own === 0 ? 0o700 : 0);
    const source = join(import.meta.dirname, '../../../src/main/platform/policy-source.ts');
    const program = `import { readLinux } from ${JSON.stringify(source)};
      try { console.log(readLinux(${JSON.stringify(path)}, ${own})); } catch (error) { console.log(error.code); }`;
    // Root may read everything, so another account looks.
    const other = own === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      ...other,
    });
    chmodSync(folder, 0o700);
    expect(stdout.trim()).toBe('EACCES');
  });

  it('is refused when another account owns it', () => {
    expect(() => readLinux(file('{}'), own + 1)).toThrow(/An account other than root/);
  });

  it.each([0o664, 0o646, 0o666])('is refused when others may write it (%o)', (mode) => {
    const path = file('{}');
    chmodSync(path, mode);
    expect(() => readLinux(path, own)).toThrow(/An account other than root/);
  });

  it('is refused when others may write its folder', () => {
    const path = file('{}');
    chmodSync(folder, 0o777);
    expect(() => readLinux(path, own)).toThrow(/An account other than root/);
  });

  it('is refused when it is a link', () => {
    const link = join(folder, 'link.json');
    symlinkSync(file('{}'), link);
    expect(() => readLinux(link, own)).toThrow(/An account other than root/);
  });

  it.each(['', '{', '{"copy":false', 'copy: false', '{"copy":false,}', '{"copy":false} // no copies'])(
    'is refused when it is not JSON (%j)',
    (text) => {
      expect(() => readLinux(file(text), own)).toThrow(/not JSON/);
    },
  );

  it('is refused when it has an entry twice, and the last one does not count', () => {
    expect(() => readLinux(file('{"copy":false,"demo":false,"copy" : true}'), own)).toThrow(
      /entry copy twice/,
    );
    expect(readLinux(file('{"copy":false,"demo":false}'), own)).toEqual({ copy: false, demo: false });
  });

  it('is refused when it is far too large', () => {
    expect(() => readLinux(file(`"${'x'.repeat(70_000)}"`), own)).toThrow(/64 KB/);
  });
});

it('reads what reg.exe prints', () => {
  const printed = [
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Keyturn',
    '    allowedOrgs    REG_MULTI_SZ    acme.okta.com\\0*.acme.example',
    '    lockAfterMinutes    REG_DWORD    0xf',
    '    copy    REG_DWORD    0x0',
    '    note    REG_SZ    ',
    '',
  ].join('\r\n');
  expect(entriesOfReg(printed)).toEqual({
    allowedOrgs: ['acme.okta.com', '*.acme.example'],
    lockAfterMinutes: 15,
    copy: 0,
    note: '',
  });
});

describe('the registry of Windows', () => {
  const policies = 'HKLM\\SOFTWARE\\Policies';
  const listed = (...names: string[]) =>
    ['', ...names.map((name) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${name}`), ''].join('\r\n');
  /** Answers as reg.exe does, which ends with 1 for every failure. */
  const registry = (printed: Readonly<Record<string, string>>) => (key: string) => {
    const text = printed[key];
    if (text === undefined) throw Object.assign(new Error(`reg query ${key} failed`), { status: 1 });
    return text;
  };

  it('has no policy when the list of policies does not name it', () => {
    expect(
      readRegistry(registry({ [policies]: listed('Microsoft', 'Keyturn2', 'Other\\Keyturn') })),
    ).toBeNull();
  });

  it('has the policy that the list names, in any case', () => {
    const printed = '    copy    REG_DWORD    0x0\r\n';
    const all = { [policies]: listed('Microsoft', 'KEYTURN'), [`${policies}\\Keyturn`]: printed };
    expect(readRegistry(registry(all))).toEqual({ copy: 0 });
  });

  it('is refused when it names a policy that Keyturn may not read, and not taken for none', () => {
    expect(() => readRegistry(registry({ [policies]: listed('Microsoft', 'Keyturn') }))).toThrow('failed');
  });

  it('is refused when nobody can list the policies', () => {
    expect(() => readRegistry(registry({}))).toThrow('failed');
  });

  it('keeps a name with spaces, which the form of the policy then refuses', () => {
    expect(entriesOfReg('    lock After    REG_DWORD    0x5\r\n')).toEqual({ 'lock After': 5 });
  });
});
