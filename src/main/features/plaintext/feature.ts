import type { Feature } from '../../app/feature.ts';
import { PlaintextDesk, type PlaintextNeeds } from './desk.ts';

/** The feature that finds tokens in plain text. A lock and the end of the app wipe every found value. */
export interface PlaintextFeature extends Feature<'plaintext'> {
  readonly desk: PlaintextDesk;
}

/** Returns the feature that finds tokens in files. A lock wipes the values that it found. */
export function plaintextFeature(needs: PlaintextNeeds): PlaintextFeature {
  const desk = new PlaintextDesk(needs);
  const close = () => desk.close();
  return {
    name: 'plaintext',
    handlers: {
      view: () => desk.view(),
      chooseFolder: () => desk.chooseFolder(),
      forgetFolder: () => desk.forgetFolder(),
      look: () => {
        desk.look();
        return {};
      },
      cancel: () => {
        desk.cancel();
        return {};
      },
      cleanUp: ({ findingId }) => desk.cleanUp(findingId),
      close: () => {
        desk.close();
        return {};
      },
    },
    lock: close,
    end: close,
    desk,
  };
}
