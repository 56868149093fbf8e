import type { words as english } from '../../../../renderer/testing/words.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  testAllBar: {
    testedOf: (finished, total) => `${total}個中${finished}個をテストしました`,
    cancelledAfter: (finished, total) => `${total}個中${finished}個でキャンセルしました`,
    testingOf: (finished, total) => `テスト中: ${total}個中${finished}個`,
  },
};
