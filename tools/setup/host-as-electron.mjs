#!/usr/bin/env node
// Stands where electron-vite expects Electron's program: runs the Chromium host instead, on a virtual display where there is none.
import { virtualDisplay } from './display.mjs';
import { node24, root, start } from './shell.mjs';

const bare =
  process.platform === 'linux' &&
  process.env.DISPLAY === undefined &&
  process.env.WAYLAND_DISPLAY === undefined;
const env = bare ? { DISPLAY: await virtualDisplay() } : {};
const args = process.argv
  .slice(2)
  .filter((arg) => arg !== '.' && !arg.startsWith('--inspect') && !arg.startsWith('--remote-'));
const host = start(node24(), ['tools/chromium-host/cli.ts', root, ...args], { stdio: 'inherit', env });
host.once('exit', (code) => process.exit(code ?? 0));
