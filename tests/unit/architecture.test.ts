import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/.bin/biome');

/** What the linter, with the project's own rules, says of each file of `samples` in a tree of their own; one run for all of them. */
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
  ['src/main/tokens/sample.ts', 'electron'],
  ['src/main/okta/sample.ts', 'electron/main'],
  ['src/main/compose.ts', 'electron'],
  ['src/main/ipc/sample.ts', 'electron'],
  ['src/main/tokens/sample.ts', '../wizard/drafts.ts'],
  ['src/main/wizard/sample.ts', '../testing/checks.ts'],
  ['src/main/diagnosis/sample.ts', '../testing/checks.ts'],
  ['src/main/programs/sample.ts', '../tokens/token-store.ts'],
  ['src/renderer/programs/sample.ts', '../tokens/tokens-store.ts'],
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
  ['src/main/usage/sample.ts', '../tokens/token-store.ts'],
  ['src/renderer/usage/sample.ts', '../tokens/tokens-store.ts'],
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
  });
});
