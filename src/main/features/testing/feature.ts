import type { Feature } from '../../app/feature.ts';
import { TestDesk, type TestNeeds } from './desk.ts';
import { testingHandlers } from './handlers.ts';
import type { TestStore } from './store.ts';

/** The feature that tests one token or all of them. */
export interface TestingFeature extends Feature<'testing'> {
  readonly desk: TestDesk;
}

/** Makes the feature that tests tokens. A lock and the end of the app cancel running tests. */
export function testingFeature({
  tests,
  ...needs
}: TestNeeds & { readonly tests: TestStore }): TestingFeature {
  const desk = new TestDesk(needs);
  const cancel = () => desk.cancelAll();
  return { name: 'testing', handlers: testingHandlers(desk, tests), lock: cancel, end: cancel, desk };
}
