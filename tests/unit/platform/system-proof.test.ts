import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Polkit } from '../../../src/main/platform/system-proof-linux.ts';
import { touchIdProof } from '../../../src/main/platform/system-proof-mac.ts';
import { patienceMs } from '../../../src/main/platform/system-proof-patience.ts';
import { type AgentAnswer, noPolkit, OwnPolkit } from '../../support/own-polkit.ts';
import { HandClock } from '../vault/memory-keyring.ts';

describe('Touch ID', () => {
  const proof = (
    its: { can?: boolean; prompt?: (reason: string) => Promise<void> },
    clock = new HandClock(),
  ) => touchIdProof({ can: () => its.can ?? true, prompt: its.prompt ?? (async () => undefined) }, clock);

  it('is given when the system says so, with the reason that the dialog shows', async () => {
    const reasons: string[] = [];
    const given = proof({ prompt: async (reason) => void reasons.push(reason) });
    expect([await given.available(), await given.ask('unlock your tokens')]).toEqual(['touch-id', 'given']);
    expect(reasons).toEqual(['unlock your tokens']);
  });

  it('is refused when the person cancels or is somebody else', async () => {
    const refused = proof({ prompt: async () => Promise.reject(new Error('Canceled by user.')) });
    expect(await refused.ask('unlock your tokens')).toBe('refused');
  });

  it('is unavailable without a sensor, and asks nobody then', async () => {
    const reasons: string[] = [];
    const none = proof({ can: false, prompt: async (reason) => void reasons.push(reason) });
    expect([await none.available(), await none.ask('unlock your tokens'), reasons]).toEqual([
      null,
      'unavailable',
      [],
    ]);
  });

  it('ends after two minutes without an answer', async () => {
    const clock = new HandClock();
    const asked = proof({ prompt: () => new Promise(() => undefined) }, clock).ask('unlock your tokens');
    await Promise.resolve();
    clock.advance(patienceMs);
    expect(await asked).toBe('timed-out');
  });
});

const asUsual = `polkit.addRule(function (action) {
  if (action.id === 'app.keyturn.desktop.prove') return polkit.Result.AUTH_SELF;
});`;
const always = (result: string) => `polkit.addRule(function () { return polkit.Result.${result}; });`;
const somebody = 65_534;

describe.skipIf(noPolkit !== '')('polkit, a real one on a bus of its own', { timeout: 30_000 }, () => {
  let folder: string;
  let polkit: OwnPolkit;
  let program: ChildProcess | null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyturn-polkit-'));
    chmodSync(folder, 0o755);
    polkit = new OwnPolkit(folder);
    program = null;
  });
  afterEach(async () => {
    program?.kill('SIGKILL');
    await polkit.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts who asks, with an agent on its desktop that answers so; null for none. */
  async function asker(
    answer: AgentAnswer | null,
    its: { pkcheck?: string; uid?: number; policyFile?: string } = {},
  ) {
    const {
      pkcheck = '/usr/bin/pkcheck',
      uid = somebody,
      policyFile = join(folder, 'actions/app.keyturn.desktop.policy'),
    } = its;
    const script = join(import.meta.dirname, '../../support/asks-polkit.ts');
    const child = spawn(process.execPath, [script, polkit.address, policyFile, pkcheck], {
      ...{ uid, gid: uid, stdio: ['pipe', 'pipe', 'inherit'] },
      env: { PATH: '/usr/bin:/bin' },
    });
    program = child;
    const lines = createInterface(child.stdout ?? process.stdin)[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value ?? 'null');
    const who = await next();
    if (answer !== null) await polkit.agentFor(who, answer);
    return async (what: 'available' | 'ask') => {
      child.stdin?.write(`${what}\n`);
      return await next();
    };
  }

  it('is given for the right password, asked anew each time, with the words of the policy', async () => {
    await polkit.start(asUsual);
    const ask = await asker('right');
    expect([await ask('available'), await ask('ask'), await ask('ask')]).toEqual([
      'polkit',
      'given',
      'given',
    ]);
    const shown = {
      action: 'app.keyturn.desktop.prove',
      message: 'Keyturn asks for your password, to know that it is you',
    };
    expect(polkit.asked).toEqual([shown, shown]);
  });

  it.each([
    ['wrong', 'refused'],
    ['cancel', 'cancelled'],
    [null, 'no-agent'],
  ] as const)('is not given when the agent is %s: %s', async (answer, said) => {
    await polkit.start(asUsual);
    const ask = await asker(answer);
    expect(await ask('ask')).toBe(said);
  });

  it.each([
    ['a rule says yes without asking', always('YES')],
    ['a rule says no', always('NO')],
    ['the session is not one at this computer', ''],
  ])('is unavailable where %s', async (_where, rules) => {
    await polkit.start(rules);
    const ask = await asker('right');
    expect([await ask('available'), await ask('ask'), polkit.asked]).toEqual([null, 'unavailable', []]);
  });

  it('is unavailable for root, to whom polkit says yes without asking', async () => {
    await polkit.start(asUsual);
    const ask = await asker('right', { uid: 0 });
    expect([await ask('available'), await ask('ask')]).toEqual([null, 'unavailable']);
  });

  it('is unavailable without the policy or without polkit', async () => {
    await polkit.start(asUsual, false);
    const without = await asker('right');
    expect([await without('available'), await without('ask')]).toEqual([null, 'unavailable']);
    program?.kill('SIGKILL');
    const gone = await asker(null, { pkcheck: join(folder, 'none'), policyFile: '/etc/hostname' });
    expect([await gone('available'), await gone('ask')]).toEqual([null, 'unavailable']);
  });

  it('withdraws its question after two minutes', async () => {
    // This stand-in for pkcheck waits for ever, like a question that nobody answers.
    const slow = join(folder, 'pkcheck');
    writeFileSync(slow, '#!/bin/sh\ncase "$*" in *interaction*) exec sleep 600;; esac\nexit 2\n', {
      mode: 0o755,
    });
    const clock = new HandClock();
    const proof = new Polkit(clock, { program: slow, policyFile: slow, env: { PATH: '/usr/bin:/bin' } });
    const asked = proof.ask();
    const late = setInterval(() => clock.advance(patienceMs), 100);
    expect(await asked).toBe('timed-out');
    clearInterval(late);
  });
});
