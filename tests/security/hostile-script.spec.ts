import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { beginAttack } from '../support/attack.ts';
import { filesBelow, filesWith, heapOf, spellings } from '../support/leaks.ts';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';
import { everyMethod, isCarried, messages } from './generated-messages.ts';
import { askForAll, goAround, sendElsewhere } from './hostile-steps.ts';
import { openSink } from './sinks.ts';

/** Methods that remove what the other messages need. They come last. */
const last = new Set(['tokens.remove', 'rotation.replaceNow', 'vault.lock']);
/** It ends the app, and the walk with it. A restart gives script nothing: it begins locked or as any start does. */
const ending = 'updates.restart';
const inOrder = [...everyMethod]
  .filter(({ name }) => name !== ending)
  .sort((a, b) => Number(last.has(a.name)) - Number(last.has(b.name)));

/** Calls one method with each of `requests` from the page's own world, all at once. Returns the number of answers, or none after a reload. */
async function send(page: Page, name: string, requests: readonly unknown[]): Promise<number> {
  const answered = page.evaluate(
    async ([method, all]) => {
      const [feature = '', own = ''] = method.split('.');
      const table = window.keyturn as unknown as Record<
        string,
        Record<string, (request: unknown) => Promise<unknown>>
      >;
      const answers = await Promise.all(
        all.map(async (request) => {
          try {
            return await table[feature]?.[own]?.(request);
          } catch {
            return 'what cannot cross is refused by the bridge itself';
          }
        }),
      );
      return answers.filter((answer) => answer !== undefined).length;
    },
    [name, [...requests]] as const,
  );
  return answered.catch((error: Error) => {
    // A lock reloads the page and ends its scripts.
    if (!/context was destroyed|navigat/i.test(error.message)) throw error;
    return 0;
  });
}

/**
 * Opens the vault again if a message locked it. Main first answers the hundreds of messages before it, and the lock loads the page again:
 * on a busy machine both together took longer than the ten seconds that a poll waits by itself. Any other state than open still fails.
 */
async function openAgain(page: Page, after: string): Promise<void> {
  await expect
    .poll(
      () =>
        page
          .evaluate(async () => {
            const status = await window.keyturn.vault.status();
            if (!status.ok) return status.error.code;
            if (status.value.phase === 'open') return 'open';
            const opened = await window.keyturn.vault.unlock({});
            return opened.ok ? status.value.phase : `${status.value.phase}, ${opened.error.code}`;
          })
          .catch(() => 'loading'),
      { message: `the vault after ${after}`, timeout: 60_000 },
    )
    .toBe('open');
}

