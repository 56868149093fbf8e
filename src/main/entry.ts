import { readCommandLine } from './command-line.ts';
import { openProfile } from './platform/profile.ts';

// Before anything else is loaded, so that all of it comes compiled.
openProfile(readCommandLine(process.argv).userData);
await import('./index.ts');
