import { app } from 'electron';
import { readExecLine } from '../features/programs/exec-line.ts';
import { openProfile } from '../platform/profile.ts';
import { readCommandLine } from './command-line.ts';
import { refusedExit } from './sandbox.ts';
import { refusedSwitch, refusedSwitchSentence } from './switches.ts';

const refused = app.isPackaged ? refusedSwitch(process.argv) : null;
if (refused !== null) {
  process.stderr.write(`${refusedSwitchSentence(refused)}\n`);
  process.exit(refusedExit);
}
// Before anything else is loaded, so that every part finds the folder settled.
const userData = openProfile(readCommandLine(process.argv).userData);
const line = readExecLine(process.argv);
if (line === null) await import('./index.ts');
else await (await import('./exec.ts')).exec(line, userData);
