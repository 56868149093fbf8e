import { spawn } from 'node:child_process';
import { runCommand } from '../terminal/run.ts';

/**
 * Runs a command of the command line. It opens no window and no vault, and asks the Keyturn that is running. The process ends with the
 * command's status. `app` is the program, with its arguments, that starts the app's window.
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
    child.on('error', async (error) => {
      const { words } = await import('./words.ts');
      process.stderr.write(`${words.command.doesNotStart(program, error.message)}\n`);
    });
    child.unref();
  };
  return process.exit(await runCommand(process.argv, rest, { userData, version, startApp }));
}
