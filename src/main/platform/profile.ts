import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Settles where everything is kept, which it gives back, and keeps V8's compiled code of the bundles there between starts (Node, module.enableCompileCache);
 * only what is imported after this call is covered. Node's own choice of a folder is below the system's temporary one, where another
 * account of the computer could lay code ready for this one to run.
 */
export function openProfile(userData: string | null): string {
  app.setName('Keyturn');
  if (userData !== null) app.setPath('userData', userData);
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // The vault says what is wrong with the folder; a start without compiled code is only slower.
  }
  enableCompileCache(join(folder, 'compile-cache'));
  return folder;
}

/** Writes the compiled code now: Node does it only when it ends in good order, and a desktop app often does not. */
export function keepCompiledCode(): void {
  flushCompileCache();
}
