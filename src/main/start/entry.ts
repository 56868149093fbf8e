import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import { readExecLine } from '../features/programs/exec-line.ts';
import { openProfile } from '../platform/profile.ts';
import { readCommandLine } from './command-line.ts';
import { refusedExit } from './sandbox.ts';
import { refusedSwitch, refusedSwitchSentence } from './switches.ts';

// Node's inspector listens in no release, whose fuse leaves it out. Where it does, this is the copy of a package that tests drive by it
// (docs/packaging.md), and whoever reaches it has main already.
const refused = app.isPackaged && inspectorUrl() === undefined ? refusedSwitch(process.argv) : null;
if (refused !== null) {
  process.stderr.write(`${refusedSwitchSentence(refused)}\n`);
  process.exit(refusedExit);
}
// Before anything else is loaded, so that every part finds the folder settled.
const userData = openProfile(readCommandLine(process.argv).userData);
const line = readExecLine(process.argv);
if (line === null) await import('./index.ts');
else await (await import('./exec.ts')).exec(line, userData);
