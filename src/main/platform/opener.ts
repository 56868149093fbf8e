import { shell } from 'electron';
import type { Opener } from '../base/ports.ts';

/** Opens addresses that main has built. It refuses everything but https once more. */
export function createOpener(): Opener {
  return {
    async openUrl(url) {
      if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
        throw new Error('Only plain https addresses are opened.');
      }
      await shell.openExternal(url.href);
    },
    showFolder(path) {
      shell.showItemInFolder(path);
    },
  };
}
