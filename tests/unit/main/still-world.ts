import { join } from 'node:path';
import type { World } from '../../../src/main/app/world.ts';
import { systemClock } from '../../../src/main/base/clock.ts';
import { MemoryKeyring, quiet } from '../vault/memory-keyring.ts';
import { MemoryClipboard } from './memory-clipboard.ts';

/**
 * Returns a world without a window, in which nobody answers a dialog and nothing is told. `its` is what a test gives or looks at; what it
 * leaves out is the real clock, and a keyring and a clipboard in memory.
 */
export const stillWorld = (its: Pick<World, 'userData' | 'extraCaFile'> & Partial<World>): World => ({
  info: {
    version: '0',
    host: 'Chromium host',
    platform: 'linux',
    electron: '',
    chrome: '',
    node: '',
    demo: false,
  },
  bundles: join(import.meta.dirname, '../../../out'),
  clock: systemClock,
  keyring: new MemoryKeyring(),
  readPolicy: () => null,
  orgRefusal: null,
  systemProof: { available: async () => null, ask: async () => 'unavailable' },
  clipboard: new MemoryClipboard(),
  opener: { openUrl: async () => undefined, showFolder: () => undefined },
  dialogs: {
    openFolder: async () => null,
    openFile: async () => null,
    saveFile: async () => null,
    confirm: async () => false,
  },
  log: quiet,
  resolveProxy: async () => 'DIRECT',
  publish: () => undefined,
  reloadWindow: () => undefined,
  onSettings: () => undefined,
  screenLock: () => ({ available: true, sentence: 'When the screen locks.' }),
  user: 'tester',
  notify: () => undefined,
  findCaller: () => Promise.resolve(null),
  raise: () => undefined,
  showRotation: () => undefined,
  onTray: () => undefined,
  updates: {
    offByProgram: 'development',
    restart: () => undefined,
    load: () => Promise.reject(new Error('There is no updater.')),
  },
  startDemo: async () => undefined,
  ...its,
});
