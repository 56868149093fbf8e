import type { Handlers } from '../../ipc/router.ts';
import type { ServiceDesk } from './desk.ts';

/** Returns the methods of moving to OAuth. */
export function serviceHandlers(desk: ServiceDesk): Handlers['service'] {
  return {
    view: ({ tokenId }) => desk.view(tokenId),
    makeKey: ({ tokenId }) => desk.makeKey(tokenId),
    openConsole: async ({ tokenId }) => {
      await desk.openConsole(tokenId);
      return {};
    },
    setClient: ({ tokenId, clientId }) => desk.setClient(tokenId, clientId),
    test: ({ tokenId }) => desk.test(tokenId),
    copy: async ({ tokenId, as }) => ({ clearsAt: await desk.copy(tokenId, as) }),
    forget: ({ tokenId }) => desk.forget(tokenId),
  };
}
