import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { bundled, root } from '../../../tools/supply/bundled.ts';
import { knownVulnerabilities } from '../../../tools/supply/known-vulnerabilities.ts';

let registry: Server;
afterEach(() => registry?.close());

/** Runs the real `npm audit` through `npm run audit`, against a registry on this computer with these advisories. null: it takes no audits. */
async function audit(advisories: object | null): Promise<{ code: number; text: string }> {
  registry = createServer((request, response) => {
    request.resume().on('end', () => {
      const asked = request.url === '/-/npm/v1/security/advisories/bulk';
      response.statusCode = asked ? (advisories === null ? 405 : 200) : 404;
      response.end(JSON.stringify(asked ? advisories : {}));
    });
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const cache = mkdtempSync(join(tmpdir(), 'keyturn-audit-'));
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
    npm_config_cache: cache,
    npm_config_fetch_retries: '0',
  };
  try {
    return await new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(root, 'tools/supply/audit.ts')],
        { env, cwd: root },
        (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), text: `${out}${err}` }),
      );
    });
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

const about = (title: string) => ({
  id: 1,
  url: 'https://github.com/advisories/GHSA-0000-0000-0000',
  title,
  severity: 'high',
  vulnerable_versions: '<999',
});

it('reports a vulnerability of a package in the app, and ends with 1', async () => {
  const { code, text } = await audit({ zustand: [about('Leaks')], vitest: [about('Hangs')] });
  expect(text).toMatch(/^Known vulnerabilities in the app: 1\. Only in what builds or tests it: 1\.$/m);
  expect(text).toContain('app  high  zustand  Leaks  https://github.com/advisories/');
  expect(text).toContain('tools  high  vitest  Hangs');
  expect(code).toBe(1);
});

it('ends with 0 when only tools are affected, also those of the package electron', async () => {
  const { code, text } = await audit({ '@electron/get': [about('Follows a redirect')] });
  expect(text).toMatch(/^Known vulnerabilities in the app: 0\. Only in what builds or tests it: 1\.$/m);
  expect(code).toBe(0);
});

it('knows nothing where the registry takes no audits, and ends with 2', async () => {
  const { code, text } = await audit(null);
  expect(text).toContain('nothing is known');
  expect(code).toBe(2);
});

it('tells the copy in the app from another version of the same package', () => {
  const { version = '' } = bundled().find(({ name }) => name === 'undici') ?? {};
  const lock = {
    packages: {
      'node_modules/undici': { version },
      'node_modules/a/node_modules/undici': { version: '5.0.0' },
    },
  };
  const known = (node: string) =>
    knownVulnerabilities(
      { vulnerabilities: { undici: { via: [about('Smuggles')], nodes: [node] } } },
      lock,
      new Set([`undici@${version}`]),
    ).map(({ inApp }) => inApp);
  expect(known('node_modules/undici')).toEqual([true]);
  expect(known('node_modules/a/node_modules/undici')).toEqual([false]);
});
