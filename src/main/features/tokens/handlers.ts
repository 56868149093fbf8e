import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import { textFor } from '../../../shared/use-texts.ts';
import { defined } from '../../base/defined.ts';
import { Failed } from '../../base/failure.ts';
import { profileChangeSentence } from '../../base/profile-change.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { TokenStore } from './store.ts';
import type { TimedClipboard } from './timed-clipboard.ts';
import { words } from './words.ts';

const copiedWords = {
  value: words.handlers.valueCopied,
  curl: words.handlers.curlCopied,
  env: words.handlers.envCopied,
  terraform: words.handlers.terraformCopied,
  sdk: words.handlers.sdkCopied,
} as const;

export interface TokenNeeds {
  /** Answers the window's question for the whole list. */
  readonly list: Handlers['tokens']['list'];
  readonly tokens: TokenStore;
  readonly copied: TimedClipboard;
  readonly originOf: (token: Token) => string;
  readonly isRotating: (tokenId: string) => boolean;
  /** Removes a token with all its data, in one transaction. For a short time it can be brought back. */
  readonly remove: (tokenId: string) => void;
  /** Brings a removed token back with all its data. Throws Failed `not-found` when the time is over, and `already-kept`. */
  readonly bringBack: (tokenId: string) => void;
  /** Forgets what could be brought back. */
  readonly forgetRemoved: () => void;
  /** Throws Failed `proof-needed` when the person must first prove who they are. */
  readonly needProof: (action: 'copyValue') => void;
  readonly onChanged: () => void;
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** Returns the methods of tokens. */
export function tokenHandlers(needs: TokenNeeds): Handlers['tokens'] {
  const { tokens, copied, note } = needs;
  return {
    list: needs.list,
    update: ({ tokenId, profile }) => {
      const before = tokens.get(tokenId);
      const token = tokens.update(tokenId, defined<TokenProfile>(profile));
      const changed = profileChangeSentence(before, token);
      if (changed !== '') note('token.changed', token, changed);
      needs.onChanged();
      return token;
    },
    remove: ({ tokenId }) => {
      if (needs.isRotating(tokenId)) {
        throw new Failed('rotation', words.handlers.beingRotated, words.handlers.endRotation);
      }
      needs.remove(tokenId);
      needs.onChanged();
      return {};
    },
    bringBack: ({ tokenId }) => {
      needs.bringBack(tokenId);
      needs.onChanged();
      return {};
    },
    copy: async ({ tokenId, as }) => {
      const token = tokens.get(tokenId);
      needs.needProof('copyValue');
      using secret = tokens.secretOf(tokenId);
      const text = secret.use((bytes) => textFor(as, needs.originOf(token), bytes.toString('utf8')));
      const clearsAt = await copied.copy(text);
      note('token.copied', token, copiedWords[as]);
      return { clearsAt };
    },
  };
}
