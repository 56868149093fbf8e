import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/main/base/clock.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { OrgStore } from '../../src/main/features/orgs/store.ts';
import { TestDesk } from '../../src/main/features/testing/desk.ts';
import { TestStore } from '../../src/main/features/testing/store.ts';
import { TokenStore } from '../../src/main/features/tokens/store.ts';
import { OktaClient } from '../../src/main/okta/client.ts';
import { Vault } from '../../src/main/vault/vault.ts';
import { temporaryFolder } from '../../tests/support/launch.ts';
import { identity, profile } from '../../tests/unit/main/samples.ts';
import { MemoryKeyring, quiet } from '../../tests/unit/vault/memory-keyring.ts';
import { type Figure, figureOf } from './figure.ts';

const root = join(import.meta.dirname, '../..');
const latencyMs = 40;
const orgsAtOnce = 10;
const tokensPerOrg = 50;
const tokens = orgsAtOnce * tokensPerOrg;
const runs = 3;
const curls = 25;
/** A limit that one Test all exceeds: it needs 100 calls a minute. Keyturn leaves a tenth to other programs, which is 72 calls in the first minute. */
const lowLimit = 80;

interface Org {
  readonly origin: string;
  readonly port: number;
  readonly values: readonly string[];
}

/** The process that plays Okta, and what it answers. */
class ManyOrgs {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly caFile: string;

