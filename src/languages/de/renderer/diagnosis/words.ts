import type { words as english } from '../../../../renderer/diagnosis/words.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  guideCases: {
    'Invalid token': 'ungültiges Token',
    'Permission denied': 'fehlende Berechtigung',
    'Rate limiting': 'Rate-Limit',
  },
  diagnosisPanel: {
    whyItFailed: 'Warum der Test fehlschlug',
    stopLooking: 'Suche beenden',
    reportCopied: 'Bericht kopiert',
    copyReport: 'Bericht kopieren',
    reportOnClipboard: 'Der Bericht ist in der Zwischenablage.',
    likeliestCause: (title: string) => `Wahrscheinlichste Ursache: ${title}.`,
    looking: 'Keyturn sucht die Ursache. Es liest nur und ändert nichts in Okta.',
    stopped: 'Beendet, bevor die Ursache gefunden wurde.',
    canLook: 'Keyturn kann die Ursache suchen. Es liest nur.',
    findOutWhy: 'Ursache suchen',
    waiting: (time: string) => `Keyturn wartet. Der Test läuft um ${time}.`,
    doNotWait: 'Nicht warten',
    testAt: (time: string) => `Um ${time} testen`,
    otherCauses: 'Andere Ursachen',
    whatKeyturnChecked: 'Was Keyturn geprüft hat',
    confirmed: 'Bestätigt',
    cannotTell: 'Nicht feststellbar',
    ruledOut: 'Ausgeschlossen',
    mostLikely: 'Sehr wahrscheinlich, aber nicht sicher',
    asItShouldBe: 'Wie erwartet',
    notAsItShouldBe: 'Nicht wie erwartet',
    running: 'Läuft',
    findings: 'Befunde',
  },
};
