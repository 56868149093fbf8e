import type { ReactNode } from 'react';
import { nodes } from '../ui/nodes.ts';

/** Holds every word of this feature's pages, by the file that shows it. */
export const words = {
  keepAliveCard: {
    keepAlive: 'Keep alive',
    keepItAlive: 'Keep it alive',
    stopKeepingAlive: 'Stop keeping it alive',
    changed: 'The setting that keeps the token alive was changed.',
    off: 'Off. If nothing uses it for 30 days, Okta ends it.',
    endedOn: (date: string) => `Ended on ${date}.`,
    on: (date: string, reason: string) => `On until ${date}: ${reason}.`,
    lastCall: (when: string, lastWord: string) => `Last call ${when}: ${lastWord}.`,
  },
  upcomingPage: {
    savedAs: (path: string) => `Saved as ${path}.`,
    about: 'The expiries and rotations of the next 90 days, and the notices about them.',
    exportCalendar: 'Export calendar',
    nothingComingUp: 'Nothing is coming up',
    addTokenFirst: 'Add a token: its expiry forecast and its next rotation show up here.',
    next90Days: 'Next 90 days',
    legend: (expiryMark: ReactNode, rotationMark: ReactNode) =>
      nodes`${expiryMark} Expires unless used ${rotationMark} Rotation due`,
    nothingDue: 'Nothing expires and no rotation is due within 90 days.',
    today: 'Today',
    rotationWasDue: (date: string, when: string) => `Rotation was due ${date}, ${when}`,
    rotationIsDue: (date: string, when: string) => `Rotation due ${date}, ${when}`,
    mostLikelyExpired: (date: string) => `Most likely expired ${date}`,
    expires: (date: string, when: string) => `Expires ${date}, ${when}`,
    expiresForecast: (date: string, when: string) => `Expires ${date}, ${when}, forecast`,
    inbox: 'Inbox',
    noNotice:
      'Nothing yet. Keyturn warns 7, 3 and 1 days before an expiry, when a rotation or the next key of an OAuth app is due, and when an owner changes.',
    new: 'New',
    beforeNow: (sentence: string, before: string, after: string) =>
      `${sentence} Before: ${before}. Now: ${after}.`,
    expiresSoon: 'Expires soon',
    expired: 'Expired',
    rotationDue: 'Rotation due',
    keyDue: 'Key due',
    ownerChanged: 'Owner changed',
    notKeptAlive: 'Not kept alive',
  },
};
