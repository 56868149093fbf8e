import type { ServiceApp } from '../../../shared/contract/service.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { sentences, series } from '../../../shared/listed.ts';
import { ends } from '../../base/ends.ts';
import type { AppAnswer } from './answers.ts';
import { type AppsFor, demandsProofs, type Falling, type Fitting, type LabelledNeed } from './app-for.ts';
import { CommandRefused } from './refused.ts';
import { words } from './words.ts';

/** An answer that names an app. */
type UsedApp = AppAnswer & { readonly app: string };

/** A token, and the apps for its job. */
export interface JobOfToken {
  readonly token: Pick<Token, 'orgHost'>;
  /** The token's name in addresses. */
  readonly name: string;
  readonly needs: readonly LabelledNeed[];
  readonly apps: AppsFor;
  /** Whether the org has an app at all. */
  readonly orgHasApps: boolean;
  /** Returns the name of an app in addresses. */
  readonly aliasOf: (appId: string) => string;
}

/** Returns the app itself for a program. Throws CommandRefused if `value` is asked of an app that demands proofs. */
export function itself(app: ServiceApp, name: string, value: boolean): UsedApp {
  if (value && demandsProofs(app)) throw new CommandRefused(ends.denied, words.appChoice.proofs(name));
  return { app: name, sentence: null };
}

/**
 * Returns the one app that can do the token's job, and the sentence that says why. With `value`, only an app whose access token is of use by
 * itself counts. Throws CommandRefused if there is none, or more than one.
 */
export function chosenApp(job: JobOfToken, value: boolean): UsedApp {
  const { fits } = job.apps;
  const usable = value ? fits.filter(({ app }) => !demandsProofs(app)) : fits;
  const [one, ...others] = usable;
  if (one !== undefined && others.length === 0) {
    return { app: job.aliasOf(one.app.id), sentence: because(one, job) };
  }
  const names = (fits: readonly Fitting[]) => series(fits.map(({ app }) => job.aliasOf(app.id)).toSorted());
  if (one !== undefined) {
    throw new CommandRefused(ends.noToken, words.appChoice.several(job.name, names(usable)));
  }
  if (fits.length > 0) throw new CommandRefused(ends.denied, words.appChoice.proofs(names(fits)));
  throw new CommandRefused(ends.noToken, whyNone(job));
}

/** Returns the sentence that offers the apps for the token's job, or null if there is none to use. */
export function offerOf({ name, apps, aliasOf }: JobOfToken, value: boolean): string | null {
  const names = apps.fits
    .filter(({ app }) => !value || !demandsProofs(app))
    .map(({ app }) => aliasOf(app.id))
    .toSorted();
  const [one, ...others] = names;
  if (one === undefined) return null;
  return others.length === 0
    ? words.appChoice.offer(name, one)
    : words.appChoice.offerSeveral(name, series(names));
}

function because({ app, ground }: Fitting, { name, needs, aliasOf }: JobOfToken): string {
  const alias = aliasOf(app.id);
  if (ground === 'replaces') return words.appChoice.replaces(alias, name);
  if (needs.length > 0) return words.appChoice.covers(alias, name);
  return words.appChoice.samePurpose(alias, name);
}

function whyNone({ token, name, needs, apps, orgHasApps, aliasOf }: JobOfToken): string {
  if (!orgHasApps) return words.appChoice.noApps(token.orgHost, name);
  if (apps.falls.length > 0) {
    const why = apps.falls.slice(0, 3).map((one) => lackWords(one, aliasOf(one.app.id)));
    return sentences([words.appChoice.none(name), ...why]);
  }
  return needs.length === 0
    ? words.appChoice.jobNotKnown(name)
    : words.appChoice.noneCovers(name, labels(needs));
}

const labels = (needs: readonly LabelledNeed[]): string =>
  series(needs.map(({ label, access }) => words.appChoice.need(label, access)));

function lackWords({ lack }: Falling, name: string): string {
  switch (lack.kind) {
    case 'unreadable':
      return words.appChoice.unreadable(name);
    case 'not-set-up':
      return words.appChoice.notSetUp(name);
    case 'not-tested':
      return words.appChoice.notTested(name);
    case 'failed':
      return words.appChoice.failed(name, lack.outcome);
    case 'needs':
      return words.appChoice.lacks(name, labels(lack.needs));
  }
}
