import type { ClueId } from '../../../shared/contract/diagnosis.ts';
import type { OutcomeKind } from '../../../shared/contract/outcome.ts';
import type { TestFacts } from '../../../shared/contract/testing.ts';
import type { ShownCertificate } from '../../okta/certificate.ts';
import { words } from './words.ts';

/** It could not be found out; `why` is the end of a sentence. */
export interface Unknown {
  readonly why: string;
}

/** What was learnt with another kept token; `by` is that token's label. */
export interface Learnt {
  readonly by: string;
}

/** What the checks answered. A check that was not run, or is not done, is absent. All times are milliseconds since 1970. */
export interface Clues {
  readonly shape?: { readonly kind: 'token' | 'cut-off' | 'too-long' | 'other'; readonly length: number };
  /** Whether this computer has an address besides its own loopback. */
  readonly connected?: boolean;
  readonly name?: 'found' | 'not-found' | 'by-proxy';
  /** The proxy calls go through, or null. */
  readonly proxy?: string | null;
  readonly certificate?: ShownCertificate | Unknown;
  /** The well-known document, asked without a token. */
  readonly org?:
    | { readonly kind: 'same' | 'another' }
    | { readonly kind: Exclude<OutcomeKind, 'accepted'>; readonly status: number | null };
  /** This computer's clock less Okta's, in milliseconds. */
  readonly clock?: { readonly aheadMs: number } | Unknown;
  /** The test's own call made once more. */
  readonly again?: {
    readonly kind: OutcomeKind;
    readonly retryAt: number | null;
    readonly status: string | null;
  };
  readonly listed?:
    | (Learnt & {
        readonly found: boolean;
        readonly expiresAt: number | null;
        readonly network: TestFacts['network'];
      })
    | Unknown;
  readonly log?:
    | (Learnt & {
        readonly revoked: { readonly at: number; readonly actor: string } | null;
        readonly outside: { readonly at: number; readonly address: string } | null;
      })
    | Unknown;
  readonly owner?: (Learnt & { readonly login: string; readonly status: string }) | Unknown;
  readonly roles?:
    | (Learnt & { readonly types: readonly string[]; readonly labels: readonly string[] })
    | Unknown;
  /** Whether the address Okta saw is in the token's zones; `cannot-match` for zones that are not made of addresses. */
  readonly zones?:
    | (Learnt & {
        readonly fit: 'inside' | 'outside' | 'anywhere' | 'cannot-match';
        readonly address: string | null;
        readonly names: readonly string[];
      })
    | Unknown;
  /** Whose limit is used up: this token's own share, or everybody's. */
  readonly share?: (Learnt & { readonly used: 'own' | 'org' }) | Unknown;
}

/** What is known of a token before anything is asked. */
export interface Past {
  /** When Okta accepted this very value last, or null. */
  readonly acceptedAt: number | null;
  /** When it expires by what Okta or the last use said, or null. */
  readonly expiresAt: number | null;
  readonly oktaTokenId: string | null;
  readonly owner: { readonly id: string; readonly login: string; readonly status: string } | null;
  readonly network: TestFacts['network'];
}

/** True for an answer that says why there is none. */
export const isUnknown = (clue: object): clue is Unknown => 'why' in clue;

const transport: readonly ClueId[] = ['connected', 'name', 'proxy', 'certificate', 'org', 'clock', 'again'];
const answered: readonly ClueId[] = ['org', 'clock', 'proxy', 'certificate', 'again'];

/** Which checks tell the causes of an outcome apart, in the order they are shown. */
export const plan: Readonly<Record<Exclude<OutcomeKind, 'accepted'>, readonly ClueId[]>> = {
  'not-accepted': ['shape', 'org', 'clock', 'listed', 'log', 'owner'],
  'not-allowed': ['org', 'listed', 'log', 'zones', 'owner', 'roles'],
  'zone-blocked': ['org', 'listed', 'log', 'zones', 'roles'],
  'rate-limited': ['org', 'clock', 'again', 'share'],
  'owner-inactive': ['org', 'again', 'owner'],
  'not-an-okta-org': ['name', 'proxy', 'certificate', 'org', 'again'],
  'no-network': transport,
  proxy: ['connected', 'proxy', 'org', 'again'],
  tls: ['clock', 'proxy', 'certificate', 'org', 'again'],
  timeout: transport,
  'okta-trouble': answered,
  'unexpected-answer': answered,
};

/** The questions the checks ask, as titles. */
export const questions: Readonly<Record<ClueId, string>> = {
  shape: words.questions.valueShapedLike,
  connected: words.questions.computerOnNetwork,
  name: words.questions.canOrgsName,
  proxy: words.questions.doCallsGo,
  certificate: words.questions.whoIssuedCertificate,
  org: words.questions.doesOrgAnswer,
  clock: words.questions.doesComputersClock,
  again: words.questions.doesSameCall,
  listed: words.questions.tokenStillList,
  log: words.questions.whatDoesSystem,
  owner: words.questions.ownersAccountActive,
  roles: words.questions.whichAdminRoles,
  zones: words.questions.addressTokensZones,
  share: words.questions.whoseRateLimit,
};
