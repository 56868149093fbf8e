import { build } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { fail } from './shell.mjs';
import { ensureSystem } from './system.mjs';

/** All set-up of a command that runs the app in a keyring session of its own: packages, system, bundles. */
export async function prepare() {
  await ensurePackages();
  await ensureSystem(['chromium', 'display', 'bus', 'keyring', 'fonts']);
  const problem = await build();
  if (problem !== null) fail(`The build failed:\n${problem}`);
}
