import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { RunningOrg } from '../fake-okta/server.ts';
import { hostCommand } from './host.ts';
import type { RunningApp } from './launch.ts';
import { addToken } from './steps.ts';

/** Runs a script on this computer. Returns the process and its output. */
export function node(code: string): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, said: text(child.stdout) };
}

/** Runs a script that calls an address and prints status and body, as a person's script would. */
export const script = (url: string, init = '{}') =>
  // The output is one text, because a single number would be coloured in an environment with colours.
  node(
    `fetch('${url}', ${init}).then(async (answer) => console.log([answer.status, await answer.text()].join(' ')))`,
  );

/** Puts a program of the person's own into a folder: curl under another name, so that its file is a program by itself. */
export function ownProgram(folder: string): string {
  const found = (process.env.PATH ?? '').split(delimiter).map((part) => join(part, 'curl'));
  const curl = found.find((file) => existsSync(file));
  if (curl === undefined) throw new Error('curl is not there.');
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const file = join(realpathSync(join(folder, 'bin')), 'okta-report');
  copyFileSync(realpathSync(curl), file);
  chmodSync(file, 0o755);
  return file;
}

/** Calls an address by `ownProgram`, from a shell of its own, so that no answer for a time covers a second call. Returns body and status. */
export function runOwn(file: string, address: string): Promise<string> {
  const child = spawn('/bin/sh', ['-c', `"$0" -sS -w ' %{http_code}' "$1"; exit`, file, address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(child.stdout);
}

/** Returns a free port on this computer. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs `keyturn exec` as an installed app's command would, beside the app whose data are at `userData`. */
export const exec = (userData: string, words: readonly string[]) => keyturn(userData, ['exec', ...words]);

/** Runs a `keyturn` command as an installed app would, beside the app whose data are at `userData`. */
export function keyturn(
  userData: string,
  words: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const [program, args] = hostCommand;
  const child = spawn(program, [...args, '.', `--user-data=${userData}`, ...words], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, err]) => ({ code, out, err }),
  );
}

/** Returns the window's dialog for a waiting program. */
export const askDialog = (page: Page) =>
  page.getByRole('alertdialog', { name: 'A program asks for a token' });

/** Presses a button of the dialog that allows something, and confirms the system's dialog. */
export async function allow({ page, control }: RunningApp, name: string): Promise<void> {
  await askDialog(page).getByRole('button', { name }).waitFor();
  await control.answerDialog({ response: 1 });
  await askDialog(page).getByRole('button', { name }).click();
}

/** Saves the rules in the form, and confirms the system's dialog that allows programs more. */
export async function keepMore({ page, control }: RunningApp): Promise<void> {
  await control.answerDialog({ response: 1 });
  await page.getByRole('button', { name: 'Save these rules' }).click();
}

/** Returns the card of the Programs tab that gives programs access. */
export const doorCard = (page: Page) => page.getByRole('region', { name: 'For programs' });

/** Chooses a free port, opens the shown credential to programs, and shows its Programs tab. Returns the port. */
export async function letPrograms(page: Page): Promise<number> {
  const programsPort = await freePort();
  await page.evaluate(
    (port) => window.keyturn.settings.set({ change: { programsPort: port } }),
    programsPort,
  );
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  return programsPort;
}

/** Keeps a token, opens it to programs, and shows its Programs tab. Returns the address for programs and the value they must not see. */
export async function openDoor(
  app: RunningApp,
  acme: RunningOrg,
): Promise<{ address: string; value: string }> {
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform-prod' });
  await addToken(app, acme, { value, label: 'terraform-prod' });
  const programsPort = await letPrograms(page);
  const address = `http://127.0.0.1:${programsPort}/terraform-prod`;
  await expect(doorCard(page)).toContainText(address);
  return { address, value };
}
