// Preloaded by `node --import` for boot.bench.ts: an Electron with nothing behind it, to time only Keyturn's own start. `ready` fires at
// once; every other property returns another such object. The run ends when main asks for a window or, when KEYTURN_BENCH_UNTIL is
// `answer`, when it answers a window's first call.
import { registerHooks } from 'node:module';

const folder = process.env.KEYTURN_BENCH_FOLDER ?? '';
// A packaged app does not start for root, and root may run this.
if (process.getuid !== undefined) process.getuid = () => 1000;
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

const webContents = anything();
const listeners = new Map();
const firstCall = async () => {
  const event = { sender: webContents, senderFrame: { parent: null, origin: 'app://bundle' } };
  const answer = await listeners.get('keyturn:vault.status')(event, {});
  process.exit(answer.ok ? 42 : 1);
};

globalThis.electronAtBoot = {
  app: anything({
    isPackaged: true,
    commandLine: anything({ hasSwitch: () => false }),
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    getPath: () => folder,
    getVersion: () => '0.0.0',
    getName: () => 'Keyturn',
  }),
  BrowserWindow: function BrowserWindow() {
    if (process.env.KEYTURN_BENCH_UNTIL !== 'answer') process.exit(42);
    setImmediate(firstCall);
    return anything({ webContents, loadURL: () => Promise.resolve() });
  },
  ipcMain: { handle: (channel, listener) => listeners.set(channel, listener) },
};
const names =
  'clipboard ClipboardItem dialog Menu MenuItem nativeImage nativeTheme net Notification powerMonitor protocol safeStorage screen session shell systemPreferences Tray webContents';
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
