import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedForBatch, startOf, windowsStart } from '../../../src/main/base/windows-command.ts';

const env = {
  Path: 'C:\\Program Files\\nodejs;"C:\\tools;x";;C:\\bin',
  PATHEXT: '.COM;.EXE;.BAT;.CMD;.JS',
  SystemRoot: 'C:\\WINDOWS',
  ComSpec: 'C:\\evil\\cmd.exe',
};
const files = new Set(
  [
    'C:\\Program Files\\nodejs\\npm',
    'C:\\Program Files\\nodejs\\npm.CMD',
    'C:\\Program Files\\nodejs\\node.EXE',
    'C:\\bin\\terraform.EXE',
    'C:\\bin\\run.JS',
    'C:\\bin\\both.EXE',
    'C:\\bin\\both.CMD',
    'C:\\bin\\x.bat',
    'C:\\a b\\100%.cmd',
    'C:\\a b\\plain',
    '.\\here.cmd',
  ].map((path) => path.toLowerCase()),
);
// As Windows: no case, and dots and spaces at the end are left out.
const isFile = (path: string) => files.has(path.replace(/[. ]+$/, '').toLowerCase());
const start = (command: string, ...args: string[]) => windowsStart(command, args, env, isFile);

describe('the file that Windows starts', () => {
  it.each([
    ['terraform', 'C:\\bin\\terraform.EXE'],
    ['terraform.exe', 'C:\\bin\\terraform.exe'],
    ['node', 'C:\\Program Files\\nodejs\\node.EXE'],
    ['both', 'C:\\bin\\both.EXE'],
    ['C:\\bin\\terraform.exe', 'C:\\bin\\terraform.exe'],
    ['C:/bin\\terraform.exe'.replaceAll('/', '\\'), 'C:\\bin\\terraform.exe'],
    ['C:\\bin\\terraform', 'C:\\bin\\terraform.EXE'],
    ['C:\\a b\\plain', 'C:\\a b\\plain'],
  ])('%s: %s, with its arguments unchanged', (command, file) => {
    expect(start(command, 'a b', '"')).toEqual({ file, args: ['a b', '"'], verbatim: false });
  });

  it.each([
    ['npm', 'C:\\Program Files\\nodejs\\npm.CMD'],
    ['NPM', 'C:\\Program Files\\nodejs\\NPM.CMD'],
    ['npm.cmd', 'C:\\Program Files\\nodejs\\npm.cmd'],
    ['both.cmd', 'C:\\bin\\both.cmd'],
    ['x.bat', 'C:\\bin\\x.bat'],
    ['.\\here', '.\\here.CMD'],
    // CVE-2024-27980 and CVE-2024-36138: another way to write a batch file.
    ['C:\\bin\\x.BAT', 'C:\\bin\\x.BAT'],
    ['C:\\bin\\x.bat.', 'C:\\bin\\x.bat.'],
    ['C:\\bin\\x.bat ', 'C:\\bin\\x.bat '],
    ['C:\\bin\\x.bat. . ', 'C:\\bin\\x.bat. . '],
  ])('%s: the batch file %s, by the cmd.exe of the system', (command, file) => {
    expect(start(command, 'one', 'two')).toEqual({
      file: 'C:\\WINDOWS\\System32\\cmd.exe',
      args: ['/e:on', '/v:off', '/d', '/s', '/c', `""${file}" "one" "two""`],
      verbatim: true,
    });
  });

  it.each([
    ['nothing', /there is no program nothing/, true],
    ['', /there is no program/, true],
    ['here', /there is no program here/, true],
    ['C:\\nowhere\\x.exe', /there is no program/, true],
    ['run', /run\.JS is not a program/, false],
    ['run.js', /is not a program/, false],
  ])('%j: %s', (command, words, isMissing) => {
    expect(start(command)).toEqual(
      isMissing ? { isMissing } : { refused: expect.stringMatching(words), isMissing },
    );
  });

  it.each([
    ['a\nb', /cannot hold a line break/],
    ['a\r', /cannot hold a line break/],
    ['a\0b', /cannot hold a line break/],
    ['x'.repeat(8_200), /longer than the 8,191 characters/],
  ])('an argument that no batch file can take is said, case %#', (arg, words) => {
    expect(start('npm', arg)).toEqual({ refused: expect.stringMatching(words), isMissing: false });
    expect(start('node', arg)).toMatchObject({ verbatim: false });
  });

  it('leaves out the variables that every program has', () => {
    expect(windowsStart('x', [], {}, isFile)).toMatchObject({ isMissing: true });
    expect(windowsStart('C:\\bin\\x.bat', [], {}, isFile)).toMatchObject({
      file: 'C:\\Windows\\System32\\cmd.exe',
    });
  });
});

