import { join } from 'node:path';
import { bundledLicences } from '../../src/main/features/app/licences.ts';

/** The folder of the checkout. */
export const root = join(import.meta.dirname, '../..');

/** The SPDX licences that a package in the app may have. Each allows distribution of the app together with the licence text. */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  // Fonts.
  'OFL-1.1',
]);

/** Returns the packages in the built bundles. Throws Failed `file` when there is no build. */
export const bundled = () => bundledLicences(join(root, 'out'));
