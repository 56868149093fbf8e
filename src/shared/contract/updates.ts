import { z } from 'zod';
import { done, method, nothing, text, time } from './shapes.ts';

/** Why Keyturn does not look for updates. */
export const updatesOff = z.enum([
  'policy',
  'setting',
  /** It was started from a checkout. */
  'development',
  /** The system's package manager brings new versions. */
  'package',
  /** A portable program cannot replace itself. */
  'portable',
  /** Nobody signed it, so nothing can say whether another one is by the same people. */
  'unsigned',
  'demo',
]);
export type UpdatesOff = z.infer<typeof updatesOff>;

/** What is known of updates. */
export const updatesView = z.object({
  /** Why Keyturn does not look; null when it does. */
  off: updatesOff.nullable(),
  /** `looking` includes the download. `ready`: the next version is here, and its signature or checksum was right. */
  state: z.enum(['idle', 'looking', 'ready', 'failed']),
  /** The version that is ready, or null. */
  version: text(40).nullable(),
  /** When Keyturn last got an answer, or null. */
  lookedAt: time.nullable(),
});
export type UpdatesView = z.infer<typeof updatesView>;

/** The methods of `updates`. */
export const updatesMethods = {
  view: method('What Settings shows of updates.', nothing, updatesView),
  look: method('Look for a newer version now, and download it.', nothing, updatesView),
  restart: method(
    'Restart Keyturn, so that another language applies. It is refused while a step of a rotation or a job runs.',
    nothing,
    done,
  ),
  install: method(
    'Restart with the version that is ready. It is refused while a step of a rotation or a job runs.',
    nothing,
    done,
  ),
} as const;

/** The events of `updates`. */
export const updatesEvents = {
  updatesChanged: updatesView,
} as const;
