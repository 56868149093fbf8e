import { powerMonitor } from 'electron';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { Clock } from '../base/ports.ts';
import type { Hearing, LinuxLock, LockEars } from './linux-lock.ts';

/** Whether a lock of the screen is heard of, as Settings shows it. */
export type ScreenLockView = SettingsView['screenLock'];

const linuxViews: Readonly<Record<Hearing, ScreenLockView>> = {
  looking: { available: true, sentence: 'When the screen lock or the screen saver starts.' },
  'screen-saver': { available: true, sentence: 'When the screen lock or the screen saver starts.' },
  logind: {
    available: true,
    sentence:
      'When the session is locked by way of logind (loginctl lock-session). No screen saver answers here, and a locker that does not tell logind, as i3lock and swaylock, is not noticed.',
  },
  nobody: {
    available: false,
    sentence:
      'Not available here: neither logind nor a screen saver answers, so Keyturn cannot know when the screen is locked. Lock after a time without use, or by hand.',
  },
  lost: {
    available: false,
    sentence:
      'Not available now: the connection to the message bus of this system was lost. Keyturn goes on trying to reach it.',
  },
};

/** Returns how Settings shows a lock of the screen; `hearing` matters on Linux only. Pure. */
export function screenLockView(platform: NodeJS.Platform, hearing: Hearing): ScreenLockView {
  if (platform === 'linux') return linuxViews[hearing];
  return { available: true, sentence: 'When the system’s screen lock starts.' };
}

/** Hears of a lock of the screen, by Electron on macOS and Windows and by the message buses on Linux. */
export class ScreenLock {
  readonly #ears: LockEars;
  readonly #clock: Clock;
  readonly #platform: NodeJS.Platform;
  #linux: LinuxLock | null = null;
  #stopped = false;

  constructor(ears: LockEars, clock: Clock, platform: NodeJS.Platform = process.platform) {
    this.#ears = ears;
    this.#clock = clock;
    this.#platform = platform;
  }

  get view(): ScreenLockView {
    return screenLockView(this.#platform, this.#linux?.hearing ?? 'looking');
  }

  /** Begins to listen. On Linux the library for the buses is loaded only now, so that no window waits for it. */
  async start(): Promise<void> {
    if (this.#platform !== 'linux') {
      powerMonitor.on('lock-screen', this.#ears.onLock);
      return;
    }
    const { LinuxLock } = await import('./linux-lock.ts');
    if (this.#stopped || this.#linux !== null) return;
    this.#linux = new LinuxLock(this.#ears, this.#clock);
    await this.#linux.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#linux?.stop();
  }
}
