import { beforeEach, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { type WizardNeeds, wizardHandlers } from '../../../src/main/features/wizard/handlers.ts';
import { Drafts } from '../../../src/main/features/wizard/store.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { codeOf, identity, profile, record, tokenValue } from '../main/samples.ts';

const tokenId = '0b8f3c1e-7f63-4c52-9a2b-111111111111';
let drafts: Drafts;
let opened: string[];
let ended: string[];
let saved: { replaces: string | null; value: string; label: string }[];
let tests: { jobId: string; onResult: Parameters<WizardNeeds['test']>[2] }[];
let identify: WizardNeeds['identify'];
let confirm: (question: string) => Promise<boolean>;
let lying: Secret;
let wizard: ReturnType<typeof wizardHandlers>;

beforeEach(() => {
  opened = [];
  ended = [];
  saved = [];
  tests = [];
  identify = async (input) => identity(input);
  confirm = async () => true;
  lying = Secret.fromText(tokenValue('f'));
  drafts = new Drafts(new MemoryClipboard(), () => null);
  wizard = wizardHandlers({
    drafts,
    opener: { openUrl: async (url) => void opened.push(url.href), showFolder: () => undefined },
    dialogs: {
      openFile: async () => null,
      openFolder: async () => null,
      saveFile: async () => null,
      confirm: (question) => confirm(question),
    },
    found: () => ({ secret: lying, where: '~/.env:3', org: 'acme.okta.com' }),
    identify: (input, sure) => identify(input, sure),
    keptToken: () => ({ org: identity(), profile: profile('kept') }),
    keptOrg: () => identity('globex.okta.com'),
    test: (_draftId, _testable, onResult) => {
      const jobId = `job ${tests.length}`;
      tests.push({ jobId, onResult });
      return jobId;
    },
    cancel: (jobId) => ended.push(jobId),
    save: (draft, { label }) => {
      const value = drafts.secretOf(draft).use((bytes) => bytes.toString());
      saved.push({ replaces: draft.replaces, value, label });
      return { id: tokenId, label } as Token;
    },
  });
});

const begin = async (more = {}) => {
  const { draftId } = await wizard.begin(more);
  if (!('tokenId' in more)) await wizard.checkOrg({ draftId, input: 'acme.okta.com' });
  return draftId;
};
const captured = async (more = {}) => {
  const draftId = await begin(more);
  await wizard.captureTyped({ draftId, value: tokenValue('a') });
  return draftId;
};
const save = (draftId: string, anyway = false) => wizard.save({ draftId, profile: profile('mine'), anyway });

it('begins empty, or with the org and the details of the token that is pasted again', async () => {
  expect(await wizard.begin({})).toMatchObject({ org: null, profile: null });
  const again = await wizard.begin({ tokenId });
  expect(again).toMatchObject({ org: { host: 'acme.okta.com' }, profile: { label: 'kept' } });
  const known = await wizard.begin({ orgId: tokenId });
  expect(known).toMatchObject({ org: { host: 'globex.okta.com' }, profile: null });
});

it('opens the Admin Console of the draft’s own org, and none without an org', async () => {
  const { draftId } = await wizard.begin({});
  expect(await codeOf(() => wizard.openAdminConsole({ draftId }))).toBe('org-url');
  await wizard.checkOrg({ draftId, input: 'acme.okta.com' });
  await wizard.openAdminConsole({ draftId });
  expect(opened).toEqual([identity().adminUrl]);
});

it('drops an org that answers after the draft was discarded', async () => {
  const { draftId } = await wizard.begin({});
  identify = async (input) => {
    await wizard.discard({ draftId });
    return identity(input);
  };
  expect(await codeOf(() => wizard.checkOrg({ draftId, input: 'acme.okta.com' }))).toBe('not-found');
});

it('saves what was accepted', async () => {
  const draftId = await captured();
  await wizard.test({ draftId });
  tests[0]?.onResult(record(1));
  await save(draftId);
  expect(saved).toEqual([{ replaces: null, value: tokenValue('a'), label: 'mine' }]);
});

it('saves an untested or failed token only with "Save anyway"', async () => {
  for (const prepare of [
    async () => undefined,
    async (draftId: string) => {
      await wizard.test({ draftId });
      tests.at(-1)?.onResult(record(1, 'not-accepted'));
    },
    // Being tested is not tested.
    async (draftId: string) => wizard.test({ draftId }),
    // A test anew forgets the former result.
    async (draftId: string) => {
      await wizard.test({ draftId });
      tests.at(-1)?.onResult(record(1));
      await wizard.test({ draftId });
    },
  ]) {
    const draftId = await captured();
    await prepare(draftId);
    expect(await codeOf(() => save(draftId))).toBe('not-tested');
    await save(draftId, true);
  }
  expect(saved).toHaveLength(4);
});

it('ignores a result for a value that was captured again meanwhile', async () => {
  const draftId = await captured();
  await wizard.test({ draftId });
  await wizard.captureTyped({ draftId, value: tokenValue('b') });
  tests[0]?.onResult(record(1));
  expect(await codeOf(() => save(draftId))).toBe('not-tested');
});

it('runs one test at a time, which a new test, a new value, Discard and Save end', async () => {
  const draftId = await captured();
  await wizard.test({ draftId });
  await wizard.test({ draftId });
  expect(ended).toEqual(['job 0']);
  await wizard.captureTyped({ draftId, value: tokenValue('b') });
  expect(ended).toEqual(['job 0', 'job 1']);
  await wizard.test({ draftId });
  await wizard.discard({ draftId });
  expect(ended.at(-1)).toBe('job 2');
  const other = await captured();
  await wizard.test({ draftId: other });
  await save(other, true);
  expect(ended.at(-1)).toBe('job 3');
});

it('removes the draft and wipes its value after Save and Discard, and keeps it after a failed save', async () => {
  const draftId = await captured({ tokenId });
  const secret = drafts.secretOf(drafts.get(draftId));
  expect(await codeOf(() => save(draftId))).toBe('not-tested');
  expect(secret.wiped).toBe(false);
  await save(draftId, true);
  expect(saved[0]?.replaces).toBe(tokenId);
  expect(secret.wiped).toBe(true);
  for (const use of [() => save(draftId, true), () => wizard.test({ draftId })]) {
    expect(await codeOf(use)).toBe('not-found');
  }
  await wizard.discard({ draftId });
});

it('tests and saves nothing before a value was captured', async () => {
  const draftId = await begin();
  expect(await codeOf(() => wizard.test({ draftId }))).toBe('not-a-token');
  expect(await codeOf(() => save(draftId, true))).toBe('not-a-token');
  expect(tests).toEqual([]);
});

it('takes a token out of a file after a dialog of the system that names the file and the org', async () => {
  const { draftId, found } = await wizard.begin({ findingId: tokenId });
  expect(found).toEqual({ where: '~/.env:3', org: 'acme.okta.com' });
  await wizard.checkOrg({ draftId, input: 'acme.okta.com' });
  const asked: string[] = [];
  confirm = async (question) => {
    asked.push(question);
    return asked.length > 1;
  };
  expect(await codeOf(() => wizard.captureFound({ draftId }))).toBe('cancelled');
  expect(await codeOf(() => save(draftId, true))).toBe('not-a-token');
  expect(await wizard.captureFound({ draftId })).toMatchObject({ from: 'file', shape: 'token' });
  expect(asked[1]).toBe('Take in the token of ~/.env:3 for acme.okta.com?');
  await save(draftId, true);
  expect(saved).toEqual([{ replaces: null, value: tokenValue('f'), label: 'mine' }]);
  expect(lying.wiped).toBe(true);
});

it('does not take a token out of a file for an org that the draft got while the dialog named another', async () => {
  const { draftId } = await wizard.begin({ findingId: tokenId });
  await wizard.checkOrg({ draftId, input: 'acme.okta.com' });
  confirm = async () => {
    await wizard.checkOrg({ draftId, input: 'evil.okta.com' });
    return true;
  };
  expect(await codeOf(() => wizard.captureFound({ draftId }))).toBe('cancelled');
  expect(await codeOf(() => save(draftId, true))).toBe('not-a-token');
});

it('captures nothing for a draft without a file, and Discard wipes what was found', async () => {
  const draftId = await begin();
  expect(await codeOf(() => wizard.captureFound({ draftId }))).toBe('not-found');
  const found = await wizard.begin({ findingId: tokenId });
  await wizard.discard({ draftId: found.draftId });
  expect(lying.wiped).toBe(true);
});
