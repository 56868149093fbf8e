import type { ExecLine } from '../features/programs/exec-line.ts';
import { runExec } from '../features/programs/exec-run.ts';

/** `keyturn exec`: no window, no vault and no lock of its own; it speaks with the Keyturn that is running, and ends as the program does. */
export async function exec(line: ExecLine | string, userData: string): Promise<never> {
  return process.exit(await runExec(line, userData));
}
