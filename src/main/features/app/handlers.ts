import type { Clipboard, Opener } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import { readRecoveryKey } from '../../vault/recovery-key.ts';
import { bundledLicences } from './licences.ts';
import type { NewsSeen } from './news-seen.ts';

const docs = {
  'okta-create-token': 'https://help.okta.com/okta_help.htm?id=ext-create-api-token',
  'okta-api-tokens': 'https://help.okta.com/okta_help.htm?id=ext_API',
  'keyring-help': 'https://wiki.gnome.org/Projects/GnomeKeyring',
} as const;

/** What the window's own methods need. */
export interface AppNeeds {
  readonly info: Handlers['app']['info'];
  readonly news: Pick<NewsSeen, 'see'>;
  /** The folder of the built bundles. */
  readonly bundles: string;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  /** Copies a text and clears it from the clipboard after a while. */
  readonly copyForAWhile: (text: string) => Promise<unknown>;
  /** Throws Failed `policy` when the policy forbids it. */
  readonly permit: (action: 'demo') => void;
  /** Starts the demo beside this Keyturn. Throws Failed when it does not start. */
  readonly startDemo: () => Promise<void>;
  /** Called when the person used the window. */
  readonly onActivity: () => void;
}

/** Returns the methods of the app itself. */
export function appHandlers(needs: AppNeeds): Handlers['app'] {
  let starting: Promise<void> | null = null;
  return {
    info: needs.info,
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
    startDemo: async () => {
      needs.permit('demo');
      // Clicks on the way to the window are one wish.
      starting ??= needs.startDemo().finally(() => {
        starting = null;
      });
      await starting;
      return {};
    },
    seeNews: () => {
      needs.news.see();
      return {};
    },
  };
}
