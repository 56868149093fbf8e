import { series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import type { Dialogs } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import { words } from './words.ts';

/** What decides whether an app may get more scopes. */
export interface MoreScopesNeeds {
  /** Returns whether programs may use the app now. */
  readonly programsMayUse: (appId: string) => boolean;
  /** Throws Failed `proof-needed` when the person must first prove who they are. */
  readonly needProof: (action: 'programs') => void;
  readonly dialogs: Pick<Dialogs, 'confirm'>;
}

/**
 * Asks the person before an app that programs may use gets scopes that it does not have: programs could then do more with it. A dialog of
 * the system asks, because script in the window can choose a job too. Throws Failed `proof-needed`, and `cancelled` when the person refuses.
 */
export async function agreeToMoreScopes(
  needs: MoreScopesNeeds,
  app: { readonly id: string; readonly label: string; readonly orgHost: string },
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const more = after.filter((scope) => !before.includes(scope));
  if (more.length === 0 || !needs.programsMayUse(app.id)) return;
  needs.needProof('programs');
  const { question, detail, yes, notChanged } = words.moreScopes;
  const shown = shownText(series(more), 1000);
  if (!(await needs.dialogs.confirm(question(shownText(app.label, 120)), detail(shown, app.orgHost), yes))) {
    throw new Failed('cancelled', notChanged);
  }
}
