import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { methods } from '../../src/shared/contract/methods.ts';
import type { Rotation } from '../../src/shared/contract/rotation.ts';
import type { ServiceApp } from '../../src/shared/contract/service.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { tokenProfile } from '../../src/shared/contract/tokens.ts';
import type { FakeOkta, RunningOrg } from '../fake-okta/server.ts';
import { askFor } from './app-output.ts';
import { ask, attempt } from './ask-bridge.ts';
import { callAs } from './consumer.ts';
import type { Message } from './control.ts';
import { killDemo } from './demo.ts';
import type { RunningApp } from './launch.ts';
import { changeUsers, findInFiles } from './leak-walk-pages.ts';
import { letPrograms } from './leak-walk-programs.ts';
import { addToken, row, setProxy } from './steps.ts';

/** The surroundings of the walk: an app whose folder is `userData`, an org, and folders for files. */
export interface Walk {
  readonly app: RunningApp;
  readonly fake: FakeOkta;
  readonly acme: RunningOrg;
  readonly userData: string;
  /** The folder for exports and saved files. It must hold no secret. */
  readonly exports: string;
  /** The folder for output of the person's own programs. It holds the new token on purpose. */
  readonly consumers: string;
}

/** The secrets that only the walk may know, by name. */
export interface Walked {
  /** Secrets that are never in the window, not even on the way inward. */
  readonly kept: Map<string, string>;
  /** Secrets typed in the window, which only travel inward. */
  readonly typed: Map<string, string>;
  /** The secrets that the window shows, each once. */
  readonly shown: Map<string, string>;
}

/** Okta's list identifies a token by its owner, so the first token has its own owner. */
const owners = { first: 'ada.admin@acme.com', others: 'olga.org@acme.com' };
const passphrase = 'otter lamp violin creek mango';
const passcode = '749205836417';
const proxyPassword = 'proxyPasswordCanary7319';
const profile = (label: string) => ({
  label,
  purpose: 'walk',
  environment: 'production',
  tags: ['walk'],
  consumers: [],
  rotateEveryDays: 90,
});

/** Tests a token, and waits until the result is stored. */
async function testNow(page: Page, tokenId: string): Promise<void> {
  const history = () => ask<{ id: string }[]>(page, 'testing.history', { tokenId, limit: 1 });
  const [before] = await history();
  await ask(page, 'testing.test', { tokenId });
  const later = await askFor(async () => ((await history())[0]?.id === before?.id ? undefined : true), 600);
  if (later === undefined) throw new Error('The test has no result.');
}

/** Uses every feature of the app, with unique secrets, through the window's pages and every method of the bridge. */
export async function walkEverything(walk: Walk): Promise<Walked> {
  const { app, acme } = walk;
  for (const folder of [walk.exports, walk.consumers]) mkdirSync(folder, { recursive: true });
  const issue = (name: string) =>
    acme.org.issueToken({ owner: name === 'first' ? owners.first : owners.others, name });
  const [first, second, next, leaked] = ['first', 'second', 'next', 'leaked'].map(issue);
  if (!first || !second || !next || !leaked) throw new Error('The fake issued no token.');
  const kept = new Map([first, second, next, leaked].map(({ name, value }) => [`the token ${name}`, value]));
  for (const one of [first, second, leaked]) await addToken(app, acme, { value: one.value, label: one.name });
  await lookEverywhere(app);

  const tokens = await ask<Token[]>(app.page, 'tokens.list');
  const idOf = (label: string) => tokens.find((token) => token.label === label)?.id ?? '';
  const ids = { first: idOf('first'), second: idOf('second'), leaked: idOf('leaked') };
  await askOfTokens(walk, ids.first, ids.second);
  for (const [n, line] of (await moveToApp(walk, ids.first)).entries())
    kept.set(`private key ${n + 1}`, line);
  await letPrograms(walk, ids.first);
  kept.set('the token that lies in a file', await findInFiles(walk));
  await changeUsers(walk, ids.second);
  await rotate(walk, ids.second, next.value);
  acme.org.revoke(leaked.id);
  await diagnoseAndReplace(walk, ids.leaked);
  for (const [n, value] of (await openDrafts(walk, ids.first)).entries())
    kept.set(`the captured token ${n + 1}`, value);
  const shown = await keepVault(walk);
  await attempt(app.page, 'tokens.remove', { tokenId: ids.leaked });
  await attempt(app.page, 'tokens.bringBack', { tokenId: ids.leaked });
  await attempt(app.page, 'tokens.remove', { tokenId: ids.leaked });
  return {
    kept,
    typed: new Map([
      ['the passphrase', passphrase],
      ['the passcode', passcode],
      ["the proxy's password", proxyPassword],
    ]),
    shown,
  };
}

