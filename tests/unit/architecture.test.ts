import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/.bin/biome');

/** Returns the linter's reports on each file of `samples`, by the project's own rules, in a tree of their own and one run. */
function lint(samples: readonly (readonly [path: string, imported: string])[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'keyturn-lint-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(tree, 'biome.json'));
    const files = samples.map(([path, imported], n) => {
      const file = path.replace('sample', `sample${n}`);
      mkdirSync(join(tree, dirname(file)), { recursive: true });
      writeFileSync(join(tree, file), `import { it } from '${imported}';\nexport const used = it;\n`);
      return file;
    });
    const run = spawnSync(
      biome,
      ['lint', '--vcs-enabled=false', '--colors=off', '--max-diagnostics=none', 'src'],
      {
        cwd: tree,
        encoding: 'utf8',
      },
    );
    const said = `${run.stdout}\n${run.stderr}`;
    expect(said).toContain(`Checked ${new Set(files).size} files`);
    // A finding begins with its file, line, column and rule.
    return files.map((file) =>
      said
        .split('\n')
        .filter((line) => line.startsWith(`${file}:`))
        .join('\n'),
    );
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const refused: readonly (readonly [path: string, imported: string])[] = [
  ['src/main/features/tokens/sample.ts', 'electron'],
  ['src/main/features/tokens/sample.ts', '../wizard/store.ts'],
  ['src/main/features/tokens/sample.ts', '../../capture/take.ts'],
  ['src/main/features/tokens/sample.ts', '../../platform/tray.ts'],
  ['src/main/features/tokens/sample.ts', '../../app/house.ts'],
  ['src/main/features/tokens/sample.ts', '../../../renderer/bridge.ts'],
  ['src/main/features/usage/rules/sample.ts', '../../tokens/store.ts'],
  ['src/main/features/brand-new/sample.ts', '../tokens/store.ts'],
  ['src/main/capture/sample.ts', 'electron'],
  ['src/main/capture/sample.ts', '../features/tokens/store.ts'],
  ['src/main/okta/sample.ts', 'electron/main'],
  ['src/main/okta/sample.ts', '../features/testing/checks.ts'],
  ['src/main/okta/sample.ts', '../vault/vault.ts'],
  ['src/main/vault/sample.ts', '../features/tokens/store.ts'],
  ['src/main/vault/sample.ts', '../okta/client.ts'],
  ['src/main/base/sample.ts', '../vault/vault.ts'],
  ['src/main/base/sample.ts', 'electron'],
  ['src/main/app/compose.ts', 'electron'],
  ['src/main/app/sample.ts', '../start/index.ts'],
  ['src/main/ipc/sample.ts', 'electron'],
  ['src/main/ipc/sample.ts', '../app/compose.ts'],
  ['src/main/platform/sample.ts', '../features/tokens/store.ts'],
  ['src/renderer/tokens/sample.ts', 'electron'],
  ['src/renderer/tokens/sample.ts', '../../main/base/failure.ts'],
  ['src/renderer/tokens/sample.ts', '../wizard/wizard-store.ts'],
  ['src/renderer/tokens/sample.ts', '../programs/door-card.tsx'],
  ['src/renderer/tokens/sample.ts', '../service/oauth-tab.tsx'],
  ['src/renderer/brand-new/sample.ts', '../tokens/tokens-store.ts'],
  ['src/renderer/ui/sample.ts', '../tokens/tokens-store.ts'],
  ['src/renderer/wizard/sample.ts', '../app/app.tsx'],
  ['src/renderer/app/sample.ts', 'zod'],
  ['src/renderer/app/sample.ts', 'node:fs'],
  ['src/preload/sample.ts', 'zod'],
  ['src/preload/sample.ts', 'node:fs'],
  ['src/shared/sample.ts', '../main/base/failure.ts'],
  ['src/shared/sample.ts', 'node:fs'],
];

const allowed: readonly (readonly [path: string, imported: string])[] = [
  ['src/main/platform/sample.ts', 'electron'],
  ['src/main/start/index.ts', 'electron'],
  ['src/main/app/compose.ts', '../features/tokens/store.ts'],
  ['src/main/features/tokens/sample.ts', '../../vault/vault.ts'],
  ['src/main/features/testing/sample.ts', '../../okta/client.ts'],
  ['src/main/features/wizard/sample.ts', '../../capture/take.ts'],
  ['src/main/features/wizard/sample.ts', './store.ts'],
  ['src/main/features/usage/rules/sample.ts', '../day-use.ts'],
  ['src/renderer/app/sample.ts', '../tokens/token-list.tsx'],
  ['src/renderer/tokens/sample.ts', '../ui/button.tsx'],
  ['src/preload/sample.ts', 'electron'],
];

describe('the linter makes imports point one way', () => {
  it('refuses each import against the direction', () => {
    const said = lint(refused);
    expect(refused.filter((_sample, n) => !said[n]?.includes('noRestrictedImports'))).toEqual([]);
  });

  it('accepts the imports of the design', () => {
    const said = lint(allowed);
    expect(allowed.filter((_sample, n) => said[n]?.includes('noRestrictedImports'))).toEqual([]);
  });

  it('has a rule for every folder with code in it, so that nobody adds a folder without saying what it may import', () => {
    const folders = new Set(
      globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => dirname(file).replaceAll('\\', '/')),
    );
    expect(folders.size).toBeGreaterThan(30);
    const said = lint([...folders].map((folder) => [`${folder}/sample.ts`, 'a-package-of-nobody'] as const));
    expect([...folders].filter((_folder, n) => !said[n]?.includes('noRestrictedImports'))).toEqual([]);
  });
});
