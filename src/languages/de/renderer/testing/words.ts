import type { words as english } from '../../../../renderer/testing/words.ts';
import { number } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  testAllBar: {
    testedOf: (finished: number, total: number) => `${number(finished)} von ${number(total)} getestet`,
    cancelledAfter: (finished: number, total: number) =>
      `Nach ${number(finished)} von ${number(total)} abgebrochen`,
    testingOf: (finished: number, total: number) => `Test läuft: ${number(finished)} von ${number(total)}`,
  },
};
