import type { words as english } from '../../../../../main/features/app/words.ts';

/** Holds the German text of the app's own methods. */
export const words: typeof english = {
  licences: {
    notHere: 'Die Liste der Lizenzen fehlt in diesem Build.',
    installAgain: 'Installieren Sie Keyturn erneut.',
  },
};
