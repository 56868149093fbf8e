import type { Feature } from '../../app/feature.ts';
import { type TokenNeeds, tokenHandlers } from './handlers.ts';

/**
 * The feature for kept tokens: the list, their details, and copying a value. A copied value leaves the clipboard on lock and at the end.
 */
export const tokensFeature = (needs: TokenNeeds): Feature<'tokens'> => ({
  name: 'tokens',
  handlers: tokenHandlers(needs),
  lock: () => {
    needs.changes.startAnew();
    return needs.copied.clear('lock');
  },
  end: () => needs.copied.clear('quit'),
});
