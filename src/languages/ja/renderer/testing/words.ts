import type { words as english } from '../../../../renderer/testing/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  testAllBar: {
    testedOf: (finished, total) => `${number(total)}個中${number(finished)}個をテストしました`,
    cancelledAfter: (finished, total) => `${number(total)}個中${number(finished)}個でキャンセルしました`,
    testingOf: (finished, total) => `テスト中: ${number(total)}個中${number(finished)}個`,
  },
};
