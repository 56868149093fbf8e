import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { Failed } from '../base/failure.ts';
import { codeOf, replaceFile, troubleOfWriting } from '../base/files.ts';
import { ownProgram } from './own-program.ts';
import { words } from './words.ts';

/**
 * Switches the start of Keyturn at sign-in on or off. Electron does it on macOS and Windows (docs/api/app.md, setLoginItemSettings). On
 * Linux, Keyturn writes an autostart entry (freedesktop.org, Desktop Application Autostart Specification). Throws Failed `file` when it cannot.
 */
export function startAtLogin(wanted: boolean): void {
  if (process.platform !== 'linux') {
    if (app.getLoginItemSettings().openAtLogin !== wanted) app.setLoginItemSettings({ openAtLogin: wanted });
    return;
  }
  // A folder that is empty or relative does not count (freedesktop.org, XDG Base Directory Specification).
  const named = process.env.XDG_CONFIG_HOME ?? '';
  const folder = isAbsolute(named) ? named : join(homedir(), '.config');
  const file = join(folder, 'autostart', 'keyturn.desktop');
  try {
    changeEntry(file, wanted);
  } catch (error) {
    const { why, remedy } = troubleOfWriting(error);
    throw new Failed('file', words.loginItem.notChanged(why), remedy, codeOf(error));
  }
}

function changeEntry(file: string, wanted: boolean): void {
  if (!wanted) {
    if (existsSync(file)) rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(
    file,
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Keyturn',
      `Exec=${ownProgram()
        .map((word) => `"${word.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`)}"`)
        .join(' ')}`,
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
    { mode: 0o644 },
  );
}
