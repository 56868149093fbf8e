import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';

/**
 * Electron's `systemPreferences` (docs/api/system-preferences.md). Its two calls for Touch ID exist only on macOS. With
 * KEYTURN_HOST_TOUCH_ID=1 the host acts as a computer that has them, and a spec answers them.
 */
export function createSystemPreferences(host: Host) {
  const { touchId } = host;
  const hasTouchId = process.env.KEYTURN_HOST_TOUCH_ID === '1';
  const calls = {
    canPromptTouchID: (): boolean => touchId.answers !== 'absent',
    promptTouchID: async (reason: string): Promise<void> => {
      touchId.asked.push(reason);
      if (touchId.answers !== 'given') throw new Error('Canceled by user.');
    },
  };
  calls satisfies Emulated<typeof calls, Electron.SystemPreferences>;
  return only(
    'systemPreferences',
    hasTouchId ? calls : { canPromptTouchID: undefined, promptTouchID: undefined },
  );
}
