import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import {
  appHealthOf,
  expiryOf,
  healthOf,
  keyDueOf,
  rotationDueOf,
  type TokenHealth,
} from '../../../shared/health.ts';
import type { ListedCredential } from './answers.ts';

/** A kept credential that the command line can name. */
export type Credential =
  | { readonly kind: 'token'; readonly of: Token }
  | { readonly kind: 'app'; readonly of: ServiceApp };

/** Returns the health of a credential at `now`. */
export const healthOfCredential = ({ kind, of }: Credential, now: number): TokenHealth =>
  kind === 'token' ? healthOf(of, now) : appHealthOf(of, now);

const time = (at: number): string => new Date(at).toISOString();

/** Returns a credential as the command line shows it. `name` is its name at its door. */
export function listed(credential: Credential, name: string, now: number): ListedCredential {
  const { kind, of } = credential;
  const { health, reason } = healthOfCredential(credential, now);
  const expiry = kind === 'token' && of.revokedAt === null ? expiryOf(of) : null;
  return {
    kind,
    name,
    id: of.id,
    label: of.label,
    org: of.orgHost,
    environment: of.environment,
    owner: kind === 'token' ? (of.known?.owner?.login ?? null) : null,
    health,
    reason,
    testedAt: of.lastTest === null ? null : time(of.lastTest.at),
    expiresAt: expiry === null ? null : time(expiry.at),
    expiryIsKnown: expiry?.sure ?? false,
    rotationDueAt: time(kind === 'token' ? rotationDueOf(of) : keyDueOf(of)),
  };
}
