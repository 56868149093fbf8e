import type { ActivityEntry } from '../../shared/contract/activity.ts';
import type { SettingsView } from '../../shared/contract/settings.ts';
import type { UpdatesOff } from '../../shared/contract/updates.ts';
import type {
  Clipboard,
  Clock,
  Dialogs,
  Keyring,
  Log,
  Opener,
  PolicySource,
  SystemProof,
  Updater,
} from '../base/ports.ts';
import type { TrayView } from '../features/life/tray-view.ts';
import type { FindCaller } from '../features/programs/caller.ts';
import type { Handlers, Publisher } from '../ipc/router.ts';

/** What the composition gets from outside. */
export interface World {
  readonly userData: string;
  readonly extraCaFile: string | null;
  readonly info: Omit<Awaited<ReturnType<Handlers['app']['info']>>, 'news'>;
  /** The folder of the built bundles. */
  readonly bundles: string;
  readonly clock: Clock;
  readonly keyring: Keyring;
  /** Reads the policy of this computer's organisation. */
  readonly readPolicy: () => PolicySource | null;
  /** Returns why Keyturn may not call an origin, or null. It takes the place of the policy's list of orgs; null outside the demo. */
  readonly orgRefusal: ((origin: string) => string | null) | null;
  /** The system's own proof of who is at the computer. */
  readonly systemProof: SystemProof;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly publish: Publisher['publish'];
  /** Loads the page again, so that its data does not outlive a lock. */
  readonly reloadWindow: () => void;
  /** Called when a setting that the window or the system follows has changed. */
  readonly onSettings: (settings: SettingsView) => void;
  /** Whether the system reports a lock of the screen. */
  readonly screenLock: () => SettingsView['screenLock'];
  /** The account on this computer, for the record of activity. */
  readonly user: string;
  /** Shows a notification of the system. */
  readonly notify: (sentence: string, tokenId: string | null) => void;
  /** Finds the program at the other end of a connection on this computer. */
  readonly findCaller: FindCaller;
  /** Makes the window visible, and leaves the keyboard focus where it is. */
  readonly raise: () => void;
  /** Brings the window to the front, and shows the rotation of a token. */
  readonly showRotation: (tokenId: string) => void;
  readonly updates: {
    /** Why this program does not update itself, or null. */
    readonly offByProgram: UpdatesOff | null;
    /** Ends Keyturn as a person does, and starts it again. */
    readonly restart: () => void;
    /** Loads the updater. */
    readonly load: () => Promise<Updater>;
  };
  /** Starts the demo in a window of its own, or brings a running one to the front. Throws Failed when it does not start. */
  readonly startDemo: () => Promise<void>;
  /** Called when the content of the tray has changed. */
  readonly onTray: (state: TrayView) => void;
}

/** An entry of the record of activity. An absent field counts as empty. */
export type Noted = Pick<ActivityEntry, 'action' | 'sentence'> & Partial<Omit<ActivityEntry, 'seq' | 'who'>>;