/** Opens every page of the window, and every tab of a token. */
async function lookEverywhere(app: RunningApp): Promise<void> {
  const { page } = app;
  await row(page, 'first').click();
  for (const name of await page.getByRole('tab').allTextContents()) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel').waitFor();
  }
  await page.getByRole('tab', { name: 'Overview', exact: true }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByRole('button', { name: 'Test', exact: true }).and(page.locator(':enabled')).waitFor();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  const navigation = page.getByRole('navigation').getByRole('button');
  for (const name of await navigation.allTextContents()) {
    if (!/^Lock/.test(name)) await navigation.filter({ hasText: name }).first().click();
  }
}

/** Calls testing, access, usage, life, activity, orgs and settings through the bridge. */
async function askOfTokens(
  { app, exports, userData }: Walk,
  tokenId: string,
  withTokenId: string,
): Promise<void> {
  const { page, control } = app;
  const its = { tokenId };
  const save = (name: string) => control.answerDialog({ canceled: false, filePath: join(exports, name) });
  await ask(page, 'tokens.update', { ...its, profile: profile('first') });
  for (const as of ['value', 'env', 'curl']) await ask(page, 'tokens.copy', { ...its, as });
  const { jobId } = await ask<{ jobId: string }>(page, 'testing.testAll');
  await attempt(page, 'testing.cancel', { jobId });
  await testNow(page, tokenId);
  for (const one of [its, { tokenId: withTokenId }]) await ask(page, 'access.xray', one);
  await ask(page, 'access.readLog', its);
  await ask(page, 'access.setPurpose', { ...its, purpose: { kind: 'reporting', needs: [] } });
  await ask(page, 'access.compare', { ...its, withTokenId });
  await ask(page, 'access.view', its);
  const network = await ask<{ by: { tokenId: string } }>(page, 'access.network', its);
  const wanted = { connection: 'ANYWHERE', include: [], exclude: [] };
  await ask(page, 'access.previewNetwork', { ...its, wanted });
  await attempt(page, 'access.setNetwork', { ...its, by: network.by.tokenId, wanted, evenIf: true });
  const [org] = await ask<{ id: string }[]>(page, 'orgs.list');
  const inventory = await ask<{ by: { tokenId: string } }>(page, 'access.inventory', { orgId: org?.id });
  const revoked = { orgId: org?.id, by: inventory.by.tokenId, oktaTokenId: '00T1', typed: 'none' };
  await attempt(page, 'access.revoke', revoked);
  for (const name of ['usage.readNow', 'usage.openLog', 'usage.page', 'usage.limits', 'usage.share']) {
    await ask(page, name, its);
  }
  await ask(page, 'usage.firstCall', { ...its, since: null });
  await attempt(page, 'usage.setShare', { ...its, percentage: 60, concurrencyPercentage: 60 });
  await ask(page, 'usage.silence', { ...its, rule: 'burst', silenced: true });
  await ask(page, 'usage.retire', { ...its, retired: true });
  const until = Date.now() + 86_400_000;
  await ask(page, 'life.setKeepAlive', { ...its, setting: { reason: 'walk', until } });
  for (const name of ['life.notices', 'life.markSeen', 'activity.check']) await ask(page, name);
  await ask(page, 'life.keepAlive', its);
  await ask(page, 'activity.list', { filter: '', limit: 100 });
  await save('calendar.ics');
  await ask(page, 'life.exportCalendar');
  for (const as of ['csv', 'json']) {
    await save(`activity.${as}`);
    await ask(page, 'activity.exportAs', { as });
  }
  await setProxy(app, `http://person:${proxyPassword}@127.0.0.1:9`);
  // No server listens there. The failure's message must not contain the password.
  await testNow(page, tokenId);
  await ask(page, 'settings.get');
  await ask(page, 'settings.set', { change: { proxy: { mode: 'none' } } });
  await testNow(page, tokenId);
  for (const name of ['chooseExtraCa', 'takeExtraCa', 'removeExtraCa'])
    await attempt(page, `settings.${name}`);
  await ask(page, 'app.copyText', { text: 'walk' });
  await ask(page, 'overview.read');
  await ask(page, 'app.info');
  await ask(page, 'app.licences');
  await ask(page, 'app.seeNews');
  await ask(page, 'updates.view');
  for (const name of ['look', 'install']) await attempt(page, `updates.${name}`);
  await ask(page, 'app.startDemo');
  await killDemo(userData);
  await ask(page, 'app.noteActivity');
  await ask(page, 'app.openDoc', { doc: 'okta-api-tokens' });
}

