import { clip } from '../../../shared/clip.ts';
import type { AccessPurpose, Need } from '../../../shared/contract/access.ts';
import type { Org } from '../../../shared/contract/orgs.ts';
import type { ServiceApp, ServicePlan } from '../../../shared/contract/service.ts';
import type { Token, TokenProfile } from '../../../shared/contract/tokens.ts';
import type { KeyRotationStore } from './key-rotation-store.ts';
import type { AppFacts, KeptApp } from './store.ts';
import { words } from './words.ts';

/** What a job needs, as the access of a token is judged. */
export interface JobNeeds extends ServicePlan {
  readonly needs: readonly Need[];
}

export interface ViewNeeds {
  readonly keyRotations: Pick<KeyRotationStore, 'of'>;
  /** Returns the org. Throws Failed `not-found`. */
  readonly org: (orgId: string) => Org;
  readonly token: (tokenId: string) => Token;
  /** Returns what a chosen job needs. Returns null for a job that is known by a token's log only. */
  readonly jobFor: (job: AccessPurpose) => JobNeeds | null;
  /** Returns what the token's job needs. Returns null when nobody has said what the token is for, or its access was not checked. */
  readonly job: (tokenId: string) => JobNeeds | null;
}

const nothing: TokenProfile = {
  label: '',
  purpose: '',
  environment: 'other',
  tags: [],
  consumers: [],
  rotateEveryDays: 90,
};

const unreadable: AppFacts = {
  madeAt: 0,
  kid: '',
  jwk: '',
  clientId: null,
  lastTest: null,
  profile: { ...nothing, label: words.appView.unreadable },
  job: null,
};

/** Returns what a person wrote about an app. Until then, an app that replaces a token has the token's details, and a label that says so. */
export function profileOf({ facts, tokenId }: KeptApp, needs: Pick<ViewNeeds, 'token'>): TokenProfile {
  const { profile } = facts ?? unreadable;
  if (profile !== null) return profile;
  if (tokenId === null) return { ...nothing, label: words.appView.nameless };
  const { label, purpose, environment, tags } = needs.token(tokenId);
  return { ...nothing, label: clip(words.appView.ofToken(label), 120), purpose, environment, tags };
}

/**
 * Returns what an app's job needs, or null. The job is the one that a person chose for the app, or the job of the replaced token. No other
 * code decides this.
 */
export function jobOf({ facts, tokenId }: KeptApp, needs: ViewNeeds): JobNeeds | null {
  const job = facts?.job ?? null;
  if (job !== null) return needs.jobFor(job);
  return tokenId === null ? null : needs.job(tokenId);
}

/** Returns a plan as the window gets it. */
export const planOf = (job: JobNeeds | null): ServicePlan | null =>
  job === null
    ? null
    : {
        basis: job.basis,
        scopes: [...job.scopes],
        roles: [...job.roles],
        permissions: [...job.permissions],
      };

/** Returns an app as the window gets it, without its key. */
export function appView(kept: KeptApp, needs: ViewNeeds): ServiceApp {
  const { profile: _, ...facts } = kept.facts ?? unreadable;
  return {
    ...facts,
    ...profileOf(kept, needs),
    id: kept.id,
    orgId: kept.orgId,
    orgHost: needs.org(kept.orgId).host,
    tokenId: kept.tokenId,
    plan: planOf(jobOf(kept, needs)),
    readable: kept.readable && kept.facts !== null,
    keyRotation: needs.keyRotations.of(kept.id),
  };
}
