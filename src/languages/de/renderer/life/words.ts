import type { ReactNode } from 'react';
import type { words as english } from '../../../../renderer/life/words.ts';
import { nodes } from '../../../../renderer/ui/nodes.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  keepAliveCard: {
    keepAlive: 'Aktiv halten',
    keepItAlive: 'Token aktiv halten',
    stopKeepingAlive: 'Nicht mehr aktiv halten',
    changed: 'Die Einstellung, die das Token aktiv hält, wurde geändert.',
    off: 'Aus. Wenn es 30 Tage lang niemand benutzt, lässt Okta es ablaufen.',
    endedOn: (date: string) => `Am ${date} beendet.`,
    on: (date: string, reason: string) => `An bis ${date}: ${reason}.`,
    lastCall: (when: string, lastWord: string) => `Letzter Aufruf ${when}: ${lastWord}.`,
  },
  upcomingPage: {
    savedAs: (path: string) => `Gespeichert als ${path}.`,
    about: 'Die Abläufe und Rotationen der nächsten 90 Tage und die Hinweise dazu.',
    exportCalendar: 'Kalender exportieren',
    nothingComingUp: 'Demnächst steht nichts an',
    addTokenFirst:
      'Fügen Sie ein Token hinzu: Die Prognose seines Ablaufs und seine nächste Rotation erscheinen hier.',
    next90Days: 'Nächste 90 Tage',
    legend: (expiryMark: ReactNode, rotationMark: ReactNode) =>
      nodes`${expiryMark} Läuft ohne Nutzung ab ${rotationMark} Rotation fällig`,
    nothingDue: 'In den nächsten 90 Tagen läuft nichts ab, und keine Rotation wird fällig.',
    today: 'Heute',
    rotationWasDue: (date: string, when: string) => `Rotation war fällig am ${date}, ${when}`,
    rotationIsDue: (date: string, when: string) => `Rotation fällig am ${date}, ${when}`,
    mostLikelyExpired: (date: string) => `Sehr wahrscheinlich abgelaufen am ${date}`,
    expires: (date: string, when: string) => `Läuft ab am ${date}, ${when}`,
    expiresForecast: (date: string, when: string) => `Läuft ab am ${date}, ${when}, Prognose`,
    inbox: 'Eingang',
    noNotice:
      'Noch nichts. Keyturn warnt 7 Tage, 3 Tage und 1 Tag vor einem Ablauf, wenn eine Rotation oder der nächste Schlüssel einer OAuth-App fällig ist, und wenn ein Inhaber wechselt.',
    new: 'Neu',
    beforeNow: (sentence: string, before: string, after: string) =>
      `${sentence} Vorher: ${before}. Jetzt: ${after}.`,
    expiresSoon: 'Läuft bald ab',
    expired: 'Abgelaufen',
    rotationDue: 'Rotation fällig',
    keyDue: 'Schlüssel fällig',
    ownerChanged: 'Inhaber geändert',
    notKeptAlive: 'Nicht aktiv gehalten',
  },
};
