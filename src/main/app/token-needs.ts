import type { Known } from '../features/testing/checks.ts';
import type { TokenNeeds } from '../features/tokens/handlers.ts';
import type { TimedClipboard } from '../features/tokens/timed-clipboard.ts';
import type { House } from './house.ts';
import { words } from './words.ts';

/** Returns what the feature of tokens needs of the house. `beforeRemoval` returns what is left to do when nobody can undo the removal any more. */
export const ofTokens = (
  house: House,
  copied: TimedClipboard,
  beforeRemoval: (tokenId: string) => () => void,
  needProof: TokenNeeds['needProof'],
): Omit<TokenNeeds, 'onChanged'> => ({
  needProof,
  tokens: house.tokens,
  copied,
  list: house.handlers.tokens.list,
  originOf: house.originOf,
  note: house.noteToken,
  isRotating: (tokenId) => house.rotations.openOf(tokenId) !== null,
  remove: (tokenId) => {
    const token = house.tokens.get(tokenId);
    let over = (): void => undefined;
    house.removeOf({ table: 'tokens', column: 'id', value: tokenId }, token.orgId, {
      remove: () => {
        house.noteToken('token.removed', token, words.tokenNeeds.removed);
        over = beforeRemoval(tokenId);
        house.tokens.remove(tokenId);
      },
      over: () => over(),
    });
  },
  bringBack: (tokenId) =>
    house.bringBack(
      tokenId,
      () => house.tokens.get(tokenId).orgId,
      () => house.noteToken('token.brought-back', house.tokens.get(tokenId), words.tokenNeeds.broughtBack),
    ),
  forgetRemoved: () => house.removals.clear(),
});

/** Returns what is known of a token's present value when a test begins. */
export function knownOf(house: House, tokenId: string): Known {
  const { known, lastTest } = house.tokens.get(tokenId);
  return {
    ownerId: lastTest?.outcome.kind === 'accepted' ? known?.owner?.id : null,
    oktaTokenId: known?.oktaTokenId ?? null,
    network: known?.network ?? null,
    // This reads every token, and almost no test needs it.
    get others() {
      return house.othersThan(tokenId);
    },
  };
}
