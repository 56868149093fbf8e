import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { demoFolderName, keptInDemo } from '../../demo/folder.ts';
import { commandWords } from '../base/words-of.ts';
import { command } from './command.ts';
import { words } from './words.ts';

/** The version in package.json. The build puts it in. */
declare const __VERSION__: string;

/** The app's own program, two folders above this one. */
const app = join(dirname(process.execPath), '../..', 'Keyturn.exe');

/** Runs the command of the command line, or starts the app. With `demo`, the command asks the demo of that folder. */
export async function beginConsole(userData: string, demo: boolean): Promise<void> {
  const rest = commandWords(process.argv);
  if (rest === null) return startApp();
  // The first two words are this program.
  const own = process.argv.slice(2, process.argv.length - rest.length);
  await command(rest, {
    userData: demo ? keptInDemo(join(userData, demoFolderName)) : userData,
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
