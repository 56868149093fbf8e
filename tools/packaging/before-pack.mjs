import { join } from 'node:path';
import { node24, quietly, root } from '../setup/shell.mjs';

/**
 * electron-builder's hook before it packs. For Windows it makes the console program, which `win.extraResources` adds to the package.
 * @param {{ electronPlatformName: string }} context
 */
export default async function beforePack({ electronPlatformName }) {
  if (electronPlatformName !== 'win32') return;
  if (process.platform !== 'win32') {
    throw new Error(
      'The package for Windows must be made on Windows: its console program keyturn.exe is made of the Node that runs there.',
    );
  }
  const out = join(root, 'dist/console/keyturn.exe');
  const { code, text } = await quietly(node24(), ['tools/packaging/console-program.ts', out]);
  if (code !== 0) throw new Error(`The console program keyturn.exe could not be made:\n${text}`);
}