test('hostile script in the window gets no secret, no approval of its own and no file', async ({
  start,
  fake,
  folder,
}) => {
  const attack = beginAttack('hostile script', { short: 24, long: 400 });
  test.setTimeout(120_000 + attack.rounds * 4_000);
  const acme = fake.org('acme');
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  for (const path of [join(home, 'Downloads'), join(home, '.config'), temporary])
    mkdirSync(path, { recursive: true });
  writeFileSync(join(home, '.env'), 'OKTA_API_TOKEN=mine\n');
  const app = await start({
    env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), TMPDIR: temporary },
  });
  const { page, control } = app;
  const sink = await openSink(null);
  try {
    const owner = 'olga.org@acme.com';
    const { value } = acme.org.issueToken({ owner, name: 'canary' });
    await addToken(app, acme, { value, label: 'canary' });
    // The test inspects every message from here on, even the answers to well-formed copies.
    await control.ipc();
    const theirs = fake.org('acme-preview');
    expect(await sendElsewhere(page, theirs.origin)).toEqual(Array(4).fill('already-kept'));
    // The script's org got a token that the script itself knows, and no other.
    expect(theirs.requests.length).toBeGreaterThan(0);
    expect(
      JSON.stringify(theirs.requests.map(({ headers, path, query }) => [headers, path, query])),
    ).not.toContain(value);
    const before = filesBelow(home);
    const second = acme.org.issueToken({ owner, name: 'second canary' }).value;
    await control.writeClipboard(second);

    // Nobody answers a dialog, so each one is cancelled.
    const asked = await askForAll(page, home);
    expect(Object.fromEntries(asked)).toEqual({
      'back up': { path: null, tokens: 0 },
      'export tokens': { path: null, tokens: 0, apps: 0, leftOut: 0 },
      'export the calendar': { path: null },
      'export the activity': { path: null },
      'choose a file': { path: null },
      value: 'cancelled',
      change: 'cancelled',
      'set a proxy': 'cancelled',
      'trust a file': null,
      'export users': { path: null, users: 0 },
      'choose a file of users': { file: null },
      'deactivate users': 'cancelled',
      'make a group rule': 'cancelled',
      'go on with it': 'bad-request',
      'save its results': { path: null },
      'hand over by stdin': 'cancelled',
      'hand over by env': 'cancelled',
      'hand over by file': 'cancelled',
      'export the proof': { path: null },
    });
    const boxes = await control.messageBoxes();
    expect(boxes.filter(({ buttons, defaultId }) => buttons[defaultId] !== 'Cancel')).toEqual([]);
    expect(boxes).toHaveLength(8);
    expect(acme.org.user('nora.norole@acme.com').status).toBe('ACTIVE');
    expect(acme.org.groupRules).toEqual([]);
    // The clipboard holds a value, as after a person copied it.
    await control.writeClipboard(value);
    const around = await goAround(page);
    expect(around).toHaveLength(12);
    expect(JSON.stringify(around)).not.toContain(value);
    await control.writeClipboard('');

    const list = await page.evaluate(async () => window.keyturn.tokens.list());
    const [token] = list.ok ? list.value : [];
    if (token === undefined) throw new Error('The token is not there.');
    let sent = 0;
    let answered = 0;
    /** The methods after which the script's server had a connection. */
    const reached: string[] = [];
    for (const { name, spec } of inOrder) {
      const requests = fc
        .sample(
          messages(spec, [token.id, token.orgId, `https://127.0.0.1:${sink.port}/`]).filter(isCarried),
          {
            numRuns: attack.rounds,
            seed: attack.seed | 0,
          },
        )
        .map(([request]) => request);
      sent += requests.length;
      answered += await send(page, name, requests);
      await openAgain(page, name);
      if (sink.connections() > reached.length) reached.push(name);
    }
    // Only a lock reloads the page and loses its answers.
    expect(answered).toBeGreaterThanOrEqual(sent - 2 * attack.rounds);
    expect(
      await control.messageBoxes().then((all) => all.filter(({ defaultId }) => defaultId !== 0)),
    ).toEqual([]);

    const secrets = [value, second];
    const forms = secrets.flatMap(spellings).map((form) => form.toString('latin1'));
    const holds = (text: string) => forms.some((form) => text.includes(form));
    const crossed = await control.ipc();
    expect(crossed.length).toBeGreaterThan(sent / 2);
    expect(crossed.filter(({ text }) => holds(text)).map(({ channel }) => channel)).toEqual([]);
    expect(holds(await page.content())).toBe(false);
    expect(holds(await heapOf(page))).toBe(false);
    expect(holds(app.output())).toBe(false);
    expect(holds(sink.heard().toString('latin1'))).toBe(false);
    expect([reached, sink.connections()]).toEqual([[], 0]);
    await app.quit();
    // The file of "Start at login" is the only one outside Keyturn's folder that the window may create.
    const added = filesBelow(home).filter((name) => !before.includes(name));
    expect(added.filter((name) => !name.startsWith('.config/autostart/'))).toEqual([]);
    expect(existsSync(join(home, 'Downloads/taken.txt'))).toBe(false);
    for (const secret of secrets) expect(filesWith(folder, secret)).toEqual([]);
    attack.report(`${sent} messages to ${everyMethod.length} methods, 0 secrets, 0 files, 0 approvals`);
  } finally {
    await sink.close();
  }
});
