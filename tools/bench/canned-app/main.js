// Keyturn's window with answers from a file: no vault, no keyring, no checks and no features. The bench compares Keyturn's launch with it.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';

const built = join(import.meta.dirname, '../../../out');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
const folder = process.argv.find((word) => word.startsWith('--user-data='))?.slice('--user-data='.length);
if (folder !== undefined) app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  protocol.handle('app', ({ url }) => {
    const { pathname } = new URL(url);
    return new Response(new Uint8Array(readFileSync(join(built, 'renderer', pathname))), {
      headers: { 'content-type': types[extname(pathname)] ?? 'text/html' },
    });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { preload: join(built, 'preload/index.cjs'), sandbox: true },
  });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('keyturn: window ready\n');
  });
  const loading = window.loadURL('app://bundle/index.html');
  const answers = JSON.parse(readFileSync(process.env.KEYTURN_BENCH_ANSWERS ?? '', 'utf8'));
  for (const [channel, answer] of Object.entries(answers)) ipcMain.handle(channel, () => answer);
  await loading;
});
