import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askFor } from './app-output.ts';
import { ask, attempt } from './ask-bridge.ts';
import type { Walk } from './leak-walk.ts';

interface Finding {
  readonly id: string;
  readonly place: string;
}

/** Finds a token in a file, takes it into a draft, and takes it out of the file. Returns the token. */
export async function findInFiles({ app, acme, consumers }: Walk): Promise<string> {
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'olga.org@acme.com', name: 'lying' });
  const folder = join(consumers, 'open');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.env'), `OKTA_ORG_URL=${acme.origin}\nOKTA_API_TOKEN=${value}\n`);
  await control.answerDialog({ canceled: false, filePaths: [folder] });
  await ask(page, 'plaintext.chooseFolder');
  await ask(page, 'plaintext.look');
  const found = await askFor(async () => {
    const view = await ask<{ state: string; findings: Finding[] }>(page, 'plaintext.view');
    return view.state === 'looking' ? undefined : view.findings;
  }, 600);
  const [finding] = found ?? [];
  if (finding === undefined) throw new Error('No token was found in the file.');
  const { draftId } = await ask<{ draftId: string }>(page, 'wizard.begin', { findingId: finding.id });
  await ask(page, 'wizard.checkOrg', { draftId, input: acme.origin });
  await control.answerDialog({ response: 1 });
  await ask(page, 'wizard.captureFound', { draftId });
  await ask(page, 'wizard.discard', { draftId });
  await control.answerDialog({ response: 1 });
  await ask(page, 'plaintext.cleanUp', { findingId: finding.id });
  for (const name of ['cancel', 'forgetFolder', 'close']) await ask(page, `plaintext.${name}`);
  return value;
}

/** Searches for users with a token, exports them, and suspends one by a job. */
export async function changeUsers({ app, acme, exports, consumers }: Walk, tokenId: string): Promise<void> {
  const { page, control } = app;
  acme.org.addUser('walk-1@acme.com');
  const [org] = await ask<{ id: string }[]>(page, 'orgs.list');
  const its = { orgId: org?.id ?? '' };
  const question = { search: 'profile.login sw "walk-"', notSignedInForDays: null };
  await ask(page, 'tasks.view', its);
  const { resultId } = await ask<{ resultId: string }>(page, 'tasks.search', { ...its, tokenId, question });
  await attempt(page, 'tasks.more', { resultId });
  const [search] = await ask<{ id: string }[]>(page, 'tasks.keepSearch', { ...its, name: 'walk', question });
  await ask(page, 'tasks.forgetSearch', { ...its, searchId: search?.id });
  await control.answerDialog({ canceled: false, filePath: join(exports, 'users.csv') });
  await ask(page, 'tasks.exportUsers', { ...its, tokenId, question, columns: ['login'] });
  const people = join(consumers, 'people.csv');
  writeFileSync(people, 'login\nwalk-1@acme.com\n');
  await control.answerDialog({ canceled: false, filePaths: [people] });
  const { file } = await ask<{ file: { fileId: string } }>(page, 'tasks.chooseFile');
  await ask(page, 'tasks.profileForm', { ...its, tokenId, fileId: file.fileId });
  const groups = await ask<{ id: string; why: string }[]>(page, 'tasks.findGroups', {
    ...its,
    tokenId,
    begins: '',
  });
  const groupId = groups.find(({ why }) => why === '')?.id;
  await control.answerDialog({ response: 1 });
  await ask(page, 'tasks.makeRule', { ...its, tokenId, question, groupId, name: 'walk' });
  const source = { kind: 'search', question };
  const { id: jobId } = await ask<{ id: string }>(page, 'tasks.plan', {
    ...its,
    tokenId,
    action: 'suspend',
    source,
  });
  await ask(page, 'tasks.rows', { jobId, state: null, after: 0, limit: 10 });
  await control.answerDialog({ response: 1 });
  await ask(page, 'tasks.start', { jobId, typed: '1' });
  for (const name of ['pause', 'goOn', 'cancelJob']) await attempt(page, `tasks.${name}`, { jobId });
  const ended = await askFor(async () => {
    const all = await ask<{ id: string; state: string }[]>(page, 'tasks.jobs', its);
    const state = all.find(({ id }) => id === jobId)?.state;
    return state === 'done' || state === 'cancelled' ? true : undefined;
  }, 600);
  if (ended === undefined) throw new Error('The job did not end.');
  await control.answerDialog({ canceled: false, filePath: join(exports, 'results.csv') });
  await ask(page, 'tasks.saveResults', { jobId });
  await ask(page, 'tasks.forgetJob', { jobId });
  await ask(page, 'tasks.stopReading', its);
}
