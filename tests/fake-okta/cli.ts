/**
 * `node tests/fake-okta/cli.ts [--ca-file FILE] [--latency MS]`: runs two orgs on loopback until it is stopped. The first line on stdout is
 * JSON: the addresses of the orgs, the file with the certificate authority to trust, and the public key pin for browsers.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeOkta } from './server.ts';

const { values } = parseArgs({
  options: { 'ca-file': { type: 'string' }, latency: { type: 'string' } },
});
const fake = await startFakeOkta({ latencyMs: Number(values.latency ?? 0) });
const caFile = values['ca-file'] ?? join(mkdtempSync(join(tmpdir(), 'fake-okta-')), 'ca.pem');
writeFileSync(caFile, fake.caPem);
process.stdout.write(
  `${JSON.stringify({
    caFile,
    orgs: fake.orgs.map(({ org, origin, adminUrl, pins }) => ({
      subdomain: org.subdomain,
      origin,
      adminUrl,
      pins,
      people: org.users.map(({ profile, status, roles }) => ({
        login: profile.login,
        status,
        roles: roles.map(({ label }) => label),
      })),
    })),
  })}\n`,
);
const end = () => void fake.close().then(() => process.exit(0));
process.on('SIGINT', end);
process.on('SIGTERM', end);
// A killed parent closes our input.
process.stdin.on('end', end).resume();