/** Replaces a token by an app, and adds one without a token. Returns a line of the first one's private key before and after its rotation, read from the clipboard as a person would. */
async function moveToApp({ app, acme }: Walk, tokenId: string): Promise<string[]> {
  const { page, control } = app;
  await ask(page, 'service.view', { tokenId });
  await ask(page, 'service.jobs');
  const begun = await ask<ServiceApp>(page, 'service.begin', { tokenId });
  const its = { appId: begun.id };
  const { jwk: text, plan, ...profile } = await ask<ServiceApp>(page, 'service.makeKey', its);
  const jwk = JSON.parse(text) as Record<string, string>;
  const scopes = plan?.scopes ?? [];
  const service = acme.org.addServiceApp({ name: 'walk', jwk, scopes, roles: [{ type: 'READ_ONLY_ADMIN' }] });
  await ask(page, 'service.setClient', { ...its, clientId: service.clientId });
  await ask(page, 'service.test', its);
  await ask(page, 'service.setJob', { ...its, job: { kind: 'reporting', needs: [] } });
  await ask(page, 'service.test', its);
  const { id: rotationId } = await ask<Rotation>(page, 'rotation.beginToApp', { tokenId });
  await ask(page, 'rotation.checkQuiet', { rotationId });
  await ask(page, 'rotation.end', { rotationId });
  const written = tokenProfile.parse(profile);
  await ask(page, 'service.update', { ...its, profile: { ...written, purpose: 'walk' } });
  await ask(page, 'service.list');
  await ask(page, 'service.openConsole', its);
  for (const as of ['env', 'terraform', 'sdk']) await ask(page, 'service.copy', { ...its, as });
  const copiedLine = async () => {
    await ask(page, 'service.copy', { ...its, as: 'key' });
    // The first lines of every key are alike.
    const line = (await control.readClipboard()).split('\n')[5];
    if (line === undefined || !/^[A-Za-z0-9+/]{64}$/.test(line))
      throw new Error('The clipboard holds no private key.');
    return line;
  };
  const lines = [await copiedLine()];
  const rotating = await ask<ServiceApp>(page, 'service.rotateKey', its);
  service.addKey(JSON.parse(rotating.keyRotation?.newJwk ?? '') as Record<string, string>);
  for (const name of ['testNewKey', 'switchKey', 'checkOldKey']) await ask(page, `service.${name}`, its);
  service.setKeyActive(rotating.kid, false);
  const { keyRotation } = await ask<ServiceApp>(page, 'service.checkOldKey', its);
  if (keyRotation?.state !== 'done') throw new Error('The key was not rotated.');
  lines.push(await copiedLine());
  await ask(page, 'service.rotateKey', its);
  await ask(page, 'service.endKeyRotation', its);
  await ask(page, 'service.remove', its);
  await ask(page, 'service.bringBack', its);
  await ask(page, 'service.remove', its);
  const { draftId } = await ask<{ draftId: string }>(page, 'wizard.begin');
  await ask(page, 'wizard.checkOrg', { draftId, input: acme.origin });
  await ask(page, 'service.add', { draftId, profile: written, job: { kind: 'siem', needs: [] } });
  await ask(page, 'wizard.discard', { draftId });
  return lines;
}

