import type { words as english } from '../../../../../main/features/activity/words.ts';

/** Holds the German text about the record of activity. */
export const words: typeof english = {
  feature: {
    exported: (file: string) => `Das Protokoll wurde nach ${file} exportiert.`,
  },
  handlers: {
    saveRecord: 'Aktivitätsprotokoll speichern',
  },
  store: {
    changed: (entry: number) => `Der Eintrag ${entry} wurde nach dem Schreiben geändert.`,
    missing: (entry: number) => `Der Eintrag ${entry} fehlt, oder andere stehen an seiner Stelle.`,
    cutOff: (entries: number, last: number) =>
      `Das Protokoll endet mit dem Eintrag ${entries}, aber ${last} Einträge wurden geschrieben. Das Ende wurde abgeschnitten.`,
    endUnknown: (entries: number) =>
      `Das versiegelte Ende des Protokolls fehlt. Das Protokoll endet mit dem Eintrag ${entries}, und spätere Einträge können entfernt worden sein.`,
    whole: (entries: number) =>
      entries === 1
        ? 'Der eine Eintrag ist so, wie er geschrieben wurde, und keiner fehlt.'
        : `Alle ${entries} Einträge sind so, wie sie geschrieben wurden. Ihre Reihenfolge stimmt, und keiner fehlt.`,
    empty: 'Bisher wurde nichts geschrieben.',
  },
};
