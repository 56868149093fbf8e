import type { Feature } from '../../app/feature.ts';
import { Usage, type UsageNeeds } from './desk.ts';
import { usageHandlers } from './handlers.ts';

/** The feature that shows how tokens are used. */
export interface UsageFeature extends Feature<'usage'> {
  readonly desk: Usage;
}

/** Makes the feature that reads the System Log while the vault is open, and shows the use of a token. */
export function usageFeature(needs: UsageNeeds): UsageFeature {
  const desk = new Usage(needs);
  const stop = () => desk.stop();
  return {
    name: 'usage',
    handlers: usageHandlers(desk),
    opened: () => desk.start(),
    lock: stop,
    end: stop,
    desk,
  };
}
