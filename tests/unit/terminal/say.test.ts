import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RunServer } from '../../../src/main/features/programs/run-server.ts';
import { runExec } from '../programs/run-exec.ts';
import { newFolder } from '../vault/helpers.ts';
import { quiet } from '../vault/memory-keyring.ts';

/** It clears the screen, sets the title, begins a line, goes back to the begin of one, and turns the direction of what follows. */
const hostile = '\u001b[2J\u001b]0;title\u0007\nkeyturn: done\r\u009b1A\u202edrawkcab\u2066';
const unsafe = /[^\P{C}\n]/u;

/** Expects one line of Keyturn that can do nothing to a terminal. */
function expectOneLine(err: string): void {
  expect(err).not.toMatch(unsafe);
  expect(err).toMatch(/^keyturn: [^\n]+\n$/);
}

it('a key of a profile and the name of its folder move no cursor and begin no line', async () => {
  const userData = newFolder();
  const folder = join(userData, 'a\u001b[2J\nkeyturn: b\u202e');
  mkdirSync(folder, { recursive: true });
  const key = JSON.stringify(hostile).replaceAll('\u009b', '\\u009b');
  writeFileSync(join(folder, '.keyturn.toml'), `token = "prod"\n${key} = 1\n`);
  const { done } = runExec(['exec', '--', 'true'], userData, { cwd: folder });
  const { err, code } = await done;
  expect(code).toBe(64);
  expect(err).toContain('which a profile does not have');
  expectOneLine(err);
});

it('what Okta says when it refuses a value moves no cursor and begins no line', async () => {
  const userData = newFolder();
  const body = JSON.stringify({ errorSummary: `Keyturn: Okta says: ${hostile}` });
  const server = new RunServer(userData, quiet, (socket) => {
    socket.end(`HTTP/1.1 409 Conflict\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
  server.listen();
  try {
    const { err, code } = await runExec(['exec', '--value', 'prod', '--', 'true'], userData).done;
    expect(code).toBe(77);
    expect(err).toContain('Okta says');
    expectOneLine(err);
  } finally {
    server.stop();
  }
});
