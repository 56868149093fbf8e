import { mkdirSync } from 'node:fs';
import { app } from 'electron';

/**
 * Settles where everything is kept, makes that folder, and returns it. No compiled code is kept in it (Node, module.enableCompileCache):
 * what stood there would run without the check that the integrity fuse makes of the app's own code, and it would not make the window
 * come sooner (docs/threat-model.md).
 */
export function openProfile(userData: string | null): string {
  app.setName('Keyturn');
  if (userData !== null) app.setPath('userData', userData);
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The vault says what is wrong with the folder.
  }
  return folder;
}
