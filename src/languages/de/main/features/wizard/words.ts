import type { words as english } from '../../../../../main/features/wizard/words.ts';

/** Holds the German text of the setup wizard. */
export const words: typeof english = {
  handlers: {
    takeIn: (where: string, host: string) => `Das Token aus ${where} für ${host} aufnehmen?`,
    whereItGoes: (host: string) =>
      `Keyturn sendet es nur an ${host}, um es zu testen. Lehnen Sie ab, wenn es kein Token dieser Org ist.`,
    takeItIn: 'Aufnehmen',
    notTakenIn: 'Das Token wurde nicht aufgenommen.',
    notTested: 'Dieses Token wurde noch nicht getestet.',
    testFailed: 'Der Test dieses Tokens war nicht erfolgreich.',
    testOrSaveAnyway: 'Testen Sie es erneut, oder wählen Sie „Trotzdem speichern“.',
  },
  save: {
    captured: (fingerprint: string) => `Der Wert wurde erfasst, Fingerabdruck ${fingerprint}.`,
    beingRotated: 'Dieses Token wird gerade rotiert. Deshalb kann sein Wert jetzt nicht ersetzt werden.',
    endRotation: 'Setzen Sie die Rotation fort, oder beenden Sie sie. Fügen Sie den Wert dann erneut ein.',
  },
  store: {
    notFromFile: 'Dieser Vorgang wurde nicht für ein Token in einer Datei begonnen.',
    ended: 'Dieser Vorgang ist beendet. Deshalb ist nichts davon mehr im Arbeitsspeicher.',
    otherOrg: (own: string, other: string) =>
      `Das Token, das Sie erneut einfügen, gehört zu ${own}. Sein Wert kann also keiner von ${other} sein.`,
    startAgain: 'Beginnen Sie erneut mit „Token hinzufügen“.',
    noOrg: 'Es wurde noch keine Org bestätigt.',
    backToOrg: 'Gehen Sie zurück zu „Org“, und geben Sie ihre URL ein.',
    noToken: 'Es wurde noch kein API-Token erfasst.',
    backToCapture: 'Gehen Sie zurück zu „Erfassen“, und fügen Sie es ein.',
    useAddToken: 'Um ein Token einer anderen Org aufzunehmen, nutzen Sie „Token hinzufügen“.',
  },
};
