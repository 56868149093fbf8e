import { build } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { fail, node24, run } from './shell.mjs';

await ensurePackages();
const problem = await build();
if (problem !== null) fail(problem);
process.exit(await run(node24(), ['tools/packaging/pack.ts', ...process.argv.slice(2)]));
