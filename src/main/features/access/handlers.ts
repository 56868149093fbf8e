import type { Handlers } from '../../ipc/router.ts';
import type { AccessDesk } from './desk.ts';

/** Returns the methods of access. */
export function accessHandlers(desk: AccessDesk): Handlers['access'] {
  return {
    view: ({ tokenId }) => desk.view(tokenId),
    xray: ({ tokenId }) => desk.xray(tokenId),
    setPurpose: ({ tokenId, purpose }) => desk.setPurpose(tokenId, purpose),
    readLog: ({ tokenId }) => desk.readLog(tokenId),
    compare: ({ tokenId, withTokenId }) => desk.compare(tokenId, withTokenId),
    network: ({ tokenId }) => desk.network(tokenId),
    previewNetwork: ({ tokenId, wanted }) => desk.previewNetwork(tokenId, wanted),
    setNetwork: ({ tokenId, by, wanted, evenIf }) => desk.setNetwork(tokenId, by, wanted, evenIf),
    inventory: ({ orgId }) => desk.inventory(orgId),
    revoke: async ({ orgId, by, oktaTokenId, typed }) => {
      await desk.revoke(orgId, by, oktaTokenId, typed);
      return {};
    },
  };
}
