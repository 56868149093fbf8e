import { powerMonitor } from 'electron';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { Clock } from '../base/ports.ts';
import type { Hearing, LinuxLock, LockEars } from './linux-lock.ts';
import { words } from './words.ts';

/** Whether Keyturn notices a lock of the screen, as Settings shows it. */
export type ScreenLockView = SettingsView['screenLock'];

/** Returns how Settings shows the lock with the screen. `hearing` matters on Linux only. Pure. */
export function screenLockView(platform: NodeJS.Platform, hearing: Hearing): ScreenLockView {
  if (platform !== 'linux') return { available: true, sentence: words.screenLock.otherSystems };
  const available = hearing !== 'nobody' && hearing !== 'lost';
  return { available, sentence: words.screenLock[hearing] };
}

/** Listens for a lock of the screen: through Electron on macOS and Windows, and through the message buses on Linux. */
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

  /** Returns how Settings shows the lock with the screen now. */
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

  /** Stops listening. */
  stop(): void {
    this.#stopped = true;
    this.#linux?.stop();
  }
}
