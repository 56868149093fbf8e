/**
 * A process of another account that asks polkit as the app does; polkit never asks root. It prints its identity, and then answers each
 * input line, `available` or `ask`, with one line. Its arguments are the bus, the policy's file and the program.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/main/base/clock.ts';
import { Polkit } from '../../src/main/platform/system-proof-linux.ts';

const [, , bus = '', policyFile = '', program = ''] = process.argv;
const stat = readFileSync('/proc/self/stat', 'utf8');
const started = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

const env = { PATH: '/usr/bin:/bin', DBUS_SYSTEM_BUS_ADDRESS: bus };
const proof = new Polkit(systemClock, { program, policyFile, env });
say({ pid: process.pid, started, uid: process.getuid?.() });
for await (const line of createInterface(process.stdin)) {
  say(line === 'available' ? await proof.available() : await proof.ask());
}
