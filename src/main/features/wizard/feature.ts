import type { Feature } from '../../app/feature.ts';
import { type WizardNeeds, wizardHandlers } from './handlers.ts';

/** Setting a token up. What was captured and not kept is wiped on lock. */
export function wizardFeature(needs: WizardNeeds): Feature<'wizard'> {
  const discard = () => needs.drafts.discardAll();
  return { name: 'wizard', handlers: wizardHandlers(needs), lock: discard, end: discard };
}
