import type { Feature } from '../../app/feature.ts';
import { UpdatesDesk, type UpdatesNeeds } from './desk.ts';

export interface UpdatesFeature extends Feature<'updates'> {
  readonly desk: UpdatesDesk;
}

/** Returns the feature for newer versions of Keyturn. The policy may have changed when the vault opens. */
export function updatesFeature(needs: UpdatesNeeds): UpdatesFeature {
  const desk = new UpdatesDesk(needs);
  return {
    name: 'updates',
    desk,
    handlers: {
      view: () => desk.view(),
      look: () => desk.look(),
      restart: () => {
        desk.restart();
        return {};
      },
      install: async () => {
        await desk.install();
        return {};
      },
    },
    opened: () => desk.settle(),
    end: () => desk.stop(),
  };
}
