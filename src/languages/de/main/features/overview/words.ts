import type { words as english } from '../../../../../main/features/overview/words.ts';
import { plural } from '../../../../../shared/plural.ts';

/** Holds the German text of the overview. */
export const words: typeof english = {
  work: {
    jobRests: (left: number) =>
      `Ein Auftrag ist angehalten. Noch ${plural(left, 'Benutzer', 'Benutzer')} ausstehend`,
  },
};
