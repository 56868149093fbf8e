import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { runCommand } from '../../../src/main/features/handover/run-command.ts';
import type { HandOver } from '../../../src/shared/contract/hand-over.ts';
import { handOver } from '../../../src/shared/contract/hand-over.ts';
import { handOverTemplates } from '../../../src/shared/hand-over-templates.ts';
import { handOverWords } from '../../../src/shared/rotation-words.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const value = '00handOver_handOver_handOver_handOver_han';
type Command = Extract<HandOver, { kind: 'command' }>;
const node = process.execPath;
const root = join(import.meta.dirname, '../../..');
const script = (text: string): string[] => [node, '-e', text];
const run = (command: Partial<Command> & Pick<Command, 'argv'>) =>
  runCommand({ kind: 'command', via: { stdin: true }, ...command }, Secret.fromText(value), new HandClock());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes all its input (arguments, environment, standard input) to a file. */
const spy = (file: string) =>
  script(`
    const { readFileSync, writeFileSync } = require('node:fs');
    writeFileSync(${JSON.stringify(file)}, JSON.stringify({ stdin: readFileSync(0, 'utf8'), env: process.env.OKTA_API_TOKEN ?? null, argv: process.argv }));
  `);

it.each([
  [
    'a whole command in one line',
    'vault kv put secret/okta token=-',
    /each of its arguments on a line of its own/,
  ],
  ['a home folder', '~/bin/give-token', /no shell expands ~ and variables/],
  ['a variable of a shell', '$HOME/bin/give-token', /Write its full path/],
  ['a variable of Windows', '%USERPROFILE%\\give-token.exe', /Write its full path/],
  ['a program that is not there', 'no-such-program', /was not found\. Give its full path/],
  ['a folder', tmpdir(), /It is a folder, or its file is not executable/],
])('says why it cannot run %s', async (_, program, says) => {
  expect(await run({ argv: [program] })).toMatchObject({ ok: false, sentence: expect.stringMatching(says) });
});

it.skipIf(process.platform === 'win32')(
  'says that a script may not be run, and runs it with a blank and an emoji in its name',
  async () => {
    const file = join(folder, 'give me 🔑.sh');
    writeFileSync(file, 'cat >/dev/null\n', { mode: 0o644 });
    expect((await run({ argv: [file] })).sentence).toMatch(/not executable \(chmod \+x\)/);
    chmodSync(file, 0o755);
    expect(await run({ argv: [file] })).toMatchObject({ ok: true });
  },
);

it('gives the value on standard input, and nowhere else', async () => {
  const file = join(folder, 'seen.json');
  expect(await run({ argv: spy(file) })).toMatchObject({ ok: true, exit: 0 });
  const seen = JSON.parse(readFileSync(file, 'utf8'));
  expect(seen).toMatchObject({ stdin: value, env: null });
  expect(seen.argv.join(' ')).not.toContain(value);
});

it('starts nothing with the value in a variable where Node prints the environment of what it starts', () => {
  const file = join(folder, 'seen.json');
  const code = (via: Command['via']) => `
    const { runCommand } = await import(${JSON.stringify(join(root, 'src/main/features/handover/run-command.ts'))});
    const { Secret } = await import(${JSON.stringify(join(root, 'src/main/base/secret.ts'))});
    const command = ${JSON.stringify({ kind: 'command', argv: spy(file), via })};
    const ran = await runCommand(command, Secret.fromText(${JSON.stringify(value)}), { now: () => 0 });
    console.log(JSON.stringify(ran));`;
  const debugging = (via: Command['via']) =>
    spawnSync(node, ['--input-type=module'], {
      input: code(via),
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'child_process' },
    });
  const byEnv = debugging({ env: 'OKTA_API_TOKEN' });
  expect(byEnv.stdout + byEnv.stderr).not.toContain(value);
  expect(JSON.parse(byEnv.stdout)).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/NODE_DEBUG/),
  });
  expect(existsSync(file)).toBe(false);
  // Node prints no input of a program.
  const byInput = debugging({ stdin: true });
  expect(byInput.stderr).toContain('CHILD_PROCESS');
  expect(byInput.stdout + byInput.stderr).not.toContain(value);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ stdin: value });
});

it('puts the value in the one named variable, and nowhere else', async () => {
  const file = join(folder, 'seen.json');
  await run({ argv: spy(file), via: { env: 'OKTA_API_TOKEN' } });
  const seen = JSON.parse(readFileSync(file, 'utf8'));
  expect(seen).toMatchObject({ stdin: '', env: value });
});

it('is no shell: what a shell would read as more is one argument', async () => {
  const done = await run({
    argv: [...script('console.log(process.argv.slice(1).join("|"))'), '$(id); `id` && id', '*'],
  });
  expect(done.output).toBe('$(id); `id` && id|*');
});

it('redacts the value in every dress a program may print it in', async () => {
  const done = await run({
    argv: script(`
      const v = require('node:fs').readFileSync(0, 'utf8');
      const b = Buffer.from(v);
      console.log([v, b.toString('base64'), b.toString('hex'), b.toString('base64url'), JSON.stringify({ v })].join('\\n'));
      console.error('kept: ' + v);
    `),
  });
  const b = Buffer.from(value);
  for (const form of [value, b.toString('base64'), b.toString('hex'), b.toString('base64url')]) {
    expect(JSON.stringify(done)).not.toContain(form);
  }
  expect(done.output).toContain('[redacted]');
});

