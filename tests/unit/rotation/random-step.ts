import type { Keyturn } from '../../../src/main/app/compose.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import type { MemoryClipboard } from '../main/memory-clipboard.ts';

/** The input of a random step. */
export interface Stepping {
  readonly handlers: Keyturn['handlers'];
  readonly clipboard: MemoryClipboard;
  readonly random: () => number;
  /** Gives the value of a new token of Okta's. */
  readonly newValue: () => Promise<string>;
  /** Hears that the app says that it keeps the value it captured. */
  readonly captured: () => void;
}

/** Takes the rotation `one` one random step further; throws what the app refuses with. */
export async function randomStep(
  { handlers: { rotation }, clipboard, random, newValue, captured }: Stepping,
  one: Rotation,
): Promise<void> {
  const { id: rotationId, state } = one;
  const dice = random();
  switch (state) {
    case 'planned': {
      if (dice < 0.05 && one.mode === 'usual') return void (await rotation.end({ rotationId }));
      clipboard.text = await newValue();
      await rotation.captureFromClipboard({ rotationId });
      return captured();
    }
    case 'captured':
      return void (await rotation.compare({ rotationId }));
    case 'compared':
      return void (await (dice < 0.15
        ? rotation.putAside({ rotationId, newToken: 'revoke' })
        : rotation.handOver({ rotationId, confirm: one.comparison?.confirm.map(({ what }) => what) ?? [] })));
    case 'handing-over':
      return void (await (one.mode === 'leaked'
        ? rotation.finish({ rotationId })
        : dice < 0.25
          ? rotation.undo({ rotationId })
          : rotation.revoke({ rotationId, insist: 'revoke anyway' })));
    case 'revoking':
      return void (await rotation.revoke({ rotationId }));
    default:
      return void (await (dice < 0.5
        ? rotation.resume({ rotationId })
        : rotation.end({ rotationId, newToken: 'revoke' })));
  }
}
