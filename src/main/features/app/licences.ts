import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Licence, licence } from '../../../shared/contract/app.ts';
import { Failed } from '../../base/failure.ts';
import { codeOf } from '../../base/files.ts';
import { words } from './words.ts';

/** The form that Vite writes beside each bundle (build.license). */
const written = z.array(licence.omit({ licence: true }).extend({ identifier: licence.shape.licence }));

/**
 * Returns the packages bundled into the app, with their licences, by name. `bundles` is the folder of the built bundles. Throws Failed
 * `file` when the build did not write them.
 */
export function bundledLicences(bundles: string): Licence[] {
  const all = ['main', 'preload', 'renderer'].flatMap((bundle) => {
    const path = join(bundles, bundle, 'licences.json');
    try {
      return written.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      throw new Failed('file', words.licences.notHere, words.licences.installAgain, codeOf(error));
    }
  });
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()]
    .map(({ identifier, ...one }) => ({ ...one, licence: identifier }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}
