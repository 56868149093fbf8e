/**
 * `node tools/bench/many-orgs.ts ORGS TOKENS LATENCY CA_FILE`: runs many orgs on loopback with some tokens each, until its input ends. The first
 * line of output has the orgs. Each line of input is the most calls a minute to /api/v1/users, or empty; the answer is a line with the number of
 * requests that each org has had.
 */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startFakeOkta } from '../../tests/fake-okta/server.ts';

const [orgs = 0, tokens = 0, latencyMs = 0] = process.argv.slice(2, 5).map(Number);
const fake = await startFakeOkta({
  orgs: Array.from({ length: orgs }, (_, n) => ({ subdomain: `org-${n}`, companyName: `Org ${n}` })),
  latencyMs,
});
writeFileSync(process.argv[5] ?? '', fake.caPem);
const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);
say(
  fake.orgs.map(({ org, origin, port }) => ({
    ...{ origin, port },
    values: Array.from(
      { length: tokens },
      (_, n) => org.issueToken({ owner: 'svc-terraform@acme.com', name: `bench ${n}` }).value,
    ),
  })),
);
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== '') for (const { org } of fake.orgs) org.limits.set('/api/v1/users', Number(line));
  say(fake.orgs.map(({ requests }) => requests.length));
}
await fake.close();
process.exit(0);
