import type { words as english } from '../../../../renderer/tokens/words.ts';

/** Holds the German text of the words that the first screen needs. */
export const words: typeof english = {
  emptyList: {
    noTokensYet: 'Noch keine Tokens',
    whatKeyturnDoes:
      'Keyturn führt Sie durch das Erstellen eines API-Tokens in Okta, bewahrt es verschlüsselt auf diesem Computer auf und testet es.',
    addFirstToken: 'Erstes Token hinzufügen',
    restoreSavedTokens: 'Stattdessen gesicherte Tokens wiederherstellen',
    noTokenMatches: 'Kein passendes Token',
    whatFilterFinds: 'Der Filter sucht in Bezeichnungen, Orgs, Inhabern, Tags, Zwecken und Zuständen.',
    showAllTokens: 'Alle Tokens anzeigen',
  },
  grouping: {
    needsYou: 'Handlungsbedarf',
    inRotation: 'In Rotation',
    healthy: 'In Ordnung',
    revoked: 'Widerrufen',
    oauthApp: 'OAuth-App',
    expiryByOkta: (expiry: string, rotation: string) =>
      `Läuft ohne Nutzung laut Okta am ${expiry} ab. Am ${rotation} ist die Rotation fällig.`,
    expiryForecast: (expiry: string, rotation: string) =>
      `Läuft ohne Nutzung voraussichtlich am ${expiry} ab. Am ${rotation} ist die Rotation fällig.`,
    keyDue: (due: string) => `Am ${due} ist der nächste Schlüssel fällig.`,
  },
  tokenList: {
    tokenList: 'Liste der Tokens',
    filter: (name: string) => `${name} filtern`,
    open: 'Öffnen',
    testing: 'Test läuft…',
    test: (label: string) => `${label} testen`,
  },
};
