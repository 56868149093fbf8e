import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { allowedLicences, bundled, root } from '../../../tools/supply/bundled.ts';
import { makeSbom } from '../../../tools/supply/make-sbom.ts';

/** The packages that the app's own files import, types aside; the licences must cover each. */
function imported(): string[] {
  const names = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /(?:^(?:import|export|\}) (?!type)(?:[^'\n]*from )?|import\()'([^'.][^']*)'/gm,
      ),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && name !== 'electron')
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(names)].sort();
}

describe('the licences of the bundled packages', () => {
  it('are all allowed, each with its text', () => {
    for (const { name, licence, text } of bundled()) {
      expect([...allowedLicences], name).toContain(licence);
      expect(text.length, name).toBeGreaterThan(200);
    }
  });

  it('leave out no package that the app imports', () => {
    const listed = bundled().map(({ name }) => name);
    const wanted = imported();
    expect(wanted.length).toBeGreaterThan(8);
    expect(listed).toEqual(expect.arrayContaining(wanted));
  });
});

describe('the list of components', () => {
  const sbom = makeSbom();

  it('is valid CycloneDX 1.5', () => {
    const schemas = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    // Two that ajv-formats does not know; the addresses in the list are plain ones.
    ajv.addFormat('iri-reference', /^\S+$/).addFormat('idn-email', /^\S+@\S+$/);
    for (const part of ['spdx', 'jsf-0.82']) {
      ajv.addSchema({ ...schema(part), $id: `http://cyclonedx.org/schema/${part}.SNAPSHOT.schema.json` });
    }
    const validate = ajv.compile(schema('bom-1.5'));
    validate(sbom);
    expect(validate.errors).toBeNull();
    expect(validate({ ...sbom, specVersion: 15 })).toBe(false);
  });

  it('has Electron and every bundled package once, and nothing that only builds or tests', () => {
    const names = sbom.components.map(({ name, version }) => `${name}@${version}`).sort();
    const electron = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;
    expect(names).toEqual(
      [...bundled().map(({ name, version }) => `${name}@${version}`), `electron@${electron}`].sort(),
    );
  });
});