  constructor(folder: string, orgs: number) {
    this.caFile = join(folder, 'ca.pem');
    const wanted = [orgs, tokensPerOrg, latencyMs].map(String);
    this.#process = spawn(process.execPath, ['tools/bench/many-orgs.ts', ...wanted, this.caFile], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (this.#process.stdout === null) throw new Error('The orgs have no output.');
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async orgs(): Promise<Org[]> {
    return JSON.parse((await this.#lines.next()).value);
  }

  /** Returns the number of requests to each org so far. `limit` is the most calls a minute from now on. */
  async requests(limit?: number): Promise<number[]> {
    this.#process.stdin?.write(`${limit ?? ''}\n`);
    return JSON.parse((await this.#lines.next()).value);
  }

  end(): void {
    this.#process.kill();
  }
}

/** Keyturn's part without a window: the real vault, client and Test all, which keeps each result. Returns the milliseconds of one Test all. */
async function keyturn(orgs: readonly Org[], folder: string, caPem: string) {
  const vault = new Vault({
    folder: join(folder, orgs[0]?.port.toString() ?? ''),
    keyring: new MemoryKeyring(),
    clock: systemClock,
    log: quiet,
  });
  await vault.start();
  const client = new OktaClient({
    clock: systemClock,
    version: '0.0.0-bench',
    network: () => ({ extraCaPem: caPem, proxy: { mode: 'none' } }),
    log: { note: () => undefined },
  });
  const store = new TokenStore(vault);
  const tests = new TestStore(vault);
  const orgStore = new OrgStore(vault);
  const all = vault.transaction(() =>
    orgs.flatMap(({ origin, values }) => {
      const orgId = orgStore.keep({ ...identity(new URL(origin).host), origin }, 0);
      return values.map((value, n) => ({
        tokenId: store.add(orgId, origin, profile(`bench ${n}`), Secret.fromText(value), 0),
        origin,
      }));
    }),
  );
  const originOf = new Map(all.map(({ tokenId, origin }) => [tokenId, origin]));
  let ended = (_accepted: number) => {};
  let accepted = 0;
  const desk = new TestDesk({
    client,
    clock: systemClock,
    publish: (event, payload) => {
      const isOver = event === 'jobChanged' && 'kind' in payload && payload.kind === 'test-all';
      if (isOver && 'state' in payload && payload.state === 'done') ended(accepted);
    },
    testable: (tokenId) => ({
      origin: originOf.get(tokenId) ?? '',
      secret: store.secretOf(tokenId),
      valueNo: 1,
      known: () => ({ oktaTokenId: null, network: null, others: [] }),
    }),
    all: () => all,
    others: () => [],
    isPresent: () => true,
    transaction: (work) => vault.transaction(work),
    keep: (tokenId, record, valueNo) => {
      if (record.outcome.kind === 'accepted') accepted++;
      tests.keep(tokenId, record, valueNo);
    },
    onTrouble: (error) => {
      throw error;
    },
  });
  return {
    async testAll(): Promise<number> {
      accepted = 0;
      const began = performance.now();
      const over = new Promise<number>((resolve) => {
        ended = resolve;
      });
      desk.testAll();
      const working = await over;
      if (working !== all.length) throw new Error(`Okta accepted ${working} of ${all.length} tokens.`);
      return performance.now() - began;
    },
    async end(): Promise<void> {
      await client.close();
      vault.close();
    },
  };
}

/** Returns the milliseconds that a loop of curl takes for all tokens: one call for each, of which some are made. */
function curlLoop(orgs: readonly Org[], caFile: string): number {
  const began = performance.now();
  for (let n = 0; n < curls; n++) {
    const { origin = '', port, values = [] } = orgs[n % orgs.length] ?? {};
    const { status } = spawnSync('curl', [
      ...['--silent', '--fail', '--noproxy', '*', '--cacert', caFile],
      ...['--resolve', `${new URL(origin).hostname}:${port}:127.0.0.1`],
      ...['--header', `Authorization: SSWS ${values[n % values.length]}`, `${origin}/api/v1/users/me`],
    ]);
    if (status !== 0) throw new Error(`curl ended with ${status}.`);
  }
  return ((performance.now() - began) / curls) * tokens;
}

/** Makes the same calls with Okta's own client, in a process of its own. */
async function bySdk(orgs: readonly Org[], folder: string, caFile: string): Promise<void> {
  const child = spawn(process.execPath, ['tools/bench/test-by-sdk.ts'], {
    cwd: root,
    stdio: ['pipe', 'ignore', 'inherit'],
    // The client also reads ~/.okta; this home has none.
    env: { HOME: folder, PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: caFile },
  });
  child.stdin?.end(
    JSON.stringify(orgs.map(({ port, values }) => ({ orgUrl: `https://localhost:${port}`, values }))),
  );
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`Okta’s client ended with ${status}.`);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Test all of 500 tokens in 10 orgs. R28: against a loop of curl, within Okta's usual limits. R27 and R29: in orgs whose limit is lower than what
 * Test all needs in a minute, against the wait that the limit asks for, and against the requests of Okta's own client.
 */
export default async function testAll(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const okta = new ManyOrgs(folder.path, 3 * orgsAtOnce);
  try {
    const orgs = await okta.orgs();
    const [usual, low, theirs] = [0, 1, 2].map((n) => orgs.slice(n * orgsAtOnce, (n + 1) * orgsAtOnce));
    if (usual === undefined || low === undefined || theirs === undefined)
      throw new Error('There are no orgs.');
    const caPem = readFileSync(okta.caFile, 'utf8');
    const fast: number[] = [];
    const first = await keyturn(usual, folder.path, caPem);
    for (let run = 0; run < runs; run++) {
      const ours = await first.testAll();
      fast.push(ours / curlLoop(usual, okta.caFile));
    }
    await first.end();

    await okta.requests(lowLimit);
    const second = await keyturn(low, folder.path, caPem);
    const [took] = await Promise.all([second.testAll(), bySdk(theirs, folder.path, okta.caFile)]);
    await second.end();
    const requests = await okta.requests();
    const requestsOf = (n: number) => sum(requests.slice(n * orgsAtOnce, (n + 1) * orgsAtOnce));
    return [
      figureOf(
        {
          id: 'R27',
          what: `Test all of ${tokens} tokens in ${orgsAtOnce} orgs that allow ${lowLimit} of the 100 calls in a minute`,
          goal: 1.15,
          against: 'the minute that the limit asks to wait',
        },
        [took / 60_000],
      ),
      figureOf(
        {
          id: 'R28',
          what: `Test all of ${tokens} tokens in ${orgsAtOnce} orgs ${latencyMs} ms away`,
          goal: 1 / 20,
          against: `a loop of curl with one call for each token (${curls} of them, times ${tokens / curls})`,
        },
        fast,
      ),
      figureOf(
        {
          id: 'R29',
          what: `requests of Test all in orgs that allow ${lowLimit} of the 100 calls in a minute`,
          goal: 0.999,
          against: '@okta/okta-sdk-nodejs with the same calls',
        },
        [requestsOf(1) / requestsOf(2)],
      ),
    ];
  } finally {
    okta.end();
    folder.remove();
  }
}
