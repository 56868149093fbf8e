import type { words as english } from '../../../../../main/features/overview/words.ts';

/** The Japanese of the overview. */
export const words: typeof english = {
  work: {
    jobRests: (left) => `ジョブを中断しています。残り${left}人`,
  },
};
