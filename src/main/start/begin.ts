import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import { claimDemoFolder, demoFolderName, keptInDemo } from '../../demo/folder.ts';
import { commandWords } from '../base/words-of.ts';
import { openProfile } from '../platform/profile.ts';
import { readCommandLine } from './command-line.ts';
import { refusedExit } from './sandbox.ts';
import { refusedSwitch, refusedSwitchSentence } from './switches.ts';
import { words as say } from './words.ts';

// Node's inspector listens in no release, because a fuse switches it off. It listens only in the copy of a package that tests drive by it
// (docs/packaging.md), and whoever reaches it controls main already.
const refused = app.isPackaged ? refusedSwitch(process.argv) : null;
const refuse = (line: string): never => {
  process.stderr.write(`${line}\n`);
  return process.exit(refusedExit);
};
if (refused !== null && inspectorUrl() === undefined) refuse(refusedSwitchSentence(refused));
// The folder is set before anything else loads, so that every part finds it.
const line = readCommandLine(process.argv);
// The demo never sees the vault of the folder that is named, because it keeps everything in a folder below.
const userData = openProfile(line.userData, line.demo ? demoFolderName : null);
const words = commandWords(process.argv, !app.isPackaged);
if (words === null) {
  if (line.demo && line.extraCa !== null) refuse(say.demo.ownAuthority);
  const inTheWay = line.demo ? claimDemoFolder(userData) : null;
  if (inTheWay !== null) refuse(say.demo.refused(inTheWay));
  await import('./index.ts');
} else {
  const { command } = await import('./command.ts');
  // The words before the command are the app's folder, if there is one, and its switches.
  const own = process.argv.slice(1, process.argv.length - words.length);
  await command(words, {
    userData: line.demo ? keptInDemo(userData) : userData,
    version: app.getVersion(),
    app: [process.execPath, own],
  });
}
