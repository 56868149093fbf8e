import type { words as english } from '../../../../../main/features/overview/words.ts';

/** The Japanese of the overview. */
export const words: typeof english = {
  work: {
    jobRests: (left) => `ジョブが一時停止中です。残り${left}人`,
  },
};
