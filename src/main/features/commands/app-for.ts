import type { Need } from '../../../shared/contract/access.ts';
import type { ServiceApp, ServiceTest } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';

/** One need of a token's job, with the label of its family of endpoints. */
export interface LabelledNeed extends Need {
  readonly label: string;
}

/**
 * Why Keyturn says that an app can do a token's job. `replaces`: a person moved the token's job to the app. `purpose`: a person gave both the
 * same purpose. `job`: the app's newest test covered the whole job of the token.
 */
export type Ground = 'replaces' | 'purpose' | 'job';

/** Why an app that was meant for a token's job cannot do it now. */
export type Lack =
  | { readonly kind: 'unreadable' | 'not-set-up' | 'not-tested' }
  | { readonly kind: 'failed'; readonly outcome: string }
  /** The newest test did not show these needs of the job. */
  | { readonly kind: 'needs'; readonly needs: readonly LabelledNeed[] };

export interface Fitting {
  readonly app: ServiceApp;
  readonly ground: Ground;
}

export interface Falling {
  readonly app: ServiceApp;
  readonly lack: Lack;
}

/** The apps for a token's job. Only the best ground counts, so that an app that a person chose is never one of several. */
export interface AppsFor {
  readonly fits: readonly Fitting[];
  /** The apps that a person meant for this job, and that cannot do it now. */
  readonly falls: readonly Falling[];
}

const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/** Returns whether a test showed a need: Okta granted its scope, and the app could read there if Keyturn has a read to try. */
const showed = (test: ServiceTest, { family, access }: Need): boolean =>
  test.rows.some(
    (row) =>
      row.family === family &&
      (row.need === 'manage' || row.need === access) &&
      (row.verdict === 'works' || row.verdict === 'not-tried'),
  );

/** Returns what keeps an app from a job, or null. A job without needs is not known, and an accepted test is then enough. */
function lackOf(app: ServiceApp, needs: readonly LabelledNeed[]): Lack | null {
  if (!app.readable) return { kind: 'unreadable' };
  if (app.clientId === null) return { kind: 'not-set-up' };
  const { lastTest } = app;
  if (lastTest === null) return { kind: 'not-tested' };
  if (lastTest.outcome.kind !== 'accepted') return { kind: 'failed', outcome: lastTest.outcome.word };
  const missing = needs.filter((need) => !showed(lastTest, need));
  return missing.length === 0 ? null : { kind: 'needs', needs: missing };
}

/**
 * Returns the apps of the token's org that can do its job, by the newest test of each. `needs` are what the token's job needs; they are empty
 * while the job is unknown. Only an app that replaces the token, or has its purpose, then counts. Pure.
 */
export function appsFor(
  { id, orgId, purpose }: Pick<Token, 'id' | 'orgId' | 'purpose'>,
  apps: readonly ServiceApp[],
  needs: readonly LabelledNeed[],
): AppsFor {
  const groundOf = (app: ServiceApp): Ground => {
    if (app.tokenId === id) return 'replaces';
    return plain(purpose) !== '' && plain(app.purpose) === plain(purpose) ? 'purpose' : 'job';
  };
  const judged = apps
    .filter((app) => app.orgId === orgId)
    .map((app) => ({ app, ground: groundOf(app), lack: lackOf(app, needs) }));
  const fits = judged.filter(({ ground, lack }) => lack === null && (ground !== 'job' || needs.length > 0));
  const best = (['replaces', 'purpose', 'job'] as const).find((one) =>
    fits.some(({ ground }) => ground === one),
  );
  return {
    fits: fits.filter(({ ground }) => ground === best).map(({ app, ground }) => ({ app, ground })),
    falls: judged.flatMap(({ app, ground, lack }) =>
      lack === null || ground === 'job' ? [] : [{ app, lack }],
    ),
  };
}

/** Returns whether the newest test of an app saw that it demands proofs, so that an access token alone is of no use to a program. */
export const demandsProofs = ({ lastTest }: ServiceApp): boolean => lastTest?.dpop === true;
