import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { replaceFile } from '../base/files.ts';
import { programToStart } from './program-path.ts';

/**
 * Starts Keyturn when the person signs in, or does not any more. Electron knows how on macOS and Windows (docs/api/app.md,
 * setLoginItemSettings); on Linux it is an autostart entry (freedesktop.org, Desktop Application Autostart Specification).
 */
export function startAtLogin(wanted: boolean): void {
  if (process.platform !== 'linux') {
    if (app.getLoginItemSettings().openAtLogin !== wanted) app.setLoginItemSettings({ openAtLogin: wanted });
    return;
  }
  const folder = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  const file = join(folder, 'autostart', 'keyturn.desktop');
  if (!wanted) {
    if (existsSync(file)) rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  // In development the app's folder stands behind the program.
  const program = programToStart(process.env.APPIMAGE, process.execPath);
  const words = [program, ...(app.isPackaged ? [] : [app.getAppPath()])];
  replaceFile(
    file,
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Keyturn',
      `Exec=${words.map((word) => `"${word.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`)}"`).join(' ')}`,
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
    { mode: 0o644 },
  );
}
