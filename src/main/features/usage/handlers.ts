import type { Handlers } from '../../ipc/router.ts';
import type { Usage } from './desk.ts';

/** Returns the methods of usage. */
export function usageHandlers(desk: Usage): Handlers['usage'] {
  return {
    page: ({ tokenId }) => desk.page(tokenId),
    readNow: ({ tokenId }) => {
      desk.readNow(tokenId);
      return {};
    },
    openLog: async ({ tokenId }) => {
      await desk.openLog(tokenId);
      return {};
    },
    firstCall: ({ tokenId, since }) => desk.firstCall(tokenId, since),
    limits: ({ tokenId }) => desk.limits(tokenId),
    share: ({ tokenId }) => desk.share(tokenId),
    setShare: ({ tokenId, ...wanted }) => desk.setShare(tokenId, wanted),
    silence: ({ tokenId, rule, silenced }) => desk.silence(tokenId, rule, silenced),
    retire: ({ tokenId, retired }) => desk.setRetired(tokenId, retired),
  };
}
