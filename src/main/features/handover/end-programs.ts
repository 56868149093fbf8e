import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { windowsTool } from '../../base/windows-tool.ts';

/** The variable by which Keyturn finds every program of a run. Programs inherit it from the first one. */
export const markName = 'KEYTURN_HAND_OVER';

/** How often Keyturn looks again, because a program may start another one meanwhile. */
const mostRounds = 10;

/**
 * Ends a program and every process that it started. A grandchild would keep the value, and keep the pipe open. On Linux, `mark` also finds
 * the processes that left the group by a session of their own.
 */
export function endPrograms(child: ChildProcess, mark: string): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn(windowsTool('taskkill.exe'), ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  } else {
    kill(-child.pid);
    if (process.platform === 'linux') endMarked(mark);
  }
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function endMarked(mark: string): void {
  for (let round = 0; round < mostRounds; round++) {
    const marked = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => holdsMark(pid, mark));
    if (marked.length === 0) return;
    for (const pid of marked) kill(pid);
  }
}

/** Returns whether a process began with the mark in its environment (proc(5)). A process of another account cannot be read. */
function holdsMark(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${markName}=${mark}`);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The program has already ended.
  }
}
