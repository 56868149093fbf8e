import type { words as english } from '../../../../renderer/overview/words.ts';
import { number, plural } from '../../../../shared/plural.ts';

/** Holds the German text of this feature's pages. */
export const words: typeof english = {
  overviewPage: {
    about:
      'Alle Tokens zusammen. Diese Seite nutzt nur, was Keyturn gespeichert hat, und ruft keine Org auf.',
    nothingYet: 'Noch gibt es nichts anzuzeigen',
    addFirst:
      'Fügen Sie ein Token hinzu. Diese Seite zeigt dann seinen Zustand, was bei ihm zu tun ist und was es kann.',
  },
  healthCard: {
    byHealth: 'Tokens nach Zustand',
    show: (health: string, count: number) => `${plural(count, 'Token', 'Tokens')} anzeigen: ${health}`,
    byOrg: 'Zustand nach Org',
    org: 'Org',
  },
  privilegeCard: {
    leastPrivilege: 'Geringste Rechte nach Org',
    meaning:
      'Der Anteil der beurteilten Tokens, die nur erreichen, was ihre Aufgabe braucht. Ein Token wird beurteilt, sobald es einen Zweck hat und ein X-ray genug gesehen hat.',
    org: 'Org',
    score: 'Innerhalb der Aufgabe',
    tokens: 'Tokens',
    notJudged: 'Nicht beurteilt',
    percent: (score: number) => `${score}\u00a0%`,
    noneJudged: 'Keines beurteilt',
    ofJudged: (within: number, judged: number) => `${number(within)} von ${number(judged)} beurteilten`,
  },
  workCard: {
    thisWeek: 'Handlungsbedarf diese Woche',
    nothing: 'In den nächsten sieben Tagen besteht kein Handlungsbedarf.',
    token: 'Token',
    what: 'Was',
    due: 'Wann',
    now: 'Jetzt',
    byDay: 'Fällig an jedem Tag',
    kinds: {
      failing: 'Fehlerhaft',
      'paste-again': 'Erneut einfügen',
      expiry: 'Ablauf',
      rotation: 'Rotation',
      rotating: 'In Rotation',
      job: 'Auftrag',
    },
    openTasks: 'Benutzeraufgaben öffnen',
  },
  tokensCard: {
    unused: 'Unbenutzt',
    whatUnused: (days: number) =>
      `Niemand hat diese Tokens seit ${days} Tagen oder länger benutzt. Für Okta ist auch ein Test durch Keyturn eine Nutzung.`,
    noneUnused: (days: number) => `Jedes Token wurde in den letzten ${days} Tagen benutzt.`,
    superAdmins: 'Tokens von Super Admins',
    whatSuperAdmins: 'Jedes dieser Tokens kann in seiner Org alles.',
    noneSuperAdmin: 'Keyturn kennt kein Token, das einem Super Admin gehört.',
    share: (count: number, all: number) => `${number(count)} von ${plural(all, 'Token', 'Tokens')}`,
    token: 'Token',
    owner: 'Inhaber',
    lastUse: 'Letzte Nutzung',
  },
  rows: {
    firstOf: (shown: number, all: number) => `Die ersten ${number(shown)} von ${number(all)}.`,
  },
};
