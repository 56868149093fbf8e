import { number } from '../../shared/plural.ts';
/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  testAllBar: {
    testedOf: (finished: number, total: number) => `Tested ${number(finished)} of ${number(total)}`,
    cancelledAfter: (finished: number, total: number) =>
      `Cancelled after ${number(finished)} of ${number(total)}`,
    testingOf: (finished: number, total: number) => `Testing ${number(finished)} of ${number(total)}`,
  },
};
