import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccessView, Inventory } from '../../../src/shared/contract/access.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import type { UsagePage } from '../../../src/shared/contract/usage.ts';
import { type AppOnFake, startOnFake } from '../rotation/desk-harness.ts';
import { profile } from './samples.ts';

/** A token of the fake, with an owner of its own, so that Okta's list always says which one it is. */
interface Issued {
  readonly id: string;
  readonly value: string;
  readonly login: string;
}

let on: AppOnFake;
let people = 0;
let all: Issued[] = [];

beforeEach(async () => {
  on = await startOnFake();
  all = [];
});
afterEach(() => on.close());

function issue(roleType = 'ORG_ADMIN'): Issued {
  people += 1;
  const login = `svc-${people}@acme.com`;
  on.acme.org.addUser(login, [{ type: roleType, label: roleType, assignmentType: 'USER' }]);
  const { id, value } = on.acme.org.issueToken({ owner: login, name: `token ${people}` });
  const issued = { id, value, login };
  all.push(issued);
  return issued;
}

/** Returns what `work` gives, or null where it is refused. */
async function quietly<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

const handlers = () => on.app.handlers;
const tokens = async () => (await handlers().tokens.list({})) as Token[];

async function pasteAgain(tokenId: string, { value }: Issued, tested: boolean): Promise<void> {
  const { wizard } = handlers();
  const { draftId } = await wizard.begin({ tokenId });
  await wizard.captureTyped({ draftId, value });
  if (tested) {
    const before = on.published.length;
    await wizard.test({ draftId });
    await expect
      .poll(() => on.published.slice(before).some(({ event }) => event === 'testFinished'))
      .toBe(true);
  }
  await wizard.save({ draftId, profile: profile('tf'), anyway: true });
}

async function test(tokenId: string): Promise<void> {
  const before = on.published.length;
  await handlers().testing.test({ tokenId });
  await expect
    .poll(() => on.published.slice(before).some(({ event }) => event === 'testFinished'))
    .toBe(true);
  // It is kept just after it is told.
  await expect.poll(async () => (await tokens()).find(({ id }) => id === tokenId)?.lastTest).not.toBeNull();
}

it('begins a rotation after "Save anyway" without the id of the value before, and revokes no other token', async () => {
  const first = issue();
  const second = issue('HELP_DESK_ADMIN');
  const { id, known } = await on.addToken(first.value, 'tf');
  expect(known?.oktaTokenId).toBe(first.id);
  await pasteAgain(id, second, false);
  const [token] = await tokens();
  expect(token).toMatchObject({ lastTest: null, known: null, lastAcceptedAt: null });
  const rotation = (await handlers().rotation.begin({ tokenId: id })) as Rotation;
  expect(rotation.oldOktaTokenId).toBeNull();
  const third = issue();
  on.clipboard.text = third.value;
  await handlers().rotation.captureFromClipboard({ rotationId: rotation.id });
  const { comparison } = (await handlers().rotation.compare({ rotationId: rotation.id })) as Rotation;
  const confirm = comparison?.confirm.map(({ what }) => what) ?? [];
  await handlers().rotation.handOver({ rotationId: rotation.id, confirm });
  // The old value cannot end itself now; by its id is the way that is left.
  on.acme.faults.add({ kind: 'status', status: 500 }, { path: /api-tokens\/current/, times: 10 });
  await quietly(() => handlers().rotation.revoke({ rotationId: rotation.id, insist: 'revoke anyway' }));
  expect(on.acme.org.tokens.some((one) => one.id === first.id)).toBe(true);
  expect(
    on.acme.requests.filter(({ path }) => path.endsWith(first.id) && path.includes('api-tokens')),
  ).toEqual([]);
});

it('refuses another value during a rotation, because the rotation would end the wrong token', async () => {
  const first = issue();
  const { id } = await on.addToken(first.value, 'tf');
  await handlers().rotation.begin({ tokenId: id });
  await expect(pasteAgain(id, issue(), false)).rejects.toThrow('This token is being rotated');
  expect((await tokens())[0]?.known?.oktaTokenId).toBe(first.id);
});

it('reads the Inventory of an org after one of its tokens was replaced at this moment', async () => {
  const leaked = await on.addToken(issue('SUPER_ADMIN').value, 'leaked');
  await on.addToken(issue().value, 'other');
  await handlers().rotation.replaceNow({ tokenId: leaked.id });
  expect((await tokens()).find(({ id }) => id === leaked.id)?.revokedAt).not.toBeNull();
  const { tokens: listed } = (await handlers().access.inventory({ orgId: leaked.orgId })) as Inventory;
  expect(listed.some((one) => one.keptAs?.label === 'other')).toBe(true);
});

it('keeps the result of a test with the value it was made with, when another one is pasted while Okta answers', async () => {
  const first = issue();
  const second = issue();
  const { id } = await on.addToken(first.value, 'tf');
  const before = on.published.length;
  await handlers().testing.test({ tokenId: id });
  await pasteAgain(id, second, false);
  const job = () =>
    on.published.slice(before).find(({ payload }) => (payload as { state?: string }).state === 'done');
  await expect.poll(job).toBeDefined();
  await on.settle();
  expect((await tokens())[0]).toMatchObject({ known: null, lastTest: null, lastAcceptedAt: null });
  expect(await handlers().testing.history({ tokenId: id, limit: 10 })).toHaveLength(2);
});

type Step =
  | 'test'
  | 'paste untested'
  | 'paste tested'
  | 'paste the same'
  | 'x-ray'
  | 'network'
  | 'inventory'
  | 'usage'
  | 'rotate'
  | 'hand over'
  | 'undo'
  | 'revoke'
  | 'abandon'
  | 'replace now';
