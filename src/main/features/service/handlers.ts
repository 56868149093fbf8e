import type { TokenProfile } from '../../../shared/contract/tokens.ts';
import { defined } from '../../base/defined.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { ServiceDesk } from './desk.ts';

/** Returns the methods of OAuth service apps. */
export function serviceHandlers(desk: ServiceDesk): Handlers['service'] {
  return {
    list: () => desk.list(),
    view: ({ tokenId }) => desk.view(tokenId),
    jobs: () => desk.jobs(),
    begin: ({ tokenId }) => desk.begin(tokenId),
    add: ({ draftId, profile, job }) => desk.add(draftId, profile, job),
    makeKey: ({ appId }) => desk.makeKey(appId),
    rotateKey: ({ appId }) => desk.keys.begin(appId),
    testNewKey: ({ appId }) => desk.keys.test(appId),
    switchKey: ({ appId }) => desk.keys.switch(appId),
    checkOldKey: ({ appId }) => desk.keys.check(appId),
    endKeyRotation: ({ appId }) => desk.keys.end(appId),
    openConsole: async ({ appId }) => {
      await desk.openConsole(appId);
      return {};
    },
    setClient: ({ appId, clientId }) => desk.setClient(appId, clientId),
    setJob: ({ appId, job }) => desk.setJob(appId, job),
    update: ({ appId, profile }) => desk.update(appId, defined<TokenProfile>(profile)),
    test: ({ appId }) => desk.test(appId),
    copy: async ({ appId, as }) => ({ clearsAt: await desk.copy(appId, as) }),
    remove: ({ appId }) => {
      desk.remove(appId);
      return {};
    },
    bringBack: ({ appId }) => {
      desk.bringBack(appId);
      return {};
    },
  };
}
