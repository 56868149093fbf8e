import type { ActivityEntry } from '../../../shared/contract/activity.ts';
import type { KeepAliveSetting } from '../../../shared/contract/life.ts';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { TestRecord } from '../../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import type { Draft, Drafts } from './store.ts';
import { words } from './words.ts';

/** What keeping a draft needs from the stores. */
export interface SaveNeeds {
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly transaction: <T>(work: () => T) => T;
  readonly keepOrg: (org: OrgIdentity, now: number) => string;
  readonly token: (tokenId: string) => Token;
  readonly add: (orgId: string, origin: string, profile: TokenProfile, secret: Secret, now: number) => string;
  readonly replaceValue: (tokenId: string, origin: string, secret: Secret, capturedAt: number) => void;
  readonly update: (tokenId: string, profile: TokenProfile) => Token;
  readonly keepTest: (tokenId: string, record: TestRecord) => void;
  readonly setKeepAlive: (tokenId: string, setting: KeepAliveSetting) => unknown;
  /** Returns whether a rotation of the token is open. */
  readonly isRotating: (tokenId: string) => boolean;
  readonly note: (
    action: string,
    token: Token,
    sentence: string,
    more: Partial<Pick<ActivityEntry, 'outcome' | 'code' | 'requestId'>>,
  ) => void;
  readonly onSaved: () => void;
}

/**
 * Keeps a draft as a new token, or as the new value of an existing token, in one transaction. Throws Failed `already-kept`. Throws
 * `rotation` while a rotation of that token is open, because the rotation knows only the earlier value and would revoke another one.
 */
export function saveDraft(
  needs: SaveNeeds,
  draft: Draft,
  profile: TokenProfile,
  keepAlive: KeepAliveSetting | null,
): Token {
  const { drafts } = needs;
  const org = drafts.orgOf(draft);
  const secret = drafts.secretOf(draft);
  const { replaces, lastTest } = draft;
  if (replaces !== null && needs.isRotating(replaces)) {
    throw new Failed('rotation', words.save.beingRotated, words.save.endRotation);
  }
  // The capture of the value happened before its test.
  const now = Math.min(needs.clock.now(), lastTest?.at ?? Infinity);
  const id = needs.transaction(() => {
    const orgId = needs.keepOrg(org, now);
    const kept = replaces ?? needs.add(orgId, org.origin, profile, secret, now);
    if (replaces !== null) {
      needs.replaceValue(kept, org.origin, secret, now);
      needs.update(kept, profile);
    }
    if (lastTest !== null) needs.keepTest(kept, lastTest);
    if (keepAlive !== null) needs.setKeepAlive(kept, keepAlive);
    needs.note(
      replaces === null ? 'token.added' : 'token.pasted-again',
      needs.token(kept),
      words.save.captured(secret.fingerprint),
      lastTest === null ? {} : outcomeOf(lastTest),
    );
    return kept;
  });
  needs.onSaved();
  return needs.token(id);
}

const outcomeOf = ({ outcome: { kind, word, requestId } }: TestRecord) => ({
  outcome: word,
  code: kind,
  requestId,
});
