import { spawn } from 'node:child_process';
import { runCommand } from '../terminal/run.ts';

/**
 * Runs a command of the command line: no window, no vault and no lock of its own; it speaks with the Keyturn that is running. The process
 * ends with the command's status. `app` starts the app's window: a program and its arguments.
 */
export async function command(
  rest: readonly string[],
  {
    userData,
    version,
    app,
  }: {
    readonly userData: string;
    readonly version: string;
    readonly app: readonly [program: string, args: readonly string[]];
  },
): Promise<never> {
  const [program, args] = app;
  const startApp = () => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.on('error', (error) =>
      process.stderr.write(`keyturn: ${program} does not start (${error.message}).\n`),
    );
    child.unref();
  };
  return process.exit(await runCommand(process.argv, rest, { userData, version, startApp }));
}