/** Completes a rotation whose command and .env file get the new value. */
async function rotate(walk: Walk, tokenId: string, value: string): Promise<void> {
  const { app, fake, acme, exports, consumers } = walk;
  const { page, control } = app;
  const { id: rotationId } = await ask<Rotation>(page, 'rotation.begin', { tokenId });
  const its = { rotationId };
  await ask(page, 'rotation.openAdminConsole', its);
  await control.writeClipboard(value);
  await ask(page, 'rotation.captureFromClipboard', its);
  await attempt(page, 'rotation.chooseCaptured', { ...its, fingerprint: '0000 0000' });
  const { comparison } = await ask<Rotation>(page, 'rotation.compare', its);
  await ask(page, 'rotation.handOver', {
    ...its,
    confirm: comparison?.confirm.map(({ what }) => what) ?? [],
  });
  const env = join(consumers, '.env');
  writeFileSync(env, 'OKTA_API_TOKEN=old\n');
  await control.answerDialog({ canceled: false, filePaths: [env] });
  await ask(page, 'rotation.chooseEnvFile');
  const item = { where: '', note: '' };
  // The process lives long enough to appear in a list of processes.
  const argv = ['/bin/sh', '-c', `cat > ${consumers}/got; cat ${consumers}/got; sleep 2`];
  const items = [
    { ...item, name: 'command', how: { kind: 'command', argv, via: { stdin: true } } },
    { ...item, name: 'file', how: { kind: 'env-file', path: env, key: 'OKTA_API_TOKEN' } },
  ];
  const { checklist } = await ask<Rotation>(page, 'rotation.editChecklist', { ...its, items });
  for (const { id: itemId } of checklist) {
    await control.answerDialog({ response: 1 });
    await ask(page, 'rotation.run', { ...its, itemId });
    await ask(page, 'rotation.tick', { ...its, itemId, done: true });
  }
  await callAs(fake, acme, value, { userAgent: 'walk', path: '/api/v1/users/me' });
  await ask(page, 'rotation.setQuietMinutes', { ...its, minutes: 0 });
  await ask(page, 'rotation.checkQuiet', its);
  await attempt(page, 'rotation.candidates', its);
  await attempt(page, 'rotation.pickOld', { ...its, oktaTokenId: '00T1' });
  await ask(page, 'rotation.undo', its);
  await attempt(page, 'rotation.putAside', { ...its, newToken: 'neither' });
  await ask(page, 'rotation.resume', its);
  await ask(page, 'rotation.revoke', { ...its, insist: 'revoke anyway' });
  for (const as of ['json', 'html']) {
    await control.answerDialog({ canceled: false, filePath: join(exports, `proof.${as}`) });
    await ask(page, 'rotation.exportProof', { ...its, as });
  }
  await ask(page, 'rotation.list');
}

