import type { words as english } from '../../../../main/app/words.ts';

/** Holds the German text of the record and of notices that concern several features. */
export const words: typeof english = {
  compose: {
    locked: 'Gesperrt.',
  },
  house: {
    notRecorded: 'Das ist erledigt, aber Keyturn konnte es nicht ins Aktivitätsprotokoll schreiben.',
  },
  needs: {
    commandWaits: 'Ein Befehl wartet darauf, dass Sie Keyturn entsperren.',
    imported: 'Von einem anderen Computer importiert.',
  },
  witnesses: {
    app: (label: string) => `die App „${label}“`,
    token: (label: string) => `das Token „${label}“`,
  },
  tokenNeeds: {
    removed: 'Aus Keyturn entfernt. In Okta funktioniert es weiter.',
    broughtBack: 'Das Entfernen wurde rückgängig gemacht.',
  },
};
