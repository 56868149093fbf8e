import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Agent, request } from 'undici';
import { systemClock } from '../../src/main/base/clock.ts';
import { freezeWhole } from '../../src/main/base/frozen.ts';
import { Secret } from '../../src/main/base/secret.ts';
import { createAnswer, type Handlers } from '../../src/main/ipc/router.ts';
import { OktaClient } from '../../src/main/okta/client.ts';
import { redact } from '../../src/main/okta/redact.ts';
import { user } from '../../src/main/okta/schemas.ts';
import { createLog } from '../../src/main/platform/log.ts';
import { methods } from '../../src/shared/contract/methods.ts';
import { startFakeOkta } from '../../tests/fake-okta/server.ts';
import { token } from '../../tests/unit/main/samples.ts';
import { compare, type Figure } from './figure.ts';

const runs = 15;

/** Returns the milliseconds for `times` runs of `once`, one after another. */
async function timed(times: number, once: () => unknown): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < times; n++) await once();
  return performance.now() - began;
}

/**
 * R9: a call whose request and response the contract checks, against the same handler without checks. Both cross processes as in the app.
 */
function router(): Promise<Figure> {
  // As in the app: the list's tokens are frozen, and one of them changed since the last call.
  const tokens = Array.from({ length: 100 }, (_, n) => freezeWhole(token({ label: `service-${n}` })));
  let changed = 0;
  const change = () => {
    tokens[changed % 100] = freezeWhole(token({ label: `service-${changed}` }));
    changed++;
  };
  const handlers = Object.fromEntries(
    Object.entries(methods).map(([feature, table]) => [
      feature,
      Object.fromEntries(Object.keys(table).map((name) => [name, () => tokens])),
    ]),
  ) as unknown as Handlers;
  const answer = createAnswer(handlers, { note: () => undefined });
  const crossed = <T>(value: T): T => deserialize(serialize(value)) as T;
  const checked = async () => {
    change();
    return crossed(await answer('tokens.list', [crossed({})]));
  };
  const raw = async () => {
    change();
    crossed({});
    return crossed({ ok: true, value: await handlers.tokens.list({}) });
  };
  return compare(
    {
      id: 'R9',
      what: 'a call of the bridge that lists 100 tokens, checked on both ways',
      goal: 1.5,
      against: 'the same without checks',
    },
    runs,
    () => timed(100, checked),
    () => timed(100, raw),
  );
}

/** R11: calls one after another over one warm connection, by the Okta client and by undici alone. */
async function http(): Promise<Figure> {
  const fake = await startFakeOkta();
  const { org, port } = fake.org('acme');
  // Not every system resolves names below .localhost.
  const origin = `https://localhost:${port}`;
  const network = { extraCaPem: fake.caPem, proxy: { mode: 'none' } } as const;
  const client = new OktaClient({
    clock: { ...systemClock, now: () => fake.clock.now() },
    version: '0.0.0',
    network: () => network,
    log: { note: () => undefined },
  });
  const { value } = org.issueToken({ owner: 'svc-terraform@acme.com', name: 'bench' });
  const secret = Secret.fromText(value);
  const dispatcher = new Agent({ allowH2: false, connections: 1, connect: { ca: fake.caPem } });
  const path = '/api/v1/users/me';
  const headers = { accept: 'application/json', authorization: `SSWS ${value}` };
  const again = () => fake.clock.advance(60_000);
  try {
    return await compare(
      {
        id: 'R11',
        what: 'a call of the Okta client over a warm connection',
        goal: 1.25,
        against: 'undici alone',
      },
      runs,
      async () => {
        again();
        return timed(20, async () => {
          const answer = await client.call({ origin, secret, path, schema: user, patience: 'none' });
          if (answer.kind !== 'accepted') throw new Error(`The fake Okta answered ${answer.kind}.`);
        });
      },
      async () => {
        again();
        return timed(20, async () => {
          const answer = await request(`${origin}${path}`, { headers, dispatcher });
          if (answer.statusCode !== 200) throw new Error(`The fake Okta answered ${answer.statusCode}.`);
          user.parse(await answer.body.json());
        });
      },
    );
  } finally {
    await client.close();
    await dispatcher.close();
    await fake.close();
  }
}

/** R12: a log line with and without the removal of secrets. */
async function log(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  try {
    const line = (clean: (text: string) => string) => {
      const written = createLog(join(folder, 'bench.log'), systemClock, clean);
      return () =>
        written.note('ipc.unexpected', {
          name: 'vault.retry',
          error: `Error: ${'no such thing '.repeat(30)}`,
        });
    };
    const redacted = line(redact);
    const plain = line((text) => text);
    return await compare(
      { id: 'R12', what: 'a line of the log, redacted', goal: 3, against: 'the same line as it is' },
      runs,
      () => timed(500, redacted),
      () => timed(500, plain),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** R9, R11 and R12: the cost of checking, guarding and redacting. */
export default async function calls(): Promise<Figure[]> {
  return [await router(), await http(), await log()];
}
