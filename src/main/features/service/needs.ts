import type { Probe } from '../../../shared/contract/access.ts';
import type { OrgIdentity } from '../../../shared/contract/orgs.ts';
import type { ServiceApp, ServiceJobs } from '../../../shared/contract/service.ts';
import type { TokenProfile } from '../../../shared/contract/tokens.ts';
import type { Opener } from '../../base/ports.ts';
import type { AppTestNeeds } from './app-test.ts';
import type { ViewNeeds } from './app-view.ts';
import type { KeyRotationStore } from './key-rotation-store.ts';
import type { MoreScopesNeeds } from './more-scopes.ts';
import type { AppFacts, ServiceStore } from './store.ts';

/** The subject of an entry in the record of activity. The window opens the page of `tokenId`, which is the app's id here. */
export type About = Pick<ServiceApp, 'tokenId' | 'label' | 'orgHost'>;

/** An app as a file carries it, apart from its org. */
export interface CarriedApp extends TokenProfile, Pick<AppFacts, 'clientId' | 'kid' | 'madeAt' | 'job'> {
  /** The private key as PEM. */
  readonly privateKey: string;
}

export interface ServiceNeeds extends ViewNeeds, AppTestNeeds, MoreScopesNeeds {
  readonly store: ServiceStore;
  readonly keyRotations: KeyRotationStore;
  readonly opener: Opener;
  readonly jobs: ServiceJobs;
  readonly transaction: <T>(work: () => T) => T;
  /** Returns the org of a wizard's draft. Throws Failed `not-found` or `org-url`. */
  readonly draftOrg: (draftId: string) => OrgIdentity;
  /** Adds an org, or updates its facts. Returns its id. */
  readonly keepOrg: (org: OrgIdentity, now: number) => string;
  /** Runs `remove` in one transaction, which removes an app, and its org if that has no other credential. It can be brought back for a short time. */
  readonly remove: (appId: string, orgId: string, remove: () => void) => void;
  /** Brings a removed app back, and runs `then` in the same transaction. Throws Failed `not-found` when the time is over. */
  readonly bringBack: (appId: string, then: () => void) => void;
  /** Returns the Admin Console's page for apps. */
  readonly appsUrlOf: (orgId: string) => URL;
  /** Returns the probes of the token's newest X-ray. */
  readonly probesOf: (tokenId: string) => readonly Probe[];
  /** Copies a text to the clipboard for a while. Returns when the clipboard clears. */
  readonly copy: (text: string) => Promise<number>;
  readonly note: (action: string, about: About, sentence: string, requestId?: string | null) => void;
  /** Called when apps were added, changed or removed, or when a test begins or ends. */
  readonly onChanged: () => void;
}
