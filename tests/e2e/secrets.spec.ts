import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../support/control.ts';
import { host } from '../support/host.ts';
import type { RunningApp } from '../support/launch.ts';
import { notAsked, walkEverything } from '../support/leak-walk.ts';
import { type Evidence, filesIn, filesWith, leaksIn, messagesIn, pageIn, textIn } from '../support/leaks.ts';
import {
  heapOfProcess,
  heapOnSignal,
  type WatchedProcesses,
  watchProcesses,
} from '../support/process-traces.ts';
import { addToken, openWizardAtCapture } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

/** The folders of one test: those that Keyturn may write to, and the one for its heap. */
function foldersIn(folder: string) {
  const folders = {
    userData: join(folder, 'Keyturn'),
    home: join(folder, 'home'),
    temporary: join(folder, 'tmp'),
    exports: join(folder, 'exports'),
    heaps: join(folder, 'heaps'),
  };
  for (const path of Object.values(folders)) mkdirSync(path, { recursive: true });
  return folders;
}
type Folders = ReturnType<typeof foldersIn>;

/** Returns the environment of an app whose home, temporary files and heap are in `folders`. */
const within = ({ home, temporary, heaps }: Folders) => ({
  HOME: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  TMPDIR: temporary,
  ...heapOnSignal(heaps),
});

/**
 * Returns everything except files that could hold a secret: the window, the recorded messages, what the desktop shows,
 * the processes, and main's heap (none on Electron, because its packages ignore NODE_OPTIONS).
 */
async function evidenceOf(
  app: RunningApp,
  messages: readonly Message[],
  { heaps }: Folders,
  watch: WatchedProcesses,
): Promise<Evidence[]> {
  const { page, control } = app;
  const clipboard = [await control.readClipboard(), JSON.stringify(await control.clipboardFormats())];
  const shown = [await control.notifications(), await control.messageBoxes(), await control.trays()];
  return [
    ...(await pageIn(page)),
    ...messagesIn(messages),
    textIn('output', app.output()),
    textIn('clipboard', clipboard.join('\n')),
    textIn('desktop', JSON.stringify([...shown, await control.opened(), await control.windows()])),
    ...(await watch.end()),
    ...(host.host === 'chromium' ? [await heapOfProcess(app.process.pid ?? 0, heaps)] : []),
  ];
}

const filesOf = ({ userData, home, temporary, exports }: Folders): Evidence[] =>
  [userData, home, temporary, exports].flatMap((folder) => [...filesIn(folder)]);

/** Methods that need another vault: one without a keyring, a damaged one, or one locked with a passcode. */
const ofOtherVaults = [
  'vault.unlock',
  'vault.retry',
  'vault.choosePassphrase',
  'vault.changePassphrase',
  'vault.keepForSession',
  'vault.recover',
  'vault.restoreBackup',
  'vault.restoreDaily',
  'vault.beginAnew',
];
/** Methods that take a typed value. A test below follows the value. */
const typing = ['wizard.captureTyped', 'rotation.captureTyped'];
/** It ends the app, which the walk then could not look into. e2e/language walks it. */
const ending = ['updates.restart'];

test('no secret is in the window, a message, a process, the heap or a file after a walk through every feature and a lock', async ({
  start,
  fake,
  folder,
}) => {
  test.setTimeout(600_000);
  const acme = fake.org('acme');
  const folders = foldersIn(folder);
  const app = await start({ env: within(folders) });
  const { page, control } = app;
  const watch = watchProcesses(app.process.pid ?? 0);
  await control.ipc();
  const { kept, typed, shown } = await walkEverything({
    ...folders,
    app,
    fake,
    acme,
    consumers: join(folder, 'consumers'),
  });
  const fresh = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await fresh;
  await page.getByRole('heading', { name: 'Keyturn is locked' }).waitFor();

  const messages = await control.takeIpc();
  const evidence = await evidenceOf(app, messages, folders, watch);
  expect(
    notAsked(messages).filter((name) => ![...ofOtherVaults, ...typing, ...ending].includes(name)),
  ).toEqual([]);
  const programs = new Set(evidence.map(({ where }) => where));
  // The watch saw the program that was started with a token.
  for (const where of ['arguments of sh', 'environment of sh', 'arguments of sleep'])
    expect(programs).toContain(where);
  const typedIn = [...typed.keys()].map((name) => `: ${name}`);
  // One search covers all messages: a typed secret may go inward, and the recovery key is shown once.
  const found = leaksIn(evidence, new Map([...kept, ...typed, ...shown])).filter(
    (leak) => !(leak.startsWith('message in ') && typedIn.some((name) => leak.endsWith(name))),
  );
  expect(found).toEqual([
    'message out keyturn:vault.makeRecoveryKey: the recovery key',
    'message out keyturn:vault.renewKey: the recovery key of the new data key',
  ]);
  await app.quit();
  expect(leaksIn(filesOf(folders), new Map([...kept, ...typed, ...shown]))).toEqual([]);
  for (const name of ['ada.admin@acme.com', `acme.localhost:${acme.port}`]) {
    const files = [...filesIn(folders.userData)].filter(({ where }) => !where.startsWith('file chromium/'));
    expect(leaksIn(files, new Map([['it', name]]))).toEqual([]);
  }
});