it('gives the output of the first program to the second only', async () => {
  const file = join(folder, 'second.json');
  const done = await run({
    argv: script(`process.stdin.on('data', (d) => process.stdout.write('wrapped ' + d))`),
    pipeTo: spy(file),
  });
  expect(done).toMatchObject({ ok: true, output: '' });
  expect(JSON.parse(readFileSync(file, 'utf8')).stdin).toBe(`wrapped ${value}`);
});

it('reports the exit status, a missing program, and a program that ignores its input', async () => {
  expect(await run({ argv: script('process.exit(3)') })).toMatchObject({
    ok: false,
    exit: 3,
    sentence: expect.stringContaining('exit status 3'),
  });
  expect(await run({ argv: ['keyturn-no-such-program'] })).toMatchObject({
    ok: false,
    exit: null,
    sentence: expect.stringContaining('was not found'),
  });
  expect(await run({ argv: script(''), pipeTo: script('process.exit(4)') })).toMatchObject({ exit: 4 });
  expect(await run({ argv: script('process.stdin.destroy()') })).toMatchObject({ ok: true });
});

it('has templates that are commands of the contract, without the value in their arguments', () => {
  for (const { build, fields, id } of handOverTemplates) {
    const how = build(Object.fromEntries(fields.map(({ name, example }) => [name, example])));
    expect(handOver.safeParse(how).success, id).toBe(true);
    expect(how.kind === 'command' && 'stdin' in how.via, id).toBe(true);
  }
  expect(handOverTemplates.map(({ id }) => id)).toEqual([
    'vault-put',
    'vault-patch',
    'github',
    'aws',
    'kubernetes',
    'doppler',
  ]);
});

it('shows a command whole, with hidden characters made visible', () => {
  expect(
    handOverWords({ kind: 'command', argv: ['gh', 'secret', 'set', 'A B', 'x\u0000y'], via: { env: 'T' } }),
  ).toBe('gh secret set "A B" "x\\u0000y", with the token in T');
});

it('shows no part of a value where the output is cut, nor of one that two streams print in turn', async () => {
  for (const lead of [63_900, 63_970, 63_999, 3_950, 3_990]) {
    const done = await run({
      argv: script(`
        const v = require('node:fs').readFileSync(0, 'utf8');
        process.stdout.write('x'.repeat(${lead}) + v + 'y'.repeat(3980));
        process.stderr.write(v.slice(0, 20));
        setTimeout(() => process.stderr.write(v.slice(20)), 20);`),
    });
    for (let at = 0; at + 12 <= value.length; at++)
      expect(done.output).not.toContain(value.slice(at, at + 12));
  }
});

it('ends a program after a minute with all that it started, also one that keeps the pipe', {
  timeout: 20_000,
}, async () => {
  const file = join(folder, 'alive');
  const grandchild = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(file)}, '.'), 50)`;
  const done = await runCommand(
    {
      kind: 'command',
      via: { stdin: true },
      argv: script(`
        require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' });
        setTimeout(() => process.exit(0), 300);`),
    },
    Secret.fromText(value),
    new HandClock(),
    1_000,
  );
  expect(done.ok).toBe(false);
  expect(done.sentence).toContain('did not end within');
  const size = readFileSync(file, 'utf8').length;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(readFileSync(file, 'utf8').length).toBe(size);
});

it.runIf(process.platform === 'linux')(
  'ends after a minute also what left the group of the program by a session of its own',
  async () => {
    const file = join(folder, 'alive');
    const alive = `while :; do printf . >>'${file}'; sleep 0.05; done`;
    const done = await runCommand(
      {
        kind: 'command',
        via: { stdin: true },
        // One keeps the pipe. The other is a child of nobody, and keeps nothing.
        argv: [
          'sh',
          '-c',
          `setsid sh -c "$0" & (setsid sh -c "$0" >/dev/null 2>&1 </dev/null &) ; sleep 60`,
          alive,
        ],
      },
      Secret.fromText(value),
      new HandClock(),
      1_000,
    );
    expect(done.sentence).toContain('ended it and all that it started');
    const size = readFileSync(file, 'utf8').length;
    expect(size).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(readFileSync(file, 'utf8').length).toBe(size);
  },
);

it.skipIf(process.platform === 'win32')(
  'on Windows a name without a folder starts only what is in PATH, and nothing that lies in the home folder',
  async () => {
    // Here the system would find it. The rule of Windows finds no such folder.
    writeFileSync(join(folder, 'give-token'), `#!/bin/sh\ncat >'${join(folder, 'stolen')}'\n`, {
      mode: 0o755,
    });
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    const done = await run({ argv: ['give-token'] });
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    expect(done).toMatchObject({ ok: false, sentence: expect.stringContaining('give-token was not found') });
    expect(existsSync(join(folder, 'stolen'))).toBe(false);
  },
);
