import { z } from 'zod';
import { languages } from '../languages.ts';
import { flag, method, nothing, text, whole } from './shapes.ts';

const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** The language of Keyturn's sentences from its next start on. `system` follows the system's languages. */
  language: z.enum(['system', ...languages]),
  /** A PEM file of certificates to trust in addition to the system's. */
  extraCaFile: text(4096).nullable(),
  proxy: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('system') }),
    z.object({ mode: z.literal('none') }),
    z.object({ mode: z.literal('custom'), url: text(300) }),
  ]),
  /** Minutes without use; 0 means never. */
  lockAfterMinutes: z.number().int().min(0).max(1440),
  lockOnSuspend: flag,
  lockOnScreenLock: flag,
  /** Keep the window out of screenshots and screen sharing. */
  contentProtection: flag,
  startMinimised: flag,
  /** Whether the system shows notifications. The inbox has every notice in any case. */
  notifications: flag,
  /** Local times, `22:00`, between which the system shows no notification; null for none. */
  quietHours: z.object({ from: clockText, to: clockText }).nullable(),
  startAtLogin: flag,
  showInTray: flag,
  /** How many days the use of tokens is kept; 0 means that Keyturn does not read the System Log. */
  usageKeepDays: z.number().int().min(0).max(730),
  /** The port at 127.0.0.1 where programs on this computer find Keyturn while it serves a token to programs. */
  programsPort: z.number().int().min(1024).max(65535),
  /** Whether Keyturn looks for newer versions, where it can replace itself. */
  lookForUpdates: flag,
});
export type Settings = z.infer<typeof settings>;

/** What the policy of this computer's organisation says. It is stricter than the person's own settings, or as strict. */
export const policyView = z.object({
  /** The place of the policy. */
  from: text(300),
  /** Why Keyturn cannot read the policy. The policy then forbids everything that a policy can forbid. */
  problem: text(500).nullable(),
  /** The hosts of the only orgs that Keyturn may call. Null allows all orgs. */
  allowedOrgs: z.array(text(300)).nullable(),
  /** The longest time without use before a lock; null when the policy does not say. */
  lockAfterMinutes: whole.nullable(),
  lockOnSuspend: flag,
  lockOnScreenLock: flag,
  /** Whether values may be copied, and whether programs may use tokens. */
  copy: flag,
  programs: flag,
  /** Whether the demo may be started. */
  demo: flag,
  /** Whether Keyturn may look for newer versions. */
  updates: flag,
});
export type PolicyView = z.infer<typeof policyView>;

/** Settings as the page shows them, with the contents of the extra CA file and the options of the command line. */
export const settingsView = settings.extend({
  extraCa: z.object({ certificates: whole, sentence: text(900), ok: flag }).nullable(),
  /** How the file differs from the trusted copy; null when it does not. `usable` means that the person can trust the new contents. */
  extraCaChange: z.object({ sentence: text(1_000), usable: flag }).nullable(),
  /** Whether this system reports a screen lock, and when, or why not. Without a report `lockOnScreenLock` does nothing. */
  screenLock: z.object({ available: flag, sentence: text(300) }),
  /** Whether `--extra-ca` was given. It applies to this run; the Settings entry shows it and cannot change it. */
  extraCaFromCommandLine: flag,
  /** Whether the person chose another language since Keyturn started. Only the next start speaks it. */
  languageAtNextStart: flag,
  /** The policy of this computer's organisation; null when there is none. */
  policy: policyView.nullable(),
});
export type SettingsView = z.infer<typeof settingsView>;

/** The methods of `settings`. */
export const settingsMethods = {
  get: method('The Settings page and the theme.', nothing, settingsView),
  set: method(
    'Change settings, except the extra CA file (see `chooseExtraCa`). A system dialog confirms another proxy.',
    z.strictObject({ change: settings.omit({ extraCaFile: true }).partial().strict() }),
    settingsView,
  ),
  chooseExtraCa: method(
    'Choose a file of certificates, PEM or DER, in a system dialog. Keyturn keeps its certificates as they are at that moment.',
    nothing,
    settingsView,
  ),
  takeExtraCa: method(
    'Trust the present contents of the chosen file instead of the kept ones. A system dialog shows them first.',
    nothing,
    settingsView,
  ),
  removeExtraCa: method('Trust only the system’s certificates again.', nothing, settingsView),
} as const;

/** The events of `settings`. */
export const settingsEvents = {
  settingsChanged: settingsView,
} as const;
