import type { Feature } from '../../app/feature.ts';
import { type TokenNeeds, tokenHandlers } from './handlers.ts';

/**
 * The feature for kept tokens: the list, their details, and copying a value. On lock and at the end, a copied value leaves the clipboard,
 * and a removal can no longer be taken back.
 */
export const tokensFeature = (needs: TokenNeeds): Feature<'tokens'> => ({
  name: 'tokens',
  handlers: tokenHandlers(needs),
  lock: () => {
    needs.forgetRemoved();
    return needs.copied.clear('lock');
  },
  end: () => {
    needs.forgetRemoved();
    return needs.copied.clear('quit');
  },
});
