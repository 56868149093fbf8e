import { z } from 'zod';
import { done, method, nothing } from './shapes.ts';

/** A package that is bundled into the app. */
export const licence = z.object({
  name: z.string(),
  version: z.string(),
  /** The SPDX name, such as `MIT`; null when the package names none. */
  licence: z.string().nullable(),
  text: z.string(),
});
export type Licence = z.infer<typeof licence>;

/** The methods of `app`. */
export const appMethods = {
  info: method(
    'The version and the system, for About and reports.',
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['Electron', 'Chromium host']),
      platform: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      /** Whether this is the demo, whose orgs are on this computer. */
      demo: z.boolean(),
      /** Whether the person has not yet seen the news of this version. */
      news: z.boolean(),
    }),
  ),
  copyText: method(
    'Copy a name or a request id. The page itself has no clipboard permission.',
    z.strictObject({
      text: z.string().min(1).max(2000),
      /** Whether the text opens something. Keyturn then clears it from the clipboard by itself. */
      secret: z.boolean().optional(),
    }),
    done,
  ),
  licences: method('The licences of the bundled packages, for About.', nothing, z.array(licence)),
  noteActivity: method('Restart the lock timer, because the person is here.', nothing, done),
  openDoc: method(
    'Open one of a fixed list of pages in the browser. The window sends a key, never a URL.',
    z.strictObject({ doc: z.enum(['okta-create-token', 'okta-api-tokens', 'keyring-help']) }),
    done,
  ),
  startDemo: method(
    'Start the demo in a window of its own, with a vault of its own. A running demo comes to the front.',
    nothing,
    done,
  ),
  seeNews: method('Note that the person has seen the news of this version.', nothing, done),
} as const;

/** The events of `app`. */
export const appEvents = {
  /** A sentence that the window shows in its corner. */
  warning: z.object({ sentence: z.string().max(600), remedy: z.string().max(400) }),
  clipboardCleared: z.object({ reason: z.enum(['time', 'lock', 'changed', 'quit']) }),
  command: z.object({
    name: z.enum(['add-token', 'test-all', 'settings', 'tokens', 'find', 'palette', 'upcoming']),
  }),
} as const;
