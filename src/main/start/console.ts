import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { readExecLine } from '../features/programs/exec-line.ts';
import { readCommandLine } from './command-line.ts';
import { userDataOf } from './console-folder.ts';
import { exec } from './exec.ts';

/**
 * The program `keyturn` of a console on Windows, where the app's own program has none: shells do not wait for it, it has no input, and
 * Electron ends it before any script when something follows an address in its arguments (shell/app/command_line_args.cc). It is Node's
 * single executable with this file in it (tools/packaging/console-program.ts), installed in `resources\bin` and put on PATH. `exec` runs here;
 * anything else starts the app.
 */
async function main(): Promise<void> {
  const line = readExecLine(process.argv);
  if (line === null) return startApp();
  await exec(
    line,
    readCommandLine(process.argv).userData ?? userDataOf(process.platform, process.env, homedir()),
  );
}

function startApp(): void {
  const app = join(dirname(process.execPath), '../..', 'Keyturn.exe');
  // The first two are this program.
  const child = spawn(app, process.argv.slice(2), { detached: true, stdio: 'ignore' });
  child.once('error', () => {
    process.stderr.write(`keyturn: the app is not at ${app}; install it again.\n`);
    process.exitCode = 127;
  });
  child.unref();
}

void main();
