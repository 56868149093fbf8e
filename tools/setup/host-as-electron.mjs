#!/usr/bin/env node
// Stands where electron-vite expects Electron's program: runs the Chromium host instead, on a virtual display where there is none.
import { virtualDisplay } from './display.mjs';
import { hasDisplay, node24, root, run } from './shell.mjs';

const env = hasDisplay() ? {} : { DISPLAY: await virtualDisplay() };
// The first argument is the app's folder; the rest up to "--" are switches of Electron's own.
const at = process.argv.indexOf('--');
const appArgs = at < 0 ? [] : process.argv.slice(at + 1);
process.exit(await run(node24(), ['tools/chromium-host/cli.ts', root, ...appArgs], { env }));
