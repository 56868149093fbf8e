import { readExecLine } from '../features/programs/exec-line.ts';
import { openProfile } from '../platform/profile.ts';
import { readCommandLine } from './command-line.ts';

// Before anything else is loaded, so that all of it comes compiled.
const userData = openProfile(readCommandLine(process.argv).userData);
const line = readExecLine(process.argv);
if (line === null) await import('./index.ts');
else await (await import('./exec.ts')).exec(line, userData);