const steps: readonly Step[] = [
  'test',
  'paste untested',
  'paste tested',
  'paste the same',
  'x-ray',
  'network',
  'inventory',
  'usage',
  'rotate',
  'hand over',
  'undo',
  'revoke',
  'abandon',
  'replace now',
];

/** The facts that the test knows of its one token. */
interface Truth {
  present: Issued;
  /** What a rotation holds beside it. */
  held: Issued | null;
  rotationId: string | null;
}

it('brings no fact of an earlier value to Okta or to the page, in whatever order things are done', {
  timeout: 240_000,
}, async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 9 }), async (order) => {
      await on.close();
      on = await startOnFake();
      all = [];
      const present = issue();
      const { id: tokenId, orgId } = await on.addToken(present.value, 'tf');
      const asker = await on.addToken(issue('SUPER_ADMIN').value, 'asker');
      const askerId = asker.known?.oktaTokenId;
      const truth: Truth = { present, held: null, rotationId: null };
      for (const step of order) {
        const from = on.acme.requests.length;
        const mayEnd = new Set<string>();
        await take(step, truth, tokenId, orgId, mayEnd);
        const dead = all.filter(
          ({ id }) => ![truth.present.id, truth.held?.id, askerId, ...mayEnd].includes(id),
        );
        for (const { path, query } of on.acme.requests.slice(from)) {
          const said = `${path} ${JSON.stringify(query)}`;
          for (const { id } of dead) expect(said, `${order.join(', ')}: at ${step}`).not.toContain(id);
        }
        asked += on.acme.requests.length - from;
        const [shown] = (await tokens()).filter(({ id }) => id === tokenId);
        const access = (await handlers().access.view({ tokenId })) as AccessView;
        const usage = (await handlers().usage.page({ tokenId })) as UsagePage;
        const page = JSON.stringify([shown, access, usage]);
        for (const { id, login } of all) {
          if (id === truth.present.id) continue;
          expect(page, `${order.join(', ')}: after ${step}`).not.toContain(id);
          expect(page, `${order.join(', ')}: after ${step}`).not.toContain(login);
        }
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(asked).toBeGreaterThan(300);
});

/** Takes one step where it can be taken, and brings the truth up to date; a step that cannot be taken must be refused. */
async function take(
  step: Step,
  truth: Truth,
  tokenId: string,
  orgId: string,
  mayEnd: Set<string>,
): Promise<void> {
  const { rotation, access } = handlers();
  const [token] = (await tokens()).filter(({ id }) => id === tokenId);
  const revoked = token?.revokedAt !== null;
  const rotating = truth.rotationId !== null;
  const rotationId = truth.rotationId ?? '';
  switch (step) {
    case 'test':
      if (!revoked) await test(tokenId);
      return;
    case 'paste untested':
    case 'paste tested': {
      const next = issue();
      const pasted = pasteAgain(tokenId, next, step === 'paste tested');
      if (rotating) {
        await expect(pasted).rejects.toThrow();
        all.splice(all.indexOf(next), 1);
      } else {
        await pasted;
        truth.present = next;
      }
      return;
    }
    case 'paste the same':
      if (!rotating && !revoked) await pasteAgain(tokenId, truth.present, false);
      return;
    case 'x-ray':
      if (!revoked) await access.xray({ tokenId });
      return;
    case 'network':
      await quietly(() => access.network({ tokenId }));
      return;
    case 'inventory':
      await access.inventory({ orgId });
      return;
    case 'usage':
      await handlers().usage.readNow({ tokenId });
      await on.settle();
      return;
    case 'rotate':
      if (rotating || revoked) return;
      truth.rotationId = ((await rotation.begin({ tokenId })) as Rotation).id;
      return;
    case 'replace now':
      if (rotating || revoked) return;
      mayEnd.add(truth.present.id);
      truth.rotationId = ((await rotation.replaceNow({ tokenId })) as Rotation).id;
      return;
    case 'hand over': {
      if (!rotating || truth.held !== null) return;
      const next = issue();
      await rotation.captureTyped({ rotationId, value: next.value });
      const { comparison } = (await rotation.compare({ rotationId })) as Rotation;
      await rotation.handOver({ rotationId, confirm: comparison?.confirm.map(({ what }) => what) ?? [] });
      truth.held = revoked ? null : truth.present;
      truth.present = next;
      if (revoked) {
        await rotation.finish({ rotationId });
        truth.rotationId = null;
      }
      return;
    }
    case 'undo': {
      const held = truth.held;
      const open = ((await rotation.list({})) as Rotation[]).find(({ id }) => id === rotationId);
      if (held === null || open?.state !== 'handing-over') return;
      await rotation.undo({ rotationId });
      [truth.present, truth.held] = [held, truth.present];
      await on.settle();
      return;
    }
    case 'revoke': {
      if (truth.held === null) return;
      const ending = truth.held.id;
      const done = await quietly(() => rotation.revoke({ rotationId, insist: 'revoke anyway' }));
      if (done === null) return;
      mayEnd.add(ending);
      if ((done as Rotation).endedAt !== null) [truth.held, truth.rotationId] = [null, null];
      return;
    }
    case 'abandon': {
      if (!rotating) return;
      const ended = await quietly(() => rotation.end({ rotationId, newToken: 'forget' }));
      if (ended !== null && (ended as Rotation).endedAt !== null)
        [truth.held, truth.rotationId] = [null, null];
      return;
    }
  }
}
