/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  testAllBar: {
    testedOf: (finished: number, total: number) => `Tested ${finished} of ${total}`,
    cancelledAfter: (finished: number, total: number) => `Cancelled after ${finished} of ${total}`,
    testingOf: (finished: number, total: number) => `Testing ${finished} of ${total}`,
  },
};
