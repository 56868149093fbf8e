#!/usr/bin/env node
// electron-vite starts this in place of Electron's program. It runs the Chromium host, on a virtual display when there is no other.
import { virtualDisplay } from './display.mjs';
import { hasDisplay, node24, root, run } from './shell.mjs';

const env = hasDisplay() ? {} : { DISPLAY: await virtualDisplay() };
// The first argument is the app's folder. Electron's own switches follow, up to "--".
const at = process.argv.indexOf('--');
const appArgs = at < 0 ? [] : process.argv.slice(at + 1);
process.exit(await run(node24(), ['tools/chromium-host/cli.ts', root, ...appArgs], { env }));
