import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandWords } from '../base/words-of.ts';
import { command } from './command.ts';
import { readCommandLine } from './command-line.ts';
import { userDataOf } from './console-folder.ts';
import { words } from './words.ts';

/** The version in package.json. The build puts it in. */
declare const __VERSION__: string;

/**
 * The program `keyturn` for a console on Windows. The app's own program cannot serve a console: shells do not wait for it, it has no input,
 * and Electron ends it before any script when an argument follows an address (shell/app/command_line_args.cc). This program is Node's
 * single executable with this file in it (tools/packaging/console-program.ts). The installer puts it in `resources\bin` and on PATH. It
 * runs the commands, and starts the app for anything else.
 */
const app = join(dirname(process.execPath), '../..', 'Keyturn.exe');

async function main(): Promise<void> {
  const rest = commandWords(process.argv);
  if (rest === null) return startApp();
  // The first two words are this program.
  const own = process.argv.slice(2, process.argv.length - rest.length);
  await command(rest, {
    userData: readCommandLine(process.argv).userData ?? userDataOf(process.platform, process.env, homedir()),
    version: __VERSION__,
    app: [app, own],
  });
}

function startApp(): void {
  const child = spawn(app, process.argv.slice(2), { detached: true, stdio: 'ignore' });
  child.once('error', () => {
    process.stderr.write(`${words.console.appMissing(app)}\n`);
    process.exitCode = 127;
  });
  child.unref();
}

void main();
