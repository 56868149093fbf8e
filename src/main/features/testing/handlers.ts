import type { Handlers } from '../../ipc/router.ts';
import type { TestDesk } from './desk.ts';
import type { TestStore } from './store.ts';

/** Returns the methods of testing. */
export function testingHandlers(desk: TestDesk, tests: TestStore): Handlers['testing'] {
  return {
    test: ({ tokenId }) => ({ jobId: desk.testToken(tokenId) }),
    testAll: () => ({ jobId: desk.testAll() }),
    history: ({ tokenId, limit }) => tests.history(tokenId, limit),
    cancel: ({ jobId }) => {
      desk.cancel(jobId);
      return {};
    },
  };
}
