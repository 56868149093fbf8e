import type { words as english } from '../../../../renderer/testing/words.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  testAllBar: {
    testedOf: (finished: number, total: number) => `${finished} von ${total} getestet`,
    cancelledAfter: (finished: number, total: number) => `Nach ${finished} von ${total} abgebrochen`,
    testingOf: (finished: number, total: number) => `Test läuft: ${finished} von ${total}`,
  },
};
