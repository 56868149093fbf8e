import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planSigning } from '../../../tools/packaging/signing.ts';

const certificate = { CSC_LINK: 'x.p12', CSC_KEY_PASSWORD: 'p' };
const notary = { APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i', APPLE_API_ISSUER: 's' };

it.each<[platform: string, env: Record<string, string>, missing: RegExp[]]>([
  ['darwin', {}, [/Developer ID Application/, /APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER/]],
  ['darwin', certificate, [/notary service/]],
  ['darwin', notary, [/Developer ID Application/]],
  ['darwin', { ...certificate, ...notary }, []],
  ['darwin', { CSC_NAME: 'Acme', APPLE_KEYCHAIN_PROFILE: 'p' }, []],
  ['darwin', { CSC_NAME: 'Acme', APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'p', APPLE_TEAM_ID: 't' }, []],
  ['darwin', { CSC_NAME: 'Acme', APPLE_ID: 'a' }, [/: APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID$/]],
  ['darwin', { CSC_NAME: 'Acme', APPLE_API_KEY: 'k', APPLE_API_ISSUER: 's' }, [/: APPLE_API_KEY_ID$/]],
  ['darwin', { CSC_LINK: 'x', ...notary }, [/CSC_KEY_PASSWORD/]],
  // As a workflow gives a secret that nobody has set.
  ['darwin', { CSC_LINK: '', CSC_KEY_PASSWORD: '', ...notary }, [/Developer ID Application/]],
  ['win32', {}, [/code signing certificate/]],
  ['win32', { WIN_CSC_LINK: 'x' }, [/WIN_CSC_KEY_PASSWORD/]],
  ['win32', { WIN_CSC_LINK: 'x', WIN_CSC_KEY_PASSWORD: 'p' }, []],
  ['win32', certificate, []],
  ['win32', { WIN_CSC_LINK: ' ' }, [/code signing certificate/]],
])('%s with %j', (platform, env, missing) => {
  const plan = planSigning(platform, env, false);
  expect(plan.kind).toBe(missing.length === 0 ? 'signed' : 'impossible');
  const said = plan.kind === 'impossible' ? plan.missing : [];
  expect(said).toHaveLength(missing.length);
  for (const [index, words] of missing.entries()) expect(said[index]).toMatch(words);
});

it('makes an unsigned package only on request', () => {
  const names = [...Object.keys(certificate), ...Object.keys(notary), 'WIN_CSC_LINK', 'APPLE_ID', 'CSC_NAME'];
  const env = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', ' ', 'x'));
  fc.assert(
    fc.property(fc.constantFrom('darwin', 'win32'), env, (platform, some) => {
      expect(planSigning(platform, some, true).kind).toBe('unsigned');
      expect(planSigning(platform, some, false).kind).not.toBe('unsigned');
    }),
  );
});

it('says what is missing before it packs anything, and never prints a setting', () => {
  const run = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../tools/packaging/pack.ts'), '--mac'],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', CSC_LINK: 'canary-of-a-link', APPLE_ID: 'canary-of-an-id' },
    },
  );
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('The packages cannot be signed. Missing:\n');
  expect(run.stderr).toContain('CSC_KEY_PASSWORD');
  expect(run.stderr).toContain('--unsigned');
  expect(run.stdout + run.stderr).not.toContain('canary');
});
