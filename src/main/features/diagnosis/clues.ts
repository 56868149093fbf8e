import type { ClueId } from '../../../shared/contract/diagnosis.ts';
import type { OutcomeKind } from '../../../shared/contract/outcome.ts';
import type { TestFacts } from '../../../shared/contract/testing.ts';
import type { ShownCertificate } from '../../okta/certificate.ts';
import { words } from './words.ts';

/** A fact that could not be found out. `why` is the end of a sentence. */
export interface Unknown {
  readonly why: string;
}

/** A fact that another kept token found out. `by` is that token's label. */
export interface Learnt {
  readonly by: string;
}

/** The results of the checks. A check that did not run or is not finished is absent. All times are milliseconds since 1970. */
export interface Clues {
  readonly shape?: { readonly kind: 'token' | 'cut-off' | 'too-long' | 'other'; readonly length: number };
  /** Whether this computer has an address other than its loopback. */
  readonly connected?: boolean;
  readonly name?: 'found' | 'not-found' | 'by-proxy';
  /** The proxy for calls, or null. */
  readonly proxy?: string | null;
  readonly certificate?: ShownCertificate | Unknown;
  /** The result of reading the well-known document without a token. */
  readonly org?:
    | { readonly kind: 'same' | 'another' }
    | { readonly kind: Exclude<OutcomeKind, 'accepted'>; readonly status: number | null };
  /** This computer's clock minus Okta's, in milliseconds. */
  readonly clock?: { readonly aheadMs: number } | Unknown;
  /** The result of repeating the test's own call. */
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
  /** Whether the address that Okta saw is in the token's zones. `cannot-match` is for zones without addresses. */
  readonly zones?:
    | (Learnt & {
        readonly fit: 'inside' | 'outside' | 'anywhere' | 'cannot-match';
        readonly address: string | null;
        readonly names: readonly string[];
      })
    | Unknown;
  /** Which limit is used up: the token's own share, or everybody's. */
  readonly share?: (Learnt & { readonly used: 'own' | 'org' }) | Unknown;
}

/** The facts about a token before any call. */
export interface Past {
  /** When Okta last accepted this value, or null. */
  readonly acceptedAt: number | null;
  /** When the token expires, by Okta or by its last use, or null. */
  readonly expiresAt: number | null;
  readonly oktaTokenId: string | null;
  readonly owner: { readonly id: string; readonly login: string; readonly status: string } | null;
  readonly network: TestFacts['network'];
}

/** Returns true for an answer that says why there is none. */
export const isUnknown = (clue: object): clue is Unknown => 'why' in clue;

const transport: readonly ClueId[] = ['connected', 'name', 'proxy', 'certificate', 'org', 'clock', 'again'];
const answered: readonly ClueId[] = ['org', 'clock', 'proxy', 'certificate', 'again'];

/** The checks that tell the causes of each outcome apart, in display order. */
export const plan: Readonly<Record<Exclude<OutcomeKind, 'accepted'>, readonly ClueId[]>> = {
  'not-accepted': ['shape', 'org', 'clock', 'listed', 'log', 'owner'],
  'not-allowed': ['org', 'listed', 'log', 'zones', 'owner', 'roles'],
  'zone-blocked': ['org', 'listed', 'log', 'zones', 'roles'],
  'rate-limited': ['org', 'clock', 'again', 'share'],
  'owner-inactive': ['org', 'again', 'owner'],
  'not-an-okta-org': ['name', 'proxy', 'certificate', 'org', 'again'],
  policy: [],
  'no-network': transport,
  proxy: ['connected', 'proxy', 'org', 'again'],
  tls: ['clock', 'proxy', 'certificate', 'org', 'again'],
  timeout: transport,
  'okta-trouble': answered,
  'unexpected-answer': answered,
};

/** The questions of the checks, as titles. */
export const questions: Readonly<Record<ClueId, string>> = {
  shape: words.questions.shape,
  connected: words.questions.network,
  name: words.questions.nameLookup,
  proxy: words.questions.proxy,
  certificate: words.questions.certificate,
  org: words.questions.orgAnswers,
  clock: words.questions.clock,
  again: words.questions.sameCall,
  listed: words.questions.listed,
  log: words.questions.systemLog,
  owner: words.questions.ownerActive,
  roles: words.questions.roles,
  zones: words.questions.zones,
  share: words.questions.rateLimit,
};
