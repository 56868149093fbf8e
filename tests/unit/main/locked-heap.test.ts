import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startFakeOkta } from '../../fake-okta/server.ts';

type Held = { readonly secrets: readonly string[]; readonly privateKeys: number };

it('no feature holds a secret or a private key once the app is locked: the heap has none', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-locked-'));
  const fake = await startFakeOkta();
  const acme = fake.org('acme');
  writeFileSync(join(folder, 'ca.pem'), fake.caPem);
  const values: string[] = [];
  let last = '';
  const child = fork(
    join(import.meta.dirname, 'holding.ts'),
    [join(folder, 'Keyturn'), join(folder, 'ca.pem'), acme.origin],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] },
  );
  const answers: Readonly<Record<string, () => string>> = {
    issue: () => {
      const token = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: `held ${values.length}` });
      last = token.id;
      values.push(token.value);
      return token.value;
    },
    'revoke the last': () => String(acme.org.revoke(last)),
    hang: () => String(acme.faults.add({ kind: 'hang' }, { times: Number.POSITIVE_INFINITY })),
  };
  const died = once(child, 'exit').then(([code]): never => {
    throw new Error(`The app in the child ended with ${code}.`);
  });
  died.catch(() => undefined);
  /** Answers the child's questions until it says what it holds. */
  const heard = async (): Promise<Held> => {
    for (;;) {
      const [said] = (await Promise.race([once(child, 'message'), died])) as [
        { ask: string } | { held: Held },
      ];
      if ('held' in said) return said.held;
      child.send(answers[said.ask]?.() ?? '');
    }
  };
  const heapHas = (file: string) => {
    const heap = readFileSync(join(folder, 'Keyturn', file), 'latin1');
    return values.filter((value) => heap.includes(value)).length;
  };
  try {
    const before = await heard();
    expect(before.secrets).toEqual(
      expect.arrayContaining([
        ...[
          'tokens',
          'wizard',
          'testing',
          'access that runs',
          'job that runs',
          'diagnosis',
          'rotation',
          'plaintext',
        ],
      ]),
    );
    expect(before.privateKeys).toBeGreaterThan(0);
    expect(heapHas('before.heapsnapshot')).toBeGreaterThan(0);
    child.send('lock');
    expect(await heard()).toEqual({ secrets: [], privateKeys: 0 });
    expect(heapHas('after.heapsnapshot')).toBe(0);
    child.send('end');
    await once(child, 'exit');
  } finally {
    child.kill('SIGKILL');
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