test('these searches find a secret that is planted in each place', async ({ start, fake, folder }) => {
  test.setTimeout(120_000);
  const folders = foldersIn(folder);
  const app = await start({ env: within(folders) });
  const { page, control } = app;
  const watch = watchProcesses(app.process.pid ?? 0);
  await control.ipc();
  const { value } = fake.org('acme').org.issueToken({ owner: 'svc-terraform@acme.com', name: 'planted' });
  const secrets = new Map([['it', value]]);
  const [from, rest] = [value.slice(0, 20), value.slice(20)];
  // The page joins the parts, so that no DevTools message holds the whole secret elsewhere.
  await page.evaluate(`globalThis.kept = ${JSON.stringify([from, rest])}.join('')`);
  await page.evaluate(
    `document.body.setAttribute('data-planted', kept); sessionStorage.setItem('planted', kept)`,
  );
  // The message to main holds the value. Main keeps it for a while and puts it on the clipboard.
  await page.evaluate('keyturn.app.copyText({ text: kept, secret: true })');
  await expect.poll(() => control.readClipboard()).toBe(value);
  writeFileSync(join(folders.userData, 'logs.txt'), `call failed: SSWS ${value}\n`);
  writeFileSync(join(folders.temporary, 'leak.bin'), Buffer.from(`..${value}..`, 'utf16le'));
  writeFileSync(join(folders.exports, 'leak.b64'), Buffer.from(`.${value}.`).toString('base64'));

  const found = leaksIn(
    [...(await evidenceOf(app, await control.ipc(), folders, watch)), ...filesOf(folders)],
    secrets,
  );
  expect(found.filter((where) => !where.startsWith('file chromium/'))).toEqual(
    [
      'clipboard: it',
      'file leak.b64: it',
      'file leak.bin: it',
      'file logs.txt: it',
      'heap of the page: it',
      'message in keyturn:app.copyText: it',
      'page: it',
      'storage of the page: it',
      ...(host.host === 'chromium' ? ['heap of main: it'] : []),
    ].sort(),
  );
});

test('sends a typed token to main once, and the page then forgets it', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await openWizardAtCapture(page, acme);
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'typed' });
  await page.getByRole('button', { name: 'Enter it by hand' }).click();
  await control.ipc();
  await page.getByLabel('API token').fill(value);
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  const carrying = (await control.ipc()).filter(({ text }) => text.includes(value));
  expect(carrying.map(({ direction, channel }) => [direction, channel])).toEqual([
    ['in', 'keyturn:wizard.captureTyped'],
  ]);
  expect(await page.content()).not.toContain(value);
});

test('no Okta error that echoes the token puts it on screen, in the log or in a message', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'echo' });
  await addToken(app, acme, { value, label: 'echo' });
  await app.control.ipc();
  acme.faults.add({ kind: 'redirect', to: `https://evil.example/?t=${value}` });
  await app.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(app.page.getByRole('main').getByText('Unexpected answer.')).toBeVisible();
  expect(await app.page.content()).not.toContain(value);
  expect((await app.control.ipc()).filter(({ text }) => text.includes(value))).toEqual([]);
  await app.quit();
  expect(filesWith(folder, value)).toEqual([]);
});
