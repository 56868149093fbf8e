import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLinuxCaller, loopbackSockets } from '../../../src/main/features/programs/caller-linux.ts';
import { type FakeOkta, startFakeOkta } from '../../fake-okta/server.ts';
import { script } from '../../support/program.ts';
import { newFolder } from '../vault/helpers.ts';
import { DoorHarness } from './door-harness.ts';

const path = '/terraform/api/v1/users/me';

describe('the tables of sockets', () => {
  const row = (local: string, remote: string) =>
    `   0: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  1000        0 71 1\n`;

  it.each([
    ['0100007F:1F90', '0100007F:127A'],
    ['7F000001:1F90', '7F000001:127A'],
    ['0000000000000000FFFF00000100007F:1F90', '0000000000000000FFFF00000100007F:127A'],
    ['00000000000000000000FFFF7F000001:1F90', '00000000000000000000FFFF7F000001:127A'],
  ])('%s belongs to this computer', (local, remote) => {
    expect(loopbackSockets(row(local, remote))).toEqual([
      { localPort: 8080, remotePort: 4730, uid: 1000, inode: '71' },
    ]);
  });

  it.each([
    ['0A00000A:1F90', '0100007F:127A'],
    ['0000000000000000FFFF00000A00000A:1F90', '0000000000000000FFFF00000100007F:127A'],
    ['00000000000000000000000001000000:1F90', '00000000000000000000000001000000:127A'],
  ])('%s to %s does not', (local, remote) => {
    expect(loopbackSockets(row(local, remote))).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('the caller', () => {
  let fake: FakeOkta;
  let door: DoorHarness;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    fake = await startFakeOkta();
  });
  afterAll(() => fake.close());
  beforeEach(async () => {
    door = new DoorHarness(fake);
    await door.begin();
    door.findCaller = findLinuxCaller;
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await door.end();
  });
  const start = (command: string, args: readonly string[]) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(child);
    return { child, said: text(child.stdout) };
  };

  it('is identified by name, path, command line and parents, and asked about once', async () => {
    const address = `http://127.0.0.1:${door.port}${path}`;
    const { child, said } = script(address);
    const { program } = await door.asked();
    expect(program).toMatchObject({ pid: child.pid, folder: process.cwd() });
    expect(program.path).toMatch(/node/);
    expect(program.command).toContain('fetch(');
    expect(program.parents[0]).toMatchObject({ pid: process.pid });
    expect(program.startedFrom).not.toBe('');
    await door.answer('until-lock');
    expect(await said).toMatch(/^200 /);
    // Another process of the same file, started by the same parent.
    expect(await script(address).said).toMatch(/^200 /);
    expect(await said).not.toContain(door.value);
  });

  /** A socket of IPv6 that reaches 127.0.0.1 under its other name, as a Java virtual machine's does. */
  const dual = (port: number) => `
    const { request } = require('node:http');
    request({ host: '::ffff:127.0.0.1', port: ${port}, path: '${path}', headers: { host: '127.0.0.1:${port}' } },
      (answer) => { console.log(answer.statusCode); answer.resume(); }).end();`;

  it('is identified when the program has an IPv6 socket', async () => {
    const { child, said } = start(process.execPath, ['-e', dual(door.port)]);
    expect((await door.asked()).program.pid).toBe(child.pid);
    await door.answer('once');
    expect(await said).toBe('200\n');
  });

  it.runIf(existsSync('/usr/bin/javac'))(
    'is identified when the program is a Java virtual machine',
    async () => {
      const folder = newFolder();
      execFileSync('mkdir', ['-p', folder]);
      const file = join(folder, 'Call.java');
      writeFileSync(
        file,
        `import java.net.*; import java.net.http.*;
       public class Call { public static void main(String[] a) throws Exception {
         System.out.println(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(a[0])).build(),
           HttpResponse.BodyHandlers.ofString()).statusCode()); } }`,
      );
      const { child, said } = start('/usr/bin/java', [file, `http://127.0.0.1:${door.port}${path}`]);
      expect((await door.asked()).program).toMatchObject({ pid: child.pid, name: 'java' });
      await door.answer('once');
      expect(await said).toBe('200\n');
    },
    60_000,
  );

  it.runIf(existsSync('/usr/bin/perl') && process.arch === 'x64')(
    'orphans that one process takes are each known by itself',
    async () => {
      // prctl(PR_SET_CHILD_SUBREAPER), then two scripts that each leave a program behind.
      const code = `fetch("http://127.0.0.1:${door.port}${path}").then((a) => console.log(a.status))`;
      const orphan = `sleep 0.3; exec '${process.execPath}' -e '${code}'`;
      const taker = `$| = 1; syscall(157, 36, 1, 0, 0, 0); for (1, 2) { system('sh', '-c', "(\\$ARGV[0]) &") } sleep 60`;
      start('/usr/bin/perl', ['-e', taker.replace('\\$ARGV[0]', '$ARGV[0]'), orphan]);
      const first = await door.asked();
      expect(first.program.parents[0]?.name).toMatch(/^perl/);
      await door.programs.handlers.answer({ askId: first.id, allow: 'until-lock' });
      const second = await door.asked();
      expect(second.program.pid).not.toBe(first.program.pid);
      expect(second.program.parents[0]).toEqual(first.program.parents[0]);
    },
  );

  it.runIf(process.getuid?.() === 0 && existsSync('/usr/bin/unshare'))(
    'orphans that the first process of a container takes are each known by itself',
    async () => {
      const code = `fetch("http://127.0.0.1:${door.port}${path}").then((a) => console.log(a.status))`;
      const orphan = `(sleep 0.3; exec '${process.execPath}' -e '${code}') &`;
      // The shell is the first process of its namespace, and would be a parent that starts its children itself.
      start('/usr/bin/unshare', [
        '-pf',
        '--kill-child',
        '/bin/sh',
        '-c',
        `(${orphan}); (${orphan}); sleep 60; :`,
      ]);
      const first = await door.asked();
      expect(first.program.parents[0]?.name).toMatch(/sh$/);
      await door.programs.handlers.answer({ askId: first.id, allow: 'until-lock' });
      const second = await door.asked();
      expect(second.program.pid).not.toBe(first.program.pid);
      expect(second.program.parents[0]).toEqual(first.program.parents[0]);
    },
  );
});
