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

/**
 * Opens pages of the demo's orgs. `pageOf` returns the address of a page, and throws for every other page. Only plain http at 127.0.0.1 is opened
 * here, whatever it returns.
 */
export function createDemoOpener(pageOf: (url: URL) => URL): Opener {
  return {
    ...createOpener(),
    async openUrl(url) {
      const page = pageOf(url);
      if (page.protocol !== 'http:' || page.hostname !== '127.0.0.1') {
        throw new Error('Only pages at 127.0.0.1 are opened.');
      }
      await shell.openExternal(page.href);
    },
  };
}
