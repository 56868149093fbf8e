import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/.bin/biome');

/** What the linter, with the project's own rules, says of each file of `samples` in a tree of their own. */
function lint(samples: readonly (readonly [path: string, imported: string])[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'keyturn-lint-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(tree, 'biome.json'));
    return samples.map(([path, imported], n) => {
      const file = join(tree, path.replace('sample', `sample${n}`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { it } from '${imported}';\nexport const used = it;\n`);
      const run = spawnSync(biome, ['lint', '--vcs-enabled=false', '--colors=off', file], {
        cwd: tree,
        encoding: 'utf8',
      });
      rmSync(file);
      return `${run.stdout}\n${run.stderr}`;
    });
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const refused: readonly (readonly [path: string, imported: string])[] = [
  ['src/main/tokens/sample.ts', 'electron'],
  ['src/main/okta/sample.ts', 'electron/main'],
  ['src/main/compose.ts', 'electron'],
  ['src/main/ipc/sample.ts', 'electron'],
  ['src/main/tokens/sample.ts', '../wizard/drafts.ts'],
  ['src/main/wizard/sample.ts', '../testing/checks.ts'],
  ['src/main/diagnosis/sample.ts', '../testing/checks.ts'],
  ['src/main/vault/sample.ts', '../tokens/token-store.ts'],
  ['src/main/okta/sample.ts', '../testing/checks.ts'],
  ['src/main/platform/sample.ts', '../tokens/token-store.ts'],
  ['src/main/tokens/sample.ts', '../../renderer/bridge.ts'],
  ['src/renderer/tokens/sample.ts', 'electron'],
  ['src/renderer/tokens/sample.ts', '../../main/failed.ts'],
  ['src/renderer/app/sample.ts', 'zod'],
  ['src/renderer/app/sample.ts', 'node:fs'],
  ['src/renderer/tokens/sample.ts', '../wizard/wizard-store.ts'],
  ['src/renderer/diagnosis/sample.ts', '../wizard/wizard-store.ts'],
  ['src/renderer/wizard/sample.ts', '../app/app.tsx'],
  ['src/preload/sample.ts', 'zod'],
  ['src/preload/sample.ts', 'node:fs'],
  ['src/shared/sample.ts', '../main/failed.ts'],
  ['src/shared/sample.ts', 'node:fs'],
];

const allowed: readonly (readonly [path: string, imported: string])[] = [
  ['src/main/platform/sample.ts', 'electron'],
  ['src/main/index.ts', 'electron'],
  ['src/main/compose.ts', './tokens/token-store.ts'],
  ['src/main/tokens/sample.ts', '../vault/vault.ts'],
  ['src/main/testing/sample.ts', '../okta/client.ts'],
  ['src/main/wizard/sample.ts', './drafts.ts'],
  ['src/renderer/app/sample.ts', '../tokens/token-list.tsx'],
  ['src/renderer/tokens/sample.ts', '../ui/button.tsx'],
  ['src/preload/sample.ts', 'electron'],
];

describe('imports point one way, by the linter', () => {
  it('refuses each import that goes against it', () => {
    const said = lint(refused);
    expect(refused.filter((_sample, n) => !said[n]?.includes('noRestrictedImports'))).toEqual([]);
  });

  it('lets the imports of the design pass', () => {
    const said = lint(allowed);
    expect(allowed.filter((_sample, n) => said[n]?.includes('noRestrictedImports'))).toEqual([]);
    expect(said.every((text) => text.includes('Checked 1 file'))).toBe(true);
  });
});
