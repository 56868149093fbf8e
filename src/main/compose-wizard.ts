import type { Token } from '../shared/contract/models.ts';
import { Failed } from './failed.ts';
import type { Handlers } from './ipc/router.ts';
import type { LifeDesk } from './life/life-desk.ts';
import type { OktaClient } from './okta/client.ts';
import { identifyOrg } from './orgs/identify.ts';
import type { OrgStore } from './orgs/org-store.ts';
import type { TestDesk } from './testing/test-desk.ts';
import type { TestStore } from './testing/test-store.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Vault } from './vault/vault.ts';
import type { Drafts } from './wizard/drafts.ts';
import { wizardHandlers } from './wizard/wizard-handlers.ts';
import type { Noted, World } from './world.ts';

/** What the wizard is put together from. */
export interface WizardParts {
  readonly world: World;
  readonly vault: Vault;
  readonly client: OktaClient;
  readonly orgs: OrgStore;
  readonly tokens: TokenStore;
  readonly tests: TestStore;
  readonly drafts: Drafts;
  readonly desk: TestDesk;
  /** Okta's ids of tokens that a draft for this one surely is not. */
  readonly othersThan: (tokenId: string | null) => string[];
  readonly life: LifeDesk;
  readonly publishTokens: () => void;
  readonly noteToken: (action: string, token: Token, sentence: string, more?: Partial<Noted>) => void;
}

/** The wizard's methods, with the features they work through. */
export function composeWizard(parts: WizardParts): Handlers['wizard'] {
  const {
    world,
    vault,
    client,
    orgs,
    tokens,
    tests,
    drafts,
    desk,
    othersThan,
    life,
    publishTokens,
    noteToken,
  } = parts;
  return wizardHandlers({
    drafts,
    opener: world.opener,
    identify: (input) => identifyOrg(client, input),
    keptToken: (tokenId) => {
      const token = tokens.get(tokenId);
      const org = orgs.list().find(({ id }) => id === token.orgId);
      return { org: org === undefined ? null : { ...org, notes: [] }, profile: token };
    },
    keptOrg: (orgId) => {
      const org = orgs.list().find(({ id }) => id === orgId);
      if (org === undefined) throw new Failed('not-found', 'No token of this org is kept here any more.');
      return { ...org, notes: [] };
    },
    test: (draftId, { origin, secret }, onResult) => {
      const known = () => ({
        oktaTokenId: null,
        network: null,
        others: othersThan(drafts.get(draftId).replaces),
      });
      return desk.testDraft(draftId, { origin, secret, known }, onResult);
    },
    cancel: (jobId) => desk.cancel(jobId),
    save: (draft, profile, keepAlive) => {
      const org = drafts.orgOf(draft);
      const secret = drafts.secretOf(draft);
      // It was captured before it was tested.
      const now = Math.min(world.clock.now(), draft.lastTest?.at ?? Infinity);
      const id = vault.transaction(() => {
        const orgId = orgs.keep(org, now);
        const kept = draft.replaces ?? tokens.add(orgId, org.origin, profile, secret, now);
        if (draft.replaces !== null) {
          tokens.replaceValue(kept, org.origin, secret, now);
          tokens.update(kept, profile);
        }
        if (draft.lastTest !== null) tests.keep(kept, draft.lastTest);
        if (keepAlive !== null) life.setKeepAlive(kept, keepAlive);
        const { fingerprint } = secret;
        noteToken(
          draft.replaces === null ? 'token.added' : 'token.pasted-again',
          tokens.get(kept),
          `Its value came in, fingerprint ${fingerprint}.`,
          draft.lastTest === null
            ? {}
            : { outcome: draft.lastTest.outcome.word, requestId: draft.lastTest.outcome.requestId },
        );
        return kept;
      });
      publishTokens();
      return tokens.get(id);
    },
  });
}
