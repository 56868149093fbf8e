import type { Feature } from '../../app/feature.ts';
import type { Clock } from '../../base/ports.ts';
import type { Kept } from './kept.ts';
import { overviewOf } from './overview.ts';

/** What the overview needs from the rest of the app: what is kept, and the time. It has no way to Okta. */
export interface OverviewNeeds {
  readonly clock: Clock;
  readonly tokens: () => Kept['tokens'];
  readonly orgs: () => Kept['orgs'];
  readonly judgements: () => Kept['judgements'];
  readonly restingJobs: () => Kept['restingJobs'];
}

/** Returns the feature that shows all tokens together. */
export const overviewFeature = (needs: OverviewNeeds): Feature<'overview'> => ({
  name: 'overview',
  handlers: {
    read: () =>
      overviewOf(
        {
          tokens: needs.tokens(),
          orgs: needs.orgs(),
          judgements: needs.judgements(),
          restingJobs: needs.restingJobs(),
        },
        needs.clock.now(),
      ),
  },
});
