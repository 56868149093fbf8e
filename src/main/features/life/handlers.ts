import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { fullDate } from '../../../shared/time-words.ts';
import { writeFileAtomically } from '../../base/files.ts';
import type { Clock, Dialogs } from '../../base/ports.ts';
import type { Handlers } from '../../ipc/router.ts';
import { asCalendar } from './calendar.ts';
import type { LifeDesk } from './desk.ts';
import { words } from './words.ts';

/** Returns the methods of life. */
export function lifeHandlers(
  desk: LifeDesk,
  dialogs: Dialogs,
  tokens: () => Token[],
  apps: () => readonly ServiceApp[],
  clock: Clock,
  noteToken: (action: string, token: Token, sentence: string) => void,
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
        noteToken(
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
      if (path !== null) writeFileAtomically(path, asCalendar(tokens(), apps(), clock.now()));
      return { path };
    },
  };
}
