import type { Clipboard, Opener } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import { readRecoveryKey } from '../../vault/recovery-key.ts';
import { bundledLicences } from './licences.ts';

const docs = {
  'okta-create-token': 'https://help.okta.com/okta_help.htm?id=ext-create-api-token',
  'okta-api-tokens': 'https://help.okta.com/okta_help.htm?id=ext_API',
  'keyring-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
} as const;

/** What the window's own methods need. */
export interface AppNeeds {
  readonly info: Awaited<ReturnType<Handlers['app']['info']>>;
  /** The folder of the built bundles. */
  readonly bundles: string;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  /** Copies a text and clears it from the clipboard after a while. */
  readonly copyForAWhile: (text: string) => Promise<unknown>;
  /** Called when the person used the window. */
  readonly onActivity: () => void;
}

/** Returns the methods of the app itself. */
export function appHandlers(needs: AppNeeds): Handlers['app'] {
  return {
    info: () => needs.info,
    copyText: async ({ text, secret }) => {
      // A recovery key opens every token, so Keyturn clears it from the clipboard like a token, whatever the window says about it.
      if (secret === true || Buffer.isBuffer(readRecoveryKey(text))) await needs.copyForAWhile(text);
      else await needs.clipboard.writeText(text);
      return {};
    },
    licences: () => bundledLicences(needs.bundles),
    noteActivity: () => {
      needs.onActivity();
      return {};
    },
    openDoc: async ({ doc }) => {
      await needs.opener.openUrl(new URL(docs[doc]));
      return {};
    },
  };
}
