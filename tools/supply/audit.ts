/**
 * `npm run audit`: asks the registry for known vulnerabilities and lists those in the app separately from those in build and test tools.
 * Exits with 1 when one is in the app, and with 2 when the registry does not answer.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { bundled, root } from './bundled.ts';

const report = z.object({ vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })) });

const npm = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const answer = report.safeParse(JSON.parse(npm.stdout || 'null'));
if (answer.success) {
  const inApp = new Set(['electron', ...bundled().map(({ name }) => name)]);
  const found = Object.entries(answer.data.vulnerabilities);
  const ours = found.filter(([name]) => inApp.has(name));
  console.log(`In the app: ${ours.length}. Only in what builds or tests it: ${found.length - ours.length}.`);
  for (const [name, { severity }] of found)
    console.log(`${inApp.has(name) ? 'app' : 'tools'}  ${severity}  ${name}`);
  process.exitCode = ours.length > 0 ? 1 : 0;
} else {
  console.error(
    'The registry gave no answer to npm audit, so nothing is known. Run it where the registry takes audits.',
  );
  process.exitCode = 2;
}
