import type { Handlers } from './ipc/router.ts';
import { readRecoveryKey } from './vault/recovery-key.ts';
import type { World } from './world.ts';

const docs = {
  'okta-create-token': 'https://help.okta.com/okta_help.htm?id=ext-create-api-token',
  'okta-api-tokens': 'https://help.okta.com/okta_help.htm?id=ext_API',
  'keyring-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
} as const;

/** What the window asks of the app itself. */
export function appHandlers(
  world: World,
  /** Copies what is to leave the clipboard again by itself. */
  copyForAWhile: (text: string) => Promise<unknown>,
  onActivity: () => void,
): Handlers['app'] {
  return {
    info: () => world.info,
    copyText: async ({ text }) => {
      // A recovery key is as good as the tokens it opens, and goes as they do.
      if (Buffer.isBuffer(readRecoveryKey(text))) await copyForAWhile(text);
      else await world.clipboard.writeText(text);
      return {};
    },
    noteActivity: () => {
      onActivity();
      return {};
    },
    openDoc: async ({ doc }) => {
      await world.opener.openUrl(new URL(docs[doc]));
      return {};
    },
  };
}
