import type { Feature } from '../../app/feature.ts';
import { type WizardNeeds, wizardHandlers } from './handlers.ts';

/** Returns the feature that sets a token up. A lock wipes what was captured and not kept. */
export function wizardFeature(needs: WizardNeeds): Feature<'wizard'> {
  const discard = () => needs.drafts.discardAll();
  return { name: 'wizard', handlers: wizardHandlers(needs), lock: discard, end: discard };
}
