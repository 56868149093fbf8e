import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { DoorHarness } from './door-harness.ts';
import { type Ran, runExec } from './run-exec.ts';

/** Runs a line of a tool's page in a folder, as a shell would, for which a person says yes. `more` are variables of its shell. Returns how it ended and what it printed. */
export async function runLine(
  door: DoorHarness,
  folder: string,
  line: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const words = execFileSync('sh', ['-c', `keyturn() { printf '%s\\0' "$@"; }\n${line}`], {
    encoding: 'utf8',
  });
  const kept = Object.entries(process.env).filter(([key]) => !/proxy|^OKTA|^NODE_OPTIONS$/i.test(key));
  const { done } = runExec(words.split('\0').slice(0, -1), door.userData, {
    cwd: folder,
    env: {
      ...Object.fromEntries(kept),
      HOME: folder,
      PATH: [folder, process.env.PATH].join(delimiter),
      ...more,
    },
  });
  return allowed(door, done);
}

/** Says yes to each question of the door until a program has ended. Returns what the program came to. */
export async function allowed<T>(door: DoorHarness, done: Promise<T>): Promise<T> {
  let over = false;
  void done.finally(() => {
    over = true;
  });
  while (!over) {
    const [ask] = (await door.state()).asks;
    if (ask !== undefined)
      await door.programs.handlers.answer({
        askId: ask.id,
        allow: ask.wants === 'value' ? 'once' : 'minutes',
      });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return done;
}

/** Puts a program into a folder that is first on the PATH of a line. */
export function putProgram(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}