/** Diagnoses and replaces a token that no longer works. */
async function diagnoseAndReplace({ app }: Walk, tokenId: string): Promise<void> {
  const { page } = app;
  const subject = { tokenId };
  await testNow(page, tokenId);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Tokens/ })
    .first()
    .click();
  await row(page, 'leaked').click();
  await page.getByRole('main').getByText('Not accepted.').first().waitFor();
  const { jobId } = await ask<{ jobId: string }>(page, 'diagnosis.start', { subject });
  await page
    .getByRole('button', { name: 'Copy report' })
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  await attempt(page, 'diagnosis.cancel', { jobId });
  await attempt(page, 'diagnosis.copyReport', { subject });
  await attempt(page, 'diagnosis.open', { subject, page: 'open-tokens-page' });
  const begun = await ask<Rotation>(page, 'rotation.replaceNow', { tokenId });
  await attempt(page, 'rotation.finish', { rotationId: begun.id });
  await attempt(page, 'rotation.end', { rotationId: begun.id });
}

/** Covers the wizard's other ways: a tested and discarded draft, and a choice among several values. Returns these values. */
async function openDrafts({ app, acme }: Walk, tokenId: string): Promise<string[]> {
  const { page, control } = app;
  const { draftId } = await ask<{ draftId: string }>(page, 'wizard.begin', { tokenId });
  const its = { draftId };
  await ask(page, 'wizard.checkOrg', { ...its, input: acme.origin });
  await ask(page, 'wizard.openAdminConsole', its);
  const values = ['a', 'b'].map(
    (name) => acme.org.issueToken({ owner: owners.others, name: `spare ${name}` }).value,
  );
  await control.writeClipboard(`a: ${values[0]}\nb: ${values[1]}\n`);
  const { choices } = await ask<{ choices: { fingerprint: string }[] }>(
    page,
    'wizard.captureFromClipboard',
    its,
  );
  await attempt(page, 'wizard.chooseCaptured', { ...its, fingerprint: choices[0]?.fingerprint ?? '' });
  await attempt(page, 'wizard.test', its);
  await ask(page, 'wizard.discard', its);
  return values;
}

/** Covers backups, the file for another computer, the recovery key, the passcode and a new data key. Returns what the window showed. */
async function keepVault({ app, exports }: Walk): Promise<Map<string, string>> {
  const { page, control } = app;
  const { recoveryKey } = await ask<{ recoveryKey: string }>(page, 'vault.makeRecoveryKey');
  await control.answerDialog({ canceled: false, filePath: join(exports, 'walk.keyturn-backup') });
  await ask(page, 'vault.saveBackup', { passphrase });
  await control.answerDialog({ canceled: false, filePath: join(exports, 'walk.age') });
  await ask(page, 'vault.exportTokens', { passphrase });
  await control.answerDialog({ canceled: false, filePaths: [join(exports, 'walk.age')] });
  await ask(page, 'vault.importTokens', { passphrase });
  const { backups } = await ask<{ backups: { day: string }[] }>(page, 'vault.backUpNow');
  await ask(page, 'vault.dailyBackups');
  for (const { day } of backups) await ask(page, 'vault.readBackup', { day });
  await control.answerDialog({ response: 1 });
  await ask(page, 'vault.choosePasscode', { passcode });
  await ask(page, 'vault.prove', { passcode });
  await ask(page, 'vault.removePasscode', { present: passcode });
  await ask(page, 'vault.systemProof');
  await attempt(page, 'vault.proveBySystem');
  await attempt(page, 'vault.setSystemProof', { on: false });
  await ask(page, 'vault.showFolder');
  await control.answerDialog({ response: 1 });
  const renewed = await ask<{ recoveryKey: string }>(page, 'vault.renewKey');
  return new Map([
    ['the recovery key', recoveryKey],
    ['the recovery key of the new data key', renewed.recoveryKey],
  ]);
}

/** Returns the methods of the bridge that received no message. */
export function notAsked(messages: readonly Message[]): string[] {
  const asked = new Set(messages.map(({ channel }) => channel.replace('keyturn:', '')));
  return Object.entries(methods)
    .flatMap(([feature, table]) => Object.keys(table).map((name) => `${feature}.${name}`))
    .filter((name) => !asked.has(name));
}
