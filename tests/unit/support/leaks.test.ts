import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesIn, filesWith, leaksIn, messagesIn, textIn } from '../../support/leaks.ts';
import { heapOfProcess, heapOnSignal, watchProcesses } from '../../support/process-traces.ts';

const value = '00plantedPlanted-planted_plantedPlanted0ab';
const secrets = new Map([['the token', value]]);
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-leaks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shifted = (by: number) => Buffer.from(`${'.'.repeat(by)}${value}...`);
const utf16 = Buffer.from(`..${value}..`, 'utf16le');
const planted: Readonly<Record<string, Buffer>> = {
  'as it is': Buffer.from(`OKTA_API_TOKEN=${value}\n`),
  gzip: gzipSync(`{"token":"${value}"}`),
  'gzip inside a file': Buffer.concat([Buffer.from('head'), gzipSync(value), Buffer.from('tail')]),
  'gzip that is cut off': gzipSync(`${value}${'x'.repeat(50)}`).subarray(0, -8),
  zlib: deflateSync(value),
  brotli: brotliCompressSync(value),
  base64: Buffer.from(shifted(0).toString('base64')),
  'base64, one byte on': Buffer.from(shifted(1).toString('base64')),
  'base64, two bytes on': Buffer.from(shifted(2).toString('base64')),
  base64url: Buffer.from(Buffer.from(`??>${value}??>`).toString('base64url')),
  hex: Buffer.from(shifted(1).toString('hex')),
  'hex in capitals': Buffer.from(shifted(1).toString('hex').toUpperCase()),
  'UTF-16LE': utf16,
  'UTF-16BE': Buffer.from(utf16).swap16(),
  reversed: Buffer.from([...value].toReversed().join('')),
  'base64 in gzip': gzipSync(shifted(1).toString('base64')),
};

it.each(Object.entries(planted))('finds a file that holds a value (%s)', (name, bytes) => {
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(join(folder, 'tmp', 'planted'), bytes);
  writeFileSync(join(folder, 'innocent'), bytes.subarray(0, bytes.length / 3));
  expect(leaksIn(filesIn(folder), secrets), name).toEqual(['file tmp/planted: the token']);
  expect(filesWith(folder, value)).toEqual([join(folder, 'tmp', 'planted')]);
});

it('finds a line of output and a message that hold a value, by their place', () => {
  const message = { channel: 'keyturn:app.info', text: 'nothing' } as const;
  const evidence = [
    textIn('output', `keyturn: call failed {"header":"SSWS ${value}"}\n`),
    textIn('page', '<main>nothing</main>'),
    ...messagesIn([
      { ...message, direction: 'in' },
      { ...message, direction: 'out', text: `{"value":"${value}"}` },
    ]),
  ];
  expect(leaksIn(evidence, secrets)).toEqual([
    'message out keyturn:app.info: the token',
    'output: the token',
  ]);
});

it('finds nothing where there is nothing', () => {
  writeFileSync(join(folder, 'another'), value.replace('00', '01'));
  expect(leaksIn(filesIn(folder), secrets)).toEqual([]);
});

it.runIf(process.platform === 'linux')(
  'finds a value in the arguments or the environment of a child process, or a grandchild',
  async () => {
    const watch = watchProcesses(process.pid);
    const sleeps = 'setTimeout(() => undefined, 400)';
    const child = spawn('/bin/sh', ['-c', `sleep 0.4 # ${value}\ntrue`], { stdio: 'ignore' });
    const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', '${sleeps}'], {
      env: { OKTA_API_TOKEN: ['${value.slice(0, 20)}', '${value.slice(20)}'].join('') },
    })`;
    const second = spawn(process.execPath, ['-e', parent], { stdio: 'ignore' });
    await Promise.all([once(child, 'exit'), once(second, 'exit')]);
    const found = leaksIn(await watch.end(), secrets).map((where) => where.replace(/of \S+:/, 'of it:'));
    expect(found).toEqual(['arguments of it: the token', 'environment of it: the token']);
  },
);

it.runIf(process.platform !== 'win32')('finds a string in the heap of a child', async () => {
  const heaps = join(folder, 'heaps');
  mkdirSync(heaps);
  const holds = `globalThis.kept = ['${value.slice(0, 20)}', '${value.slice(20)}'].join('');
    setInterval(() => undefined, 1_000); console.log('ready')`;
  const child = spawn(process.execPath, ['-e', holds], {
    env: { ...process.env, ...heapOnSignal(heaps) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const heap = await heapOfProcess(child.pid ?? 0, heaps);
    expect(leaksIn([heap], secrets)).toEqual(['heap of main: the token']);
  } finally {
    child.kill('SIGKILL');
  }
});
