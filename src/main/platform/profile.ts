import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { words } from './words.ts';

/**
 * Decides where everything is kept, makes that folder, and returns its path: Electron's own or `userData`, and the folder `below` in it where that
 * is given. No compiled code is kept in it (Node,
 * module.enableCompileCache): the integrity fuse checks only the app's own code, and such code would run unchecked. It would not make the
 * window come sooner either (docs/threat-model.md).
 */
export function openProfile(userData: string | null, below: string | null): string {
  app.setName(words.appName);
  if (userData !== null) app.setPath('userData', userData);
  if (below !== null) app.setPath('userData', join(app.getPath('userData'), below));
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The vault tells the person what is wrong with the folder.
  }
  return folder;
}
