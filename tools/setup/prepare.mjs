import { build } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { fail } from './shell.mjs';
import { ensureSystem } from './system.mjs';

/** Does the whole set-up of a command that runs the app in its own keyring session: packages, system, bundles. */
export async function prepare() {
  await ensurePackages();
  await ensureSystem(['chromium', 'display', 'bus', 'keyring', 'fonts']);
  const problem = await build();
  if (problem !== null) fail(`The build failed:\n${problem}`);
}
