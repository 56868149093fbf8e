import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { fullDate } from '../../../shared/time-words.ts';
import { type Watch, writeFileAtomically } from '../../base/files.ts';
import type { Clock, Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import { asCalendar } from './calendar.ts';
import type { LifeDesk } from './desk.ts';
import { words } from './words.ts';

/** What the methods need from the rest of the app. */
export interface LifeHandlerNeeds {
  readonly dialogs: Dialogs;
  readonly tokens: () => Token[];
  readonly apps: () => readonly ServiceApp[];
  readonly clock: Clock;
  readonly watch: Watch;
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** Returns the methods of life. */
export function lifeHandlers(
  desk: LifeDesk,
  { dialogs, tokens, apps, clock, watch, note }: LifeHandlerNeeds,
): Handlers['life'] {
  return {
    notices: () => desk.notices(),
    markSeen: () => {
      desk.markSeen();
      return {};
    },
    keepAlive: ({ tokenId }) => desk.keepAliveOf(tokenId),
    setKeepAlive: ({ tokenId, setting }) => {
      const set = desk.setKeepAlive(tokenId, setting);
      const token = tokens().find(({ id }) => id === tokenId);
      if (token !== undefined) {
        note(
          'token.keep-alive',
          token,
          setting === null
            ? words.handlers.notKeptAlive
            : words.handlers.until(fullDate(setting.until), setting.reason),
        );
      }
      return set;
    },
    exportCalendar: async () => {
      const path = await dialogs.saveFile(words.handlers.saveCalendar, 'keyturn.ics');
      if (path !== null) writeFileAtomically(path, asCalendar(tokens(), apps(), clock.now()), watch);
      return { path };
    },
  };
}