describe('an argument for a batch file', () => {
  it.each([
    ['', '""'],
    ['plain', '"plain"'],
    ['a b', '"a b"'],
    ['a&calc', '"a&calc"'],
    ['"&calc&"', '"""&calc&"""'],
    ['a"b', '"a""b"'],
    ['a\\"b', '"a\\\\""b"'],
    ['C:\\x\\', '"C:\\x\\\\"'],
    ['C:\\x\\y', '"C:\\x\\y"'],
    ['%PATH%', '"%%cd:~,%PATH%%cd:~,%"'],
    ['100%', '"100%%cd:~,%"'],
    ['!x!', '"!x!"'],
    ['^', '"^"'],
  ])('%j: %s', (arg, wanted) => {
    expect(quotedForBatch(arg)).toBe(wanted);
  });

  it('comes to the program behind the batch file as it was, and nothing of it is a command', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'"\\%&|<>^()! ,;=\'aä.:~'), maxLength: 12 });
    const arg = fc.oneof(nasty, fc.string({ maxLength: 20 })).filter((text) => !/[\0\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(arg, { maxLength: 4 }), (args) => {
        const started = start('npm', ...args);
        if (!('file' in started)) throw new Error('It does not start.');
        const command = started.args.at(-1) ?? '';
        // /s: the first and the last quote go.
        const line = expanded(command.slice(1, -1));
        expect(outsideOfQuotes(line)).toMatch(/^ *$/);
        // What `%*` puts into the batch file's own line, read by cmd.exe once more and then by the program.
        const rest = line.slice('"C:\\Program Files\\nodejs\\npm.CMD"'.length);
        expect(outsideOfQuotes(rest)).toMatch(/^ *$/);
        expect(readByRuntime(rest)).toEqual(args);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The variables of a line as cmd.exe puts them in: only those that are there; `%cd:~,%` is empty. */
function expanded(line: string): string {
  const known: Readonly<Record<string, string>> = { cd: 'C:\\here', path: 'C:\\bin', a: '&calc&', '': '' };
  let out = '';
  for (let at = 0; at < line.length; ) {
    const end = line[at] === '%' ? line.indexOf('%', at + 1) : -1;
    const [name = '', part] = end > at + 1 ? line.slice(at + 1, end).split(':') : [];
    const value = end > at + 1 ? known[name.toLowerCase()] : undefined;
    if (value === undefined) {
      out += line[at];
      at++;
    } else {
      out += part === undefined ? value : '';
      at = end + 1;
    }
  }
  return out;
}

/** What cmd.exe sees outside of quotes, where `& | < > ^ ( )` are its own. */
function outsideOfQuotes(line: string): string {
  return line
    .split('"')
    .filter((_text, n) => n % 2 === 0)
    .join('');
}

/** Arguments as Microsoft's C runtime reads them. */
function readByRuntime(line: string): string[] {
  const args: string[] = [];
  let at = 0;
  while (at < line.length) {
    while (line[at] === ' ') at++;
    if (at >= line.length) break;
    let [arg, quoted] = ['', false];
    while (at < line.length && (quoted || line[at] !== ' ')) {
      const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
      const hasQuote = line[at + slashes] === '"';
      arg += '\\'.repeat(hasQuote ? Math.floor(slashes / 2) : slashes);
      at += slashes;
      if (!hasQuote) {
        if (slashes === 0) arg += line[at++];
      } else if (slashes % 2 === 1) {
        arg += '"';
        at++;
      } else if (quoted && line[at + 1] === '"') {
        arg += '"';
        at += 2;
      } else {
        quoted = !quoted;
        at++;
      }
    }
    args.push(arg);
  }
  return args;
}

describe('the start of a command', () => {
  it('on Windows is looked for in PATH and not in the present folder', () => {
    expect(startOf('git', ['diff'], { PATH: '', PATHEXT: '.EXE' }, 'win32')).toMatchObject({
      isMissing: true,
    });
  });

  it('elsewhere is left to the system', () => {
    expect(startOf('git', ['diff'], {}, 'linux')).toEqual({ file: 'git', args: ['diff'], verbatim: false });
  });
});
