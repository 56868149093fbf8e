import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { host, hostCommand, hostTitle } from '../support/host.ts';

const root = join(import.meta.dirname, '../..');

/** Which host these specs are run for; what ran is in each test's annotation, by its own word. */
export const hostName = hostTitle;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  /** The values that the script passed to `report`, by name. */
  readonly facts: Record<string, unknown>;
}

/** A main script's first lines: `report(name, value)` tells the spec what was seen. */
const prelude = `
import electron from 'electron';
import { join } from 'node:path';
import { createServer } from 'node:http';
const { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, MessageChannelMain, nativeTheme, net, Notification, protocol,
  safeStorage, session, shell, Tray, webContents } = electron;
const report = (name, value) => process.stdout.write('fact ' + JSON.stringify([name, value]) + '\\n');
report('', process.versions['keyturn-chromium-host'] === undefined ? 'Electron ' + process.versions.electron : 'Chromium host');
const folder = import.meta.dirname;
const preload = join(folder, 'preload.cjs');
const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve('http://127.0.0.1:' + server.address().port)));
const until = async (run) => { while (!(await run())) await new Promise((resolve) => setTimeout(resolve, 20)); return true };
const failed = (run) => Promise.resolve().then(run).then(() => 'did not fail', (error) => error.message);
`;

/**
 * Runs a main script on the host that is available, with a preload beside it, until it ends. The script may use what `prelude` names;
 * `args` reach it as its own, and HOST_AGAIN in its environment is how to start it once more.
 */
export async function runMain(
  main: string,
  options: {
    preload?: string;
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
    files?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-host-'));
  const userData = join(folder, 'data');
  mkdirSync(userData);
  const script = join(folder, 'main.mjs');
  writeFileSync(script, prelude + main);
  writeFileSync(join(folder, 'preload.cjs'), options.preload ?? '');
  for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(join(folder, name), text);
  const [command, before] = hostCommand;
  const own = host.host === 'electron' ? [] : ['--headless', '--open-external=record'];
  const args = [...before, ...own, `--user-data-dir=${userData}`, script];
  const child = spawn(command, [...args, ...(options.args ?? [])], {
    cwd: root,
    env: { ...process.env, ...options.env, HOST_AGAIN: JSON.stringify([command, ...args]) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  const collect = (chunk: Buffer) => {
    out += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const timer = setTimeout(() => child.kill('SIGKILL'), 40_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const { '': ranOn, ...facts } = Object.fromEntries(
    out
      .split('\n')
      .filter((line) => line.startsWith('fact '))
      .map((line) => JSON.parse(line.slice(5)) as [string, unknown]),
  );
  const { annotations } = test.info();
  if (ranOn !== undefined && !annotations.some(({ type }) => type === 'host'))
    annotations.push({ type: 'host', description: String(ranOn) });
  return { code, out, facts };
}
