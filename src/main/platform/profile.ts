import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Makes the folder for all data of the app, which has its name already, and returns its path: `userData` or else Electron's own, and the
 * folder `below` in it if there is one. The folder has no compiled code (Node, module.enableCompileCache), because the integrity fuse checks only the app's own code and such
 * code would run unchecked. Compiled code would not open the window sooner either (docs/threat-model.md).
 */
export function openProfile(userData: string | null, below: string | null): string {
  if (userData !== null) app.setPath('userData', userData);
  if (below !== null) app.setPath('userData', join(app.getPath('userData'), below));
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The vault later says what is wrong with the folder.
  }
  return folder;
}
