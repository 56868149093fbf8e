import type { KeepAliveSetting } from '../../../shared/contract/life.ts';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import { tokenProfile } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Dialogs, Opener } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { shownText } from '../../base/shown.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { Draft, Drafts, Found } from './store.ts';
import { words } from './words.ts';

export interface WizardNeeds {
  readonly drafts: Drafts;
  readonly opener: Opener;
  readonly dialogs: Dialogs;
  /** Returns a token that was found in a file, with the host of the org beside it. Throws Failed `not-found` or `already-kept`. */
  readonly found: (findingId: string) => Found & { readonly org: string | null };
  /** Throws Failed `org-url` or `okta`. */
  readonly identify: (input: string, sure: boolean) => Promise<OrgIdentity>;
  readonly keptToken: (tokenId: string) => { org: OrgIdentity | null; profile: TokenProfile };
  /** Returns an org with kept tokens. Throws Failed `not-found`. */
  readonly keptOrg: (orgId: string) => OrgIdentity;
  /** Starts a test of the draft and returns the job's id. */
  readonly test: (
    draftId: string,
    testable: { origin: string; secret: Secret },
    onResult: (record: TestRecord) => void,
  ) => string;
  /** Ends a job that `test` started. */
  readonly cancel: (jobId: string) => void;
  /** Keeps the draft, in one transaction. */
  readonly save: (draft: Draft, profile: TokenProfile, keepAlive: KeepAliveSetting | null) => Token;
}

/** Returns the wizard's methods. They lead a draft from `begin` to `save` or `discard`. */
export function wizardHandlers(needs: WizardNeeds): Handlers['wizard'] {
  const { drafts } = needs;
  return {
    begin: ({ tokenId, orgId, findingId }) => {
      const kept = tokenId === undefined ? null : needs.keptToken(tokenId);
      const org = kept === null && orgId !== undefined ? needs.keptOrg(orgId) : (kept?.org ?? null);
      const found = findingId === undefined ? null : needs.found(findingId);
      const draft = drafts.begin(tokenId ?? null, org, found);
      return {
        draftId: draft.id,
        org: draft.org,
        profile: kept === null ? null : tokenProfile.parse(kept.profile),
        found: found === null ? null : { where: found.where, org: found.org },
      };
    },
    checkOrg: async ({ draftId, input, sure }) => {
      const org = await needs.identify(input, sure ?? false);
      // The draft may have been discarded while Okta answered.
      drafts.setOrg(drafts.get(draftId), org);
      return org;
    },
    openAdminConsole: async ({ draftId }) => {
      await needs.opener.openUrl(new URL(drafts.orgOf(drafts.get(draftId)).adminUrl));
      return {};
    },
    captureFromClipboard: ({ draftId }) => drafts.captureFromClipboard(drafts.get(draftId)),
    chooseCaptured: ({ draftId, fingerprint }) => drafts.choose(drafts.get(draftId), fingerprint),
    captureFound: async ({ draftId }) => {
      const org = drafts.orgOf(drafts.get(draftId));
      const { where } = drafts.foundOf(drafts.get(draftId));
      const { takeIn, whereItGoes, takeItIn, notTakenIn } = words.handlers;
      const yes = await needs.dialogs.confirm(
        takeIn(shownText(where, 300), org.host),
        whereItGoes(org.host),
        takeItIn,
      );
      // A script in the window could give the draft another org while the dialog names this one.
      const draft = drafts.get(draftId);
      if (!yes || drafts.orgOf(draft).origin !== org.origin) throw new Failed('cancelled', notTakenIn);
      return drafts.captureFound(draft);
    },
    captureTyped: ({ draftId, value }) => drafts.captureTyped(drafts.get(draftId), value),
    test: ({ draftId }) => {
      const draft = drafts.get(draftId);
      const { origin } = drafts.orgOf(draft);
      const secret = drafts.secretOf(draft);
      draft.stopTest?.();
      draft.lastTest = null;
      const jobId = needs.test(draftId, { origin, secret }, (record) => {
        // The result says nothing about a value that was captured meanwhile.
        if (draft.secret === secret) draft.lastTest = record;
      });
      draft.stopTest = () => needs.cancel(jobId);
      return { jobId };
    },
    save: ({ draftId, profile, anyway, keepAlive }) => {
      const draft = drafts.get(draftId);
      drafts.secretOf(draft);
      if (draft.lastTest?.outcome.kind !== 'accepted' && !anyway) {
        throw new Failed(
          'not-tested',
          draft.lastTest === null ? words.handlers.notTested : words.handlers.testFailed,
          words.handlers.testOrSaveAnyway,
        );
      }
      const token = needs.save(draft, profile, keepAlive ?? null);
      drafts.discard(draftId);
      return token;
    },
    discard: ({ draftId }) => {
      drafts.discard(draftId);
      return {};
    },
  };
}
