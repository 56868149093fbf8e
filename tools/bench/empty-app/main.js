// The smallest app with a window, which the bench compares Keyturn with.
import { app, BrowserWindow, protocol } from 'electron';

const page =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,"><h1>Empty</h1>';

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
const folder = process.argv.find((word) => word.startsWith('--user-data='))?.slice('--user-data='.length);
if (folder !== undefined) app.setPath('userData', folder);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('keyturn: window ready\n');
  });
  await window.loadURL('app://bundle/index.html');
});
