/** `npm run sbom`: writes the CycloneDX list of the app's parts to out/sbom.cdx.json. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundled.ts';
import { makeSbom } from './make-sbom.ts';

const path = join(root, 'out/sbom.cdx.json');
const sbom = makeSbom();
writeFileSync(path, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${sbom.components.length} components in ${path}.`);
