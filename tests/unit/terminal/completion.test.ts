import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionOf } from '../../../src/main/terminal/completion.ts';
import { commandsOf, type Shell } from '../../../src/main/terminal/line.ts';

const script = (shell: Shell): string =>
  completionOf(
    commandsOf('1', () => undefined),
    shell,
  );
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-completion-'));
  writeFileSync(
    join(folder, 'keyturn'),
    '#!/bin/sh\n[ "$1" = names ] && printf "siem\\nterraform-prod\\n"\n',
  );
  chmodSync(join(folder, 'keyturn'), 0o755);
  env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines = [
  ['', ['ls', 'test', 'rotate', 'status', 'guard', 'curl', 'exec', 'completion', 'help']],
  ['ro', ['rotate']],
  ['test te', ['terraform-prod']],
  ['test --j', ['--json']],
  ['exec --a', ['--app']],
  ['curl --a', ['--app']],
  ['completion f', ['fish']],
] as const;

/**
 * A script of zsh that types a line and a tab into a zsh at a terminal, and writes what that one adds to its completions. zsh completes
 * only at a terminal. The folder is $1 and the line is $2.
 */
const zshAtTerminal = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; autoload -U compinit; compinit -u -d $1/dump; source $1/script; compadd() { local -a hits; case \\" \\$* \\" in (*' -'[OAD]' '*) builtin compadd \\"\\$@\\"; return ;; esac; builtin compadd -O hits \\"\\$@\\"; print -rl -- \\$hits >> $1/found; }; over() { : > $1/over; }; comppostfuncs=(over); : > $1/ready"
while [[ ! -e $1/ready ]]; do zpty -r -t shell _ || :; sleep 0.05; done
zpty -n -w shell "keyturn $2"$'\\t'
while [[ ! -e $1/over ]]; do zpty -r -t shell _ || :; sleep 0.05; done
zpty -d shell
`;

describe.skipIf(!has('bash'))('bash', () => {
  it.each(lines)('completes keyturn %s', (typed, expected) => {
    const words = ['keyturn', ...typed.split(' ')];
    const run = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script('bash')}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _keyturn; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { env, encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    expect(run.stdout.trim().split('\n').toSorted()).toEqual([...expected].toSorted());
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  it.each(lines)('completes keyturn %s', (typed, expected) => {
    const run = spawnSync(
      'fish',
      ['--no-config', '-c', `${script('fish')}\ncomplete -C 'keyturn ${typed}'`],
      {
        env,
        encoding: 'utf8',
      },
    );
    expect(run.stderr).toBe('');
    const found = run.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '');
    expect(found.toSorted()).toEqual([...expected].toSorted());
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  it.each(lines)('completes keyturn %s', (typed, expected) => {
    const found = join(folder, 'found');
    for (const name of ['found', 'ready', 'over']) rmSync(join(folder, name), { force: true });
    writeFileSync(join(folder, 'script'), script('zsh'));
    writeFileSync(join(folder, 'drive'), zshAtTerminal);
    const run = spawnSync('zsh', ['-f', join(folder, 'drive'), folder, typed], {
      env,
      encoding: 'utf8',
      timeout: 15_000,
    });
    expect(run.stderr).toBe('');
    expect(readFileSync(found, 'utf8').trim().split('\n').toSorted()).toEqual([...expected].toSorted());
  });

  it('accepts the script', () => {
    const run = spawnSync(
      'zsh',
      ['-f', '-c', `autoload -U compinit; compinit -u -d ${folder}/dump\n${script('zsh')}`],
      {
        env,
        encoding: 'utf8',
      },
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
  });
});

it('PowerShell completes the same commands', () => {
  // No PowerShell is in Debian's packages: only its text is looked at.
  expect(script('powershell')).toMatch(/Register-ArgumentCompleter -Native -CommandName keyturn/);
  for (const name of ['ls', 'test', 'rotate', 'status', 'guard', 'curl', 'exec', 'completion'])
    expect(script('powershell')).toContain(`'${name}'`);
});
