import { DiagnosisDesk } from './diagnosis/diagnosis-desk.ts';
import { helpersAmong } from './diagnosis/helpers-of.ts';
import { noPast, pastOf } from './diagnosis/past.ts';
import { Failed } from './failed.ts';
import type { OktaClient } from './okta/client.ts';
import type { OktaNetwork } from './okta/network.ts';
import type { OrgStore } from './orgs/org-store.ts';
import type { TestStore } from './testing/test-store.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Drafts } from './wizard/drafts.ts';
import type { World } from './world.ts';

/** What a diagnosis is put together from. */
export interface DiagnosisParts {
  readonly world: World;
  readonly client: OktaClient;
  readonly network: () => OktaNetwork;
  readonly orgs: OrgStore;
  readonly tokens: TokenStore;
  readonly tests: TestStore;
  readonly drafts: Drafts;
}

/** Diagnosis of a kept token's or a draft's failed test, with the features it works through. */
export function composeDiagnosis(parts: DiagnosisParts): DiagnosisDesk {
  const { world, client, network, orgs, tokens, tests, drafts } = parts;
  return new DiagnosisDesk({
    client,
    clock: world.clock,
    network,
    publish: world.publish,
    clipboard: world.clipboard,
    opener: world.opener,
    version: world.info.version,
    platform: `${world.info.platform}, ${world.info.host}`,
    patient: (subject) => {
      const draft = 'draftId' in subject ? drafts.get(subject.draftId) : null;
      const token = 'tokenId' in subject ? tokens.get(subject.tokenId) : null;
      const org = draft === null ? orgs.list().find(({ id }) => id === token?.orgId) : drafts.orgOf(draft);
      const record = draft?.lastTest ?? token?.lastTest ?? null;
      if (org === undefined || record === null)
        throw new Failed('not-tested', 'This token was not tested yet.');
      const orgId = token?.orgId ?? orgs.byOrigin(org.origin)?.id ?? '';
      return {
        origin: org.origin,
        oktaOrgId: org.oktaOrgId,
        adminUrl: org.adminUrl,
        record,
        past:
          token === null ? noPast : pastOf(tests.history(token.id, 1000), token.createdAt, token.capturedAt),
        helpers: helpersAmong(tokens.list(), orgId, token?.id ?? null).map(({ id, label }) => ({
          label,
          open: () => tokens.secretOf(id),
        })),
        secret: draft === null ? tokens.secretOf(token?.id ?? '') : drafts.secretOf(draft).copy(),
      };
    },
    onTrouble: (error) => world.log.note('diagnosis.trouble', { error: String(error).slice(0, 300) }),
  });
}
