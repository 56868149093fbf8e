import { beforeEach, expect, it } from 'vitest';
import {
  began,
  finished,
  forgotten,
  jobChanged,
  progressed,
  runningTests,
  subjectOf,
  useTesting,
} from '../../../src/renderer/testing/testing-store.ts';
import type { EventPayload } from '../../../src/shared/contract/bridge.ts';

const check = (id: 'reachable' | 'accepted', state: 'ok' | 'running') =>
  ({ id, state, title: id, detail: '', ms: null }) as const;
const told = (
  jobId: string,
  subject: Partial<EventPayload<'testProgress'>>,
): EventPayload<'testProgress'> => ({
  jobId,
  tokenId: null,
  draftId: null,
  checks: [],
  answer: null,
  ...subject,
});
const ended = (jobId: string): EventPayload<'jobChanged'> => ({
  jobId,
  kind: 'test',
  state: 'done',
  finished: 1,
  total: 1,
  note: 'Something unexpected happened.',
});

beforeEach(() => useTesting.setState({ tests: {}, all: null }));

it('holds the test of a draft beside the test of a token', () => {
  began('token-1', 'job-1');
  progressed(told('job-2', { draftId: 'draft-1', checks: [check('reachable', 'ok')] }));
  expect(runningTests(useTesting.getState())).toEqual(['token-1', 'draft-1']);
  expect(subjectOf('job-2')).toBe('draft-1');
  expect(subjectOf('job-3')).toBeNull();
});

it('loses no check that came before the answer of the call', () => {
  progressed(told('job-1', { draftId: 'draft-1', checks: [check('reachable', 'running')] }));
  began('draft-1', 'job-1');
  progressed(told('job-1', { draftId: 'draft-1', checks: [check('reachable', 'ok')] }));
  expect(useTesting.getState().tests['draft-1']?.checks).toEqual([check('reachable', 'ok')]);
});

it('forgets the results of an earlier value, and nothing else', () => {
  began('token-1', 'job-1');
  const record = { checks: [check('accepted', 'ok')] } as unknown as EventPayload<'testFinished'>['record'];
  finished({ jobId: 'job-2', tokenId: null, draftId: 'draft-1', record });
  expect(useTesting.getState().tests['draft-1']?.record).toBe(record);
  forgotten('draft-1');
  expect(Object.keys(useTesting.getState().tests)).toEqual(['token-1']);
});

it('does not show a test as running when its job ended without a result', () => {
  began('draft-1', 'job-1');
  jobChanged(ended('job-1'));
  expect(useTesting.getState().tests).toEqual({});
});
