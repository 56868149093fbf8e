import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bundled, root } from './bundled.ts';

const component = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() });
const npmSbom = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * Returns the CycloneDX list of the app's parts: npm's own list of the whole tree (`npm sbom`), without packages that only build or test
 * the app. The bundled packages and Electron remain. Throws when npm fails or its list lacks a bundled package.
 */
export function makeSbom(): z.infer<typeof npmSbom> {
  const npm = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
    // When the packages are a link, npm finds them only at its target.
    cwd: dirname(realpathSync(join(root, 'node_modules'))),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error(`npm sbom failed: ${npm.stderr.slice(-500)}`);
  const all = npmSbom.parse(JSON.parse(npm.stdout));
  const wanted = new Set(bundled().map(({ name, version }) => `${name}@${version}`));
  const isElectron = ({ name }: { name: string }) => name === 'electron';
  const components = all.components.filter(
    (one) => isElectron(one) || wanted.has(`${one.name}@${one.version}`),
  );
  for (const one of wanted) {
    if (!components.some(({ name, version }) => `${name}@${version}` === one))
      throw new Error(`npm does not list ${one}.`);
  }
  const app = all.metadata.component['bom-ref'];
  const refs = new Set([app, ...components.map((one) => one['bom-ref'])]);
  return {
    ...all,
    // npm uses the folder's name as the app's name.
    metadata: { ...all.metadata, component: { ...all.metadata.component, name: 'keyturn' } },
    components: components.map((one) => ({ ...one, scope: 'required' })),
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) })),
  };
}
