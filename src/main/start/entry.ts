import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import { commandWords } from '../base/words-of.ts';
import { openProfile } from '../platform/profile.ts';
import { readCommandLine } from './command-line.ts';
import { refusedExit } from './sandbox.ts';
import { refusedSwitch, refusedSwitchSentence } from './switches.ts';

// Node's inspector listens in no release, because a fuse switches it off. It listens only in the copy of a package that tests drive by it
// (docs/packaging.md), and whoever reaches it controls main already.
const refused = app.isPackaged && inspectorUrl() === undefined ? refusedSwitch(process.argv) : null;
if (refused !== null) {
  process.stderr.write(`${refusedSwitchSentence(refused)}\n`);
  process.exit(refusedExit);
}
// The folder is set before anything else loads, so that every part finds it.
const userData = openProfile(readCommandLine(process.argv).userData);
const words = commandWords(process.argv);
if (words === null) await import('./index.ts');
else {
  const { command } = await import('./command.ts');
  // The words before the command are the app's folder, if there is one, and its switches.
  const own = process.argv.slice(1, process.argv.length - words.length);
  await command(words, { userData, version: app.getVersion(), app: [process.execPath, own] });
}
