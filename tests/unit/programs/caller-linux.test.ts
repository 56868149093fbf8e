import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { findLinuxCaller, startsEverything } from '../../../src/main/features/programs/caller-linux.ts';

describe.runIf(process.platform === 'linux')('on Linux, who calls', () => {
  it('is found at a dual-stack socket, as a JVM opens it', async () => {
    // To ::ffff:127.0.0.1: the socket stands in /proc/net/tcp6.
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = connect({ host: '::ffff:127.0.0.1', port, family: 6 });
    await once(client, 'connect');
    const found = await findLinuxCaller(client.localPort ?? 0, port);
    expect(found).toMatchObject({ ours: true, program: { pid: process.pid } });
    client.destroy();
    server.close();
  });

  it.each([
    ['init', { pid: 1, name: 'anything', parent: 0 }, true],
    ['systemd --user', { pid: 900, name: 'systemd', parent: 1 }, true],
    ['a container’s init', { pid: 12, name: 'tini', parent: 3 }, true],
    ['a shell', { pid: 1200, name: 'bash', parent: 900 }, false],
    ['a program that has such a name inside its own', { pid: 7, name: 'mysystemd', parent: 900 }, false],
  ])('%s: whether its children share what one was allowed', (_what, process, expected) => {
    expect(startsEverything(process)).toBe(expected);
  });
});
