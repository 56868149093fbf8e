import type { Feature } from '../../app/feature.ts';
import { ServiceDesk } from './desk.ts';
import { serviceHandlers } from './handlers.ts';
import type { ServiceNeeds } from './needs.ts';

/** The feature that keeps OAuth service apps, tests them, and moves a token's job to one. */
export interface ServiceFeature extends Feature<'service'> {
  readonly desk: ServiceDesk;
}

/** Returns the feature for OAuth service apps. A lock ends the tests that run. */
export function serviceFeature(needs: ServiceNeeds): ServiceFeature {
  const desk = new ServiceDesk(needs);
  const cancel = () => desk.cancelAll();
  return { name: 'service', handlers: serviceHandlers(desk), lock: cancel, end: cancel, desk };
}
