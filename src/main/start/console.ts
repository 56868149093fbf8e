import { homedir } from 'node:os';
import { chooseLanguage } from './choose-language.ts';
import { readCommandLine } from './command-line.ts';
import { userDataOf } from './console-folder.ts';

/**
 * The program `keyturn` for a console on Windows. The app's own program cannot serve a console: shells do not wait for it, it has no input,
 * and Electron ends it before any script when an argument follows an address (shell/app/command_line_args.cc). This program is Node's
 * single executable with this file in it (tools/packaging/console-program.ts). The installer puts it in `resources\bin` and on PATH. It
 * runs the commands, and starts the app for anything else. It chooses the language before anything with a sentence loads, as the app does
 * (entry.ts).
 */
async function main(): Promise<void> {
  const line = readCommandLine(process.argv);
  const userData = line.userData ?? userDataOf(process.platform, process.env, homedir());
  // Node has the system's language as the locale of Intl.
  chooseLanguage(userData, () => [Intl.DateTimeFormat().resolvedOptions().locale]);
  const { beginConsole } = await import('./console-begin.ts');
  await beginConsole(userData, line.demo);
}

void main();
