import type { TestRecord, Token, TokenProfile } from '../shared/contract/models.ts';
import { runXray } from './access/xray.ts';
import { HandOverDesk } from './handover/hand-over-desk.ts';
import type { Handlers } from './ipc/router.ts';
import type { OktaClient } from './okta/client.ts';
import type { OrgStore } from './orgs/org-store.ts';
import { QuietWatch } from './rotation/quiet-watch.ts';
import { RotationDesk } from './rotation/rotation-desk.ts';
import { rotationHandlers } from './rotation/rotation-handlers.ts';
import type { RotationStore } from './rotation/rotation-store.ts';
import type { Secret } from './secret.ts';
import type { TestDesk } from './testing/test-desk.ts';
import type { TestStore } from './testing/test-store.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Vault } from './vault/vault.ts';
import type { Noted, World } from './world.ts';

/** What rotation is put together from. */
export interface RotationParts {
  readonly world: World;
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly orgs: OrgStore;
  readonly tokens: TokenStore;
  readonly tests: TestStore;
  readonly desk: TestDesk;
  readonly store: RotationStore;
  readonly originOf: (token: Token) => string;
  readonly publishTokens: () => void;
  readonly note: (facts: Noted) => void;
}

/** Rotation and hand-over, with the features they work through. */
export function composeRotation(parts: RotationParts): {
  readonly rotations: RotationDesk;
  readonly quietWatch: QuietWatch;
  readonly rotationHandlers: Handlers['rotation'];
} {
  const { world, vault, client, orgs, tokens, tests, desk, originOf, publishTokens, note } = parts;
  const { clock, publish } = world;
  const handOver = new HandOverDesk(vault, world.dialogs, clock);
  const kept = {
    get: (id: string) => tokens.get(id),
    originOf,
    secretOf: (id: string) => tokens.secretOf(id),
    labelOfValue: (origin: string, secret: Secret) => tokens.labelOfValue(origin, secret),
    replaceValue: (id: string, origin: string, secret: Secret, capturedAt: number) =>
      tokens.replaceValue(id, origin, secret, capturedAt),
    markRevoked: (id: string, at: number) => tokens.markRevoked(id, at),
    keepTest: (id: string, record: TestRecord) => tests.keep(id, record),
    update: (id: string, change: Partial<TokenProfile>) => {
      tokens.update(id, change);
      publishTokens();
    },
    oktaIdsBesides: (id: string) => tokens.oktaIdsBesides(id),
  };
  const rotations = new RotationDesk(parts.store, {
    client,
    clock,
    clipboard: world.clipboard,
    tokens: kept,
    test: ({ subject, origin, secret, known, shown, signal }) =>
      desk.testValue(subject, { origin, secret, known: () => known }, signal, shown),
    probes: async (origin, secret, signal) => {
      const known = { owner: null, oktaTokenId: null, network: null, opened: [] };
      const xray = await runXray({ client, clock, origin, secret, known, signal });
      return xray.probes.map(({ label, state, sentence }) => ({
        family: label,
        answer: state,
        why: state === 'unknown' ? sentence.replace(/^Not known: /, '').slice(0, 200) : '',
      }));
    },
    handOver: (how, label, secret) => handOver.run(how, label, secret),
    onChanged: (rotation) => {
      publish('rotationChanged', { rotation });
      publishTokens();
    },
    noteStep: (rotation, at, sentence) => {
      const last = rotation.attempts.at(-1);
      note({
        action: `rotation.${rotation.state}`,
        at,
        tokenId: rotation.tokenId,
        label: rotation.label,
        orgHost: rotation.orgHost,
        sentence,
        requestId: last?.at === at ? last.after.requestId : null,
      });
    },
    onBusy: (rotationId, doing) => publish('rotationBusy', { rotationId, doing }),
    retest: (tokenId) => void desk.testToken(tokenId),
  });
  return {
    rotations,
    quietWatch: new QuietWatch(clock, rotations, (error) =>
      world.log.note('rotation.quiet-trouble', { error: String(error).slice(0, 300) }),
    ),
    rotationHandlers: rotationHandlers({
      desk: rotations,
      tokens: kept,
      opener: world.opener,
      dialogs: world.dialogs,
      now: () => clock.now(),
      adminUrlOf: (tokenId) => orgs.adminUrlOf(tokenId),
      version: world.info.version,
    }),
  };
}
