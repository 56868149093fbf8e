/**
 * `npm run audit`: asks the registry for known vulnerabilities and lists those in the app separately from those in build and test tools.
 * Exits with 1 when one is in the app, and with 2 when the registry does not answer.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled, root } from './bundled.ts';
import { auditReport, knownVulnerabilities, lockFile } from './known-vulnerabilities.ts';

const npm = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const answer = auditReport.safeParse(JSON.parse(npm.stdout || 'null'));
if (answer.success) {
  const lock = lockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const electron = { name: 'electron', version: lock.packages['node_modules/electron']?.version };
  const inApp = new Set([electron, ...bundled()].map(({ name, version }) => `${name}@${version}`));
  const found = knownVulnerabilities(answer.data, lock, inApp);
  const ours = found.filter((one) => one.inApp);
  console.log(
    `Known vulnerabilities in the app: ${ours.length}. Only in what builds or tests it: ${found.length - ours.length}.`,
  );
  for (const { name, severity, title, url, inApp: isOurs } of found)
    console.log(`${isOurs ? 'app' : 'tools'}  ${severity}  ${name}  ${title}  ${url}`);
  process.exitCode = ours.length > 0 ? 1 : 0;
} else {
  console.error(
    'The registry gave no answer to npm audit, so nothing is known. Run it where the registry takes audits.',
  );
  process.exitCode = 2;
}
