import type { Feature } from '../../app/feature.ts';
import { type TokenNeeds, tokenHandlers } from './handlers.ts';

/** Kept tokens: the list, their details, copying a value. What was copied leaves the clipboard on lock and at the end. */
export const tokensFeature = (needs: TokenNeeds): Feature<'tokens'> => ({
  name: 'tokens',
  handlers: tokenHandlers(needs),
  lock: () => needs.copied.clear('lock'),
  end: () => needs.copied.clear('quit'),
});
