import { jobFor } from '../../../src/main/features/access/judgement.ts';
import { choices, families } from '../../../src/main/features/access/mapping.ts';
import { probeFamilies } from '../../../src/main/features/access/xray.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { KeyRotationStore } from '../../../src/main/features/service/key-rotation-store.ts';
import type { ServiceNeeds } from '../../../src/main/features/service/needs.ts';
import { ServiceStore } from '../../../src/main/features/service/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { OktaClient } from '../../../src/main/okta/client.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import type { OrgIdentity } from '../../../src/shared/contract/orgs.ts';

/** Returns what a desk of apps needs, on a real vault and a client for the fake Okta. A test replaces what it looks at. */
export function serviceNeeds(
  vault: Vault,
  client: OktaClient,
  clock: ServiceNeeds['clock'],
  org: OrgIdentity,
): ServiceNeeds {
  const tokens = new TokenStore(vault);
  const orgs = new OrgStore(vault);
  return {
    ...{ client, clock, families, jobFor },
    store: new ServiceStore(vault),
    keyRotations: new KeyRotationStore(vault),
    opener: { openUrl: async () => undefined, showFolder: () => undefined },
    jobs: choices(),
    transaction: (work) => vault.transaction(work),
    token: (id) => tokens.get(id),
    org: (id) => orgs.get(id),
    draftOrg: () => org,
    keepOrg: (kept, now) => orgs.keep(kept, now),
    remove: (_appId, _orgId, remove) =>
      vault.transaction(() => {
        remove();
        orgs.dropUnused();
      }),
    bringBack: () => undefined,
    programsMayUse: () => false,
    needProof: () => undefined,
    dialogs: { confirm: async () => false },
    appsUrlOf: () => new URL('/admin/apps/active', org.origin),
    job: () => null,
    probesOf: () => [],
    probe: (origin, credential, ids, signal) =>
      probeFamilies({ client, origin, secret: credential, signal }, ids),
    copy: async () => 0,
    note: () => undefined,
    onChanged: () => undefined,
  };
}
