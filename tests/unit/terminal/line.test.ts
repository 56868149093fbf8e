import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../../src/main/base/command-names.ts';
import { commandWords } from '../../../src/main/base/words-of.ts';
import { completionOf } from '../../../src/main/terminal/completion.ts';
import { examples } from '../../../src/main/terminal/examples.ts';
import { commandsOf, readCommand } from '../../../src/main/terminal/line.ts';

/** Returns the words of a line, as a shell passes them, up to a pipe. */
const wordsInShell = (line: string): string[] =>
  execFileSync('sh', ['-c', `keyturn() { printf '%s\\0' keyturn "$@"; }\n${line.split(' | ')[0]}`], {
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);

const read = (line: string) => {
  const argv = line.split(' ');
  const words = commandWords(argv);
  return words === null ? null : readCommand(argv, words, '1.2.3', completionOf);
};
const asks = (request: object, options: object = {}) => ({
  kind: 'ask',
  request,
  json: false,
  start: false,
  ...options,
});

describe('what a command line asks for', () => {
  it.each([
    ['keyturn ls', asks({ command: 'ls' })],
    ['electron . --user-data=/x ls --json', asks({ command: 'ls' }, { json: true })],
    [
      'keyturn --user-data=/x status --start --json',
      asks({ command: 'status' }, { json: true, start: true }),
    ],
    ['keyturn test terraform-prod', asks({ command: 'test', name: 'terraform-prod' })],
    ['keyturn test --json terraform-prod', asks({ command: 'test', name: 'terraform-prod' }, { json: true })],
    ['keyturn rotate a', asks({ command: 'rotate', name: 'a' })],
    ['keyturn guard', { kind: 'guard', install: false }],
    ['electron . guard --install', { kind: 'guard', install: true }],
    ['keyturn names', asks({ command: 'names' })],
    ['keyturn test', asks({ command: 'test', name: null })],
    ['keyturn rotate --start', asks({ command: 'rotate', name: null }, { start: true })],
    ['keyturn curl /api/v1/users', { kind: 'curl', name: null, app: false, path: '/api/v1/users', args: [] }],
    ['keyturn curl api/v1/users', { kind: 'curl', name: null, app: false, path: '/api/v1/users', args: [] }],
    [
      'keyturn completion ZSH',
      { kind: 'print', text: expect.stringContaining('#compdef'), end: 0, isError: false },
    ],
    [
      'keyturn completion /usr/bin/bash',
      { kind: 'print', text: expect.stringContaining('complete'), end: 0, isError: false },
    ],
    [
      'keyturn completion pwsh.exe',
      { kind: 'print', text: expect.stringContaining('Register-'), end: 0, isError: false },
    ],
    ['keyturn curl a', { kind: 'curl', name: 'a', app: false, path: '', args: [] }],
    [
      'keyturn curl /api/v1/users -- -X POST',
      { kind: 'curl', name: null, app: false, path: '/api/v1/users', args: ['-X', 'POST'] },
    ],
    [
      'keyturn exec -- ls -l',
      {
        kind: 'exec',
        line: { alias: null, app: false, value: false, masked: true, command: 'ls', args: ['-l'] },
      },
    ],
    [
      'keyturn curl a /api/v1/users',
      { kind: 'curl', name: 'a', app: false, path: '/api/v1/users', args: [] },
    ],
    [
      'keyturn curl a /api/v1/users -- -X POST --json {}',
      { kind: 'curl', name: 'a', app: false, path: '/api/v1/users', args: ['-X', 'POST', '--json', '{}'] },
    ],
    [
      'keyturn curl --app a /api/v1/users',
      { kind: 'curl', name: 'a', app: true, path: '/api/v1/users', args: [] },
    ],
    [
      'keyturn exec --app a -- ls',
      { kind: 'exec', line: { alias: 'a', app: true, value: false, masked: true, command: 'ls', args: [] } },
    ],
    [
      'keyturn exec a -- ls --json',
      {
        kind: 'exec',
        line: { alias: 'a', app: false, value: false, masked: true, command: 'ls', args: ['--json'] },
      },
    ],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each(['keyturn', 'electron .', 'keyturn keyturn://open', 'electron . --user-data=/x', 'keyturn -- ls'])(
    '%s asks for the window',
    (line) => {
      expect(read(line)).toBeNull();
    },
  );

  it.each([
    ['keyturn test a b', /too many arguments[\s\S]*A name with blanks needs quotes/],
    ['keyturn test a —json', /"—json" begins with a long dash\. Type two hyphens/],
    ['keyturn ls ‐‐json', /begins with a long dash/],
    ['keyturn curl a /api/v1/users -X POST', /The arguments of curl follow two dashes/],
    ['electron . list', /unknown command 'list'/],
    ['electron . version', /unknown command 'version'/],
    ['electron . LS', /unknown command 'LS'[\s\S]*Did you mean ls\?/],
    ['electron . Status', /Did you mean status\?/],
    ['keyturn ls --JSON', /Did you mean --json\? Write it in small letters/],
    ['keyturn ls --json=true', /Did you mean --json\? .* without a value/],
    ['keyturn test a --START', /Did you mean --start\?/],
    ['keyturn guard --INSTALL', /Did you mean --install\?/],
    ['electron . tset a', /Did you mean test\?/],
    ['electron . --verison', /unknown option '--verison'/],
    ['electron . --hlep', /unknown option '--hlep'/],
    ['electron . -V', /unknown option '-V'/],
    ['keyturn completion sh', /Allowed choices are bash/],
    ['keyturn ls --jsn', /unknown option '--jsn'[\s\S]*Did you mean --json\?/],
    ['keyturn completion tcsh', /Allowed choices are bash, zsh, fish, powershell/],
    ['keyturn curl', /missing required argument 'name'/],
  ])('%s: the line says what is wrong, and ends with 64', (line, words) => {
    const asked = read(line);
    expect(asked).toMatchObject({ kind: 'print', end: 64, isError: true });
    expect(asked).toHaveProperty('text', expect.stringMatching(words));
  });

  it.each([
    '--headless',
    '--host-rules=x',
    '--v=1',
    '--no-sandbox',
    '--vmodule=*',
    '--hidden',
    '-psn_0_12345',
  ])('the switch %s of the system or of Chromium asks for the window', (word) => {
    expect(commandWords(['keyturn', word], false)).toBeNull();
  });

  it.each<[words: string, said: RegExp]>([
    ['--vlaue a -- ls', /no option --vlaue\. Did you mean --value\?/],
    ['--VALUE a -- ls', /Did you mean --value\?/],
    ['--nomasking a -- ls', /Did you mean --no-masking\?/],
    ['--no-mask a -- ls', /Did you mean --no-masking\?/],
    ['--app=report -- ls', /no option --app=report\. The option --app takes no value\./],
    ['--value=true a -- ls', /The option --value takes no value\./],
    ['--json a -- ls', /no option --json\. The options of a command/],
    ['a — ls', /"—" begins with a long dash/],
    ['a –– ls', /"––" begins with a long dash/],
    ['a b -- ls', /Two dashes are missing before the command b/],
    ['a --', /The command to run is missing/],
  ])('exec %s is refused with what to write', (given, said) => {
    expect(read(`keyturn exec ${given}`)).toMatchObject({ kind: 'exec', line: expect.stringMatching(said) });
  });

  it('a mistyped command of a packaged app is no folder, and opens no window', () => {
    expect(commandWords(['keyturn', 'list'], false)).toEqual(['list']);
    expect(commandWords(['keyturn', '--user-data=/x', 'staus', '--json'], false)).toEqual([
      'staus',
      '--json',
    ]);
    expect(commandWords(['keyturn', 'ls'], false)).toEqual(['ls']);
    for (const window of ['keyturn://open', '/a/folder', 'C:\\a', '.']) {
      expect(commandWords(['keyturn', window], false)).toBeNull();
    }
    expect(commandWords(['keyturn', '--', 'list'], false)).toBeNull();
  });

  it.each([
    [
      'keyturn help',
      /Usage: keyturn[\s\S]*ls [\s\S]*test [\s\S]*rotate[\s\S]*status[\s\S]*curl[\s\S]*exec[\s\S]*completion/,
    ],
    ['keyturn --help', /Usage: keyturn/],
    ['electron . -h', /Usage: keyturn/],
    ['keyturn help test', /Usage: keyturn test \[options\] \[name\]/],
    [
      'keyturn exec --help',
      /Usage: keyturn exec \[--app\] \[--value\] \[--no-masking\] \[name\] -- <program> \[arguments\.\.\.\]/,
    ],
    ['keyturn --version', /^1\.2\.3\n$/],
  ])('%s is a text, and ends with 0', (line, words) => {
    const asked = read(line);
    expect(asked).toMatchObject({ kind: 'print', end: 0, isError: false });
    expect(asked).toHaveProperty('text', expect.stringMatching(words));
  });

  it('help and completion name no hidden command', () => {
    for (const line of [
      'help',
      'completion bash',
      'completion zsh',
      'completion fish',
      'completion powershell',
    ])
      expect(read(`keyturn ${line}`)).toHaveProperty('text', expect.not.stringMatching(/List the names of/));
  });
});

it('the command line recognises each command of the app’s folder, and no other', () => {
  const names = commandsOf('', () => undefined).commands.map((command) => command.name());
  expect([...commandNames].toSorted()).toEqual([...names, 'help'].toSorted());
});

describe('the examples of --help', () => {
  const commands = commandsOf('1', () => undefined).commands.map((command) => command.name());
  const all = Object.entries(examples).flatMap(([name, lines]) => lines.map((line) => [name, line] as const));

  it('are there for every command that a person types', () => {
    expect(Object.keys(examples).toSorted()).toEqual(commands.filter((name) => name !== 'names').toSorted());
  });

  it.each(all)('of %s: %s is a line that keyturn reads', (name, line) => {
    const argv = wordsInShell(line);
    expect(argv[1]).toBe(name);
    const asked = readCommand(argv, argv.slice(1), '1', () => 'a script');
    expect(asked).not.toMatchObject({ isError: true });
    if (asked.kind === 'exec') expect(asked.line).toMatchObject({ alias: 'terraform-prod' });
  });

  it('are below the help of a command', () => {
    const shown = read('keyturn exec --help');
    expect(shown).toMatchObject({ kind: 'print', end: 0 });
    expect(JSON.stringify(shown)).toContain('Examples:\\n  $ keyturn exec terraform-prod -- node app.js\\n');
  });
});
