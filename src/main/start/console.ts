import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandWords } from '../base/words-of.ts';
import { command } from './command.ts';
import { readCommandLine } from './command-line.ts';
import { userDataOf } from './console-folder.ts';

/** From package.json, when the program is made. */
declare const __VERSION__: string;

/**
 * The program `keyturn` of a console on Windows, where the app's own program has none: shells do not wait for it, it has no input, and
 * Electron ends it before any script when something follows an address in its arguments (shell/app/command_line_args.cc). It is Node's
 * single executable with this file in it (tools/packaging/console-program.ts), installed in `resources\bin` and put on PATH. Commands run here;
 * anything else starts the app.
 */
const app = join(dirname(process.execPath), '../..', 'Keyturn.exe');

async function main(): Promise<void> {
  const words = commandWords(process.argv);
  if (words === null) return startApp();
  // The first two are this program.
  const own = process.argv.slice(2, process.argv.length - words.length);
  await command(words, {
    userData: readCommandLine(process.argv).userData ?? userDataOf(process.platform, process.env, homedir()),
    version: __VERSION__,
    app: [app, own],
  });
}

function startApp(): void {
  const child = spawn(app, process.argv.slice(2), { detached: true, stdio: 'ignore' });
  child.once('error', () => {
    process.stderr.write(`keyturn: the app is not at ${app}; install it again.\n`);
    process.exitCode = 127;
  });
  child.unref();
}

void main();
