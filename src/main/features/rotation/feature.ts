import type { Token } from '../../../shared/contract/tokens.ts';
import type { Feature } from '../../app/feature.ts';
import type { Watch } from '../../base/files.ts';
import type { Dialogs, Log, Opener } from '../../base/ports.ts';
import { RotationDesk } from './desk.ts';
import { rotationHandlers } from './handlers.ts';
import type { RotationNeeds } from './needs.ts';
import { QuietWatch } from './quiet-watch.ts';
import type { RotationStore } from './store.ts';

/** What rotation needs from the rest of the app. */
export interface RotationFeatureNeeds extends RotationNeeds {
  readonly store: RotationStore;
  readonly dialogs: Dialogs;
  readonly opener: Opener;
  readonly watch: Watch;
  readonly log: Log;
  readonly adminUrlOf: (tokenId: string) => string;
  readonly version: string;
}

export interface RotationFeature extends Feature<'rotation'> {
  /** Returns whether a step of a rotation is working now. */
  readonly works: () => boolean;
}

/** Returns the feature that replaces a token without downtime and with proof. */
export function rotationFeature(needs: RotationFeatureNeeds): RotationFeature {
  const { clock, log } = needs;
  const desk = new RotationDesk(needs.store, needs);
  const watch = new QuietWatch(clock, desk, (error) =>
    log.note('rotation.quiet-trouble', { error: String(error) }),
  );
  const stop = () => {
    desk.cancelAll();
    watch.stop();
  };
  return {
    name: 'rotation',
    handlers: rotationHandlers({ ...needs, desk, now: () => clock.now() }),
    works: () => desk.works,
    opened: () => watch.start(),
    lock: stop,
    end: stop,
  };
}

/** Returns the entry of the record of activity for a step of a rotation. */
export const stepEntry = (
  rotation: Parameters<RotationNeeds['noteStep']>[0],
  at: number,
  sentence: string,
): {
  readonly action: string;
  readonly at: number;
  readonly tokenId: Token['id'];
  readonly label: string;
  readonly orgHost: string;
  readonly sentence: string;
  readonly requestId: string | null;
} => {
  const last = rotation.attempts.at(-1);
  return {
    action: `rotation.${rotation.state}`,
    at,
    tokenId: rotation.tokenId,
    label: rotation.label,
    orgHost: rotation.orgHost,
    sentence,
    requestId: last?.at === at ? last.after.requestId : null,
  };
};
