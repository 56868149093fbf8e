import type { words as english } from '../../../../../main/features/activity/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** Holds the German text about the record of activity. */
export const words: typeof english = {
  feature: {
    exported: (file: string) => `Das Protokoll wurde nach ${file} exportiert.`,
  },
  handlers: {
    saveRecord: 'Aktivitätsprotokoll speichern',
  },
  store: {
    changed: (entry: number) => `Der Eintrag ${number(entry)} wurde nach dem Schreiben geändert.`,
    missing: (entry: number) => `Der Eintrag ${number(entry)} fehlt, oder andere stehen an seiner Stelle.`,
    cutOff: (entries: number, last: number) =>
      `Das Protokoll endet mit dem Eintrag ${number(entries)}, aber ${number(last)} Einträge wurden geschrieben. Das Ende wurde abgeschnitten.`,
    endUnknown: (entries: number) =>
      `Das versiegelte Ende des Protokolls fehlt. Das Protokoll endet mit dem Eintrag ${number(entries)}, und spätere Einträge können entfernt worden sein.`,
    whole: (entries: number) =>
      entries === 1
        ? 'Der eine Eintrag ist so, wie er geschrieben wurde, und keiner fehlt.'
        : `Alle ${number(entries)} Einträge sind so, wie sie geschrieben wurden. Ihre Reihenfolge stimmt, und keiner fehlt.`,
    empty: 'Bisher wurde nichts geschrieben.',
  },
};
