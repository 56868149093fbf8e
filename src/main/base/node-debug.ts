import { debuglog } from 'node:util';
import { words } from './words.ts';

/**
 * Returns why no program may be started with a value in its environment, or null. Under `NODE_DEBUG=child_process` (or `*`) Node prints the
 * environment of each program that it starts to stderr. Node reads the variable before the app's first line, so the app cannot take it back.
 */
export const whyEnvironmentShows = (): string | null =>
  debuglog('child_process').enabled ? words.nodeDebug.wouldPrint : null;
