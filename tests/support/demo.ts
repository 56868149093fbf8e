import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { askFor } from './app-output.ts';
import { attach } from './launch-chromium.ts';

/** Returns the folder of the demo that was started with this folder of Keyturn's. */
export const demoFolder = (userData: string): string => join(userData, 'demo');

/** Returns the id of the demo's process, or null when no demo was started with this folder. */
function demoProcess(userData: string): number | null {
  const mark = join(demoFolder(userData), 'keyturn-demo');
  return existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : null;
}

/** Returns whether a process runs. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Returns the page of a demo that the app started on the Chromium host. Chromium writes its port into its profile. */
export async function demoPage(userData: string): Promise<Page> {
  const file = join(demoFolder(userData), 'chromium/DevToolsActivePort');
  const port = await askFor(
    () => (existsSync(file) ? /^(\d+)\n/.exec(readFileSync(file, 'utf8'))?.[1] : undefined),
    400,
  );
  if (port === undefined) throw new Error('The demo has no window.');
  return attach(`http://127.0.0.1:${port}`);
}

/** Kills a demo that still runs, and waits for its end. */
export async function killDemo(userData: string): Promise<void> {
  const pid = demoProcess(userData);
  if (pid === null || pid === 0 || !isThere(pid)) return;
  process.kill(pid, 'SIGKILL');
  await askFor(() => (isThere(pid) ? undefined : true));
}
