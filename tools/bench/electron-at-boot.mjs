// Preloaded by `node --import` for boot.bench.ts: an Electron that has nothing behind it, so that only Keyturn's own start is timed.
// `ready` has come at once, everything else answers with more of itself, and asking for a window is the end.
import { registerHooks } from 'node:module';

const folder = process.env.KEYTURN_BENCH_FOLDER ?? '';
const anything = (overrides = {}) =>
  new Proxy(function nothing() {}, {
    get: (_target, name) =>
      name in overrides
        ? overrides[name]
        : name === 'then' || typeof name === 'symbol'
          ? undefined
          : anything(),
    apply: () => anything(),
    construct: () => anything(),
  });

globalThis.electronAtBoot = {
  app: anything({
    isPackaged: true,
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    getPath: () => folder,
    getVersion: () => '0.0.0',
    getName: () => 'Keyturn',
  }),
  BrowserWindow: class {
    constructor() {
      process.exit(42);
    }
  },
};
const names =
  'clipboard ClipboardItem dialog ipcMain Menu MenuItem nativeImage nativeTheme net Notification powerMonitor protocol safeStorage screen session shell systemPreferences Tray webContents';
for (const name of names.split(' ')) globalThis.electronAtBoot[name] = anything();

const source = Object.keys(globalThis.electronAtBoot)
  .map((name) => `export const ${name} = electronAtBoot.${name};`)
  .join('\n');
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'bench:electron', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'bench:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
});
