import { join } from 'node:path';
import {
  allow,
  askDialog,
  doorCard,
  exec,
  keepMore,
  node,
  openDoor,
  ownProgram,
  runOwn,
  script,
} from '../support/program.ts';
import { expect, test } from '../support/test.ts';

/** Acts as hostile script in the window: answers every question as often as it can, and presses every button. */
const approvesAll = `(async () => {
  for (let round = 0; round < 5; round++) {
    const { value: { asks } } = await window.keyturn.programs.state();
    for (const { id } of asks) {
      for (const allow of ['always', 'until-lock', 'minutes', 'once']) {
        void window.keyturn.programs.answer({ askId: id, allow });
      }
    }
    for (const button of document.querySelectorAll('dialog[open] button')) {
      if (/Allow|Always|Give/.test(button.textContent)) button.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
})()`;

test('script in the window approves no program, switches on neither change nor value, and gets nothing to Okta', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { address, value } = await openDoor(app, acme);
  acme.requests.length = 0;

  // The script changes each of the two rules, and both, with more paths and a faster pace.
  const results = await page.evaluate(async () => {
    const tokens = await window.keyturn.tokens.list();
    if (!tokens.ok) throw new Error('No tokens.');
    const tokenId = tokens.value[0]?.id ?? '';
    const read = await window.keyturn.programs.door({ tokenId });
    if (!read.ok) throw new Error('No door.');
    const { alias: _alias, ...door } = read.value;
    const said: string[] = [];
    for (const more of [
      { value: true },
      { access: 'change' as const },
      { value: true, access: 'change' as const, paths: ['/api/v1/', '/oauth2/'], perMinute: 600 },
    ]) {
      const set = await window.keyturn.programs.setDoor({ tokenId, door: { ...door, ...more } });
      said.push(set.ok ? 'done' : set.error.code);
    }
    const after = await window.keyturn.programs.door({ tokenId });
    return [...said, after.ok ? `${after.value.access} ${after.value.value}` : 'no door'];
  });
  expect(results).toEqual(['cancelled', 'cancelled', 'cancelled', 'read false']);

  // Two programs wait: one with a call, and one for the value, which the rules do not allow.
  const { said } = script(`${address}/api/v1/users/me`);
  await expect(askDialog(page)).toBeVisible();
  await page.evaluate(approvesAll);
  expect(await said).toMatch(/^403 .*denied this program/s);
  const given = await exec(join(folder, 'Keyturn'), ['--value', 'terraform-prod', '--', 'true']);
  expect(given).toMatchObject({ code: 77, out: '' });
  expect(acme.requests).toEqual([]);
  await expect(doorCard(page)).toContainText(
    'No program. Keyturn asks you about the first call of each program.',
  );

  // A person was asked each question in full, with the safe answer as the default, and not so often that they would stop reading.
  const boxes = await control.messageBoxes();
  const asked = boxes.filter(({ message }) => message.startsWith('Let node use terraform-prod'));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(3);
  for (const { detail, buttons, defaultId } of asked) {
    expect(detail).toContain('GET /api/v1/users/me');
    expect([buttons[0], defaultId]).toEqual(['Cancel', 0]);
  }
  expect(JSON.stringify(boxes)).not.toContain(value);
});

test('an ask that shows reading allows no change, whatever the answer', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { address } = await openDoor(app, acme);
  await doorCard(page).getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Programs may do').selectOption({ label: 'Reading and changes' });
  await keepMore(app);
  await expect(doorCard(page)).toContainText('Reading and changes below');
  acme.requests.length = 0;

  // One program makes two calls: it asks for the change while the question about reading is on the screen.
  const { said } = node(`(async () => {
    const read = fetch('${address}/api/v1/users/me');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const change = fetch('${address}/api/v1/groups/00g1', { method: 'DELETE' });
    console.log([(await read).status, (await change).status].join(' '));
  })()`);
  await expect(askDialog(page)).toContainText('GET /api/v1/users/me');
  await allow(app, 'Allow until lock');
  await expect(askDialog(page)).toContainText('DELETE /api/v1/groups/00g1');
  expect(acme.requests.map(({ method }) => method)).not.toContain('DELETE');
  await askDialog(page).getByRole('button', { name: 'Deny' }).click();
  expect(await said).toContain('200 403');
  expect(acme.requests.map(({ method }) => method)).not.toContain('DELETE');
});

test('script in the window allows no program always, and does not widen what a person allowed always', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { address } = await openDoor(app, acme);
  const report = ownProgram(folder);
  const always = () =>
    page.evaluate(async () => {
      const read = await window.keyturn.programs.state();
      return read.ok ? read.value.always.map(({ covers, paths }) => `${covers} ${paths.join(' ')}`) : [];
    });
  /** Changes the rules as script does, which no dialog asks about where programs may only read. */
  const setRules = (more: { open?: boolean; paths?: string[] }) =>
    page.evaluate(async (changed) => {
      const tokens = await window.keyturn.tokens.list();
      const tokenId = (tokens.ok && tokens.value[0]?.id) || '';
      const read = await window.keyturn.programs.door({ tokenId });
      if (!read.ok) throw new Error('No door.');
      const { alias: _alias, ...door } = read.value;
      const set = await window.keyturn.programs.setDoor({ tokenId, door: { ...door, ...changed } });
      return set.ok;
    }, more);
  expect(await setRules({ paths: ['/api/v1/users'] })).toBe(true);
  acme.requests.length = 0;

  // It answers for the person, and presses every button.
  const refused = runOwn(report, `${address}/api/v1/users/me`);
  await expect(askDialog(page)).toBeVisible();
  await page.evaluate(approvesAll);
  expect(await refused).toMatch(/ 403$/);
  expect(await always()).toEqual([]);
  expect(acme.requests).toEqual([]);
  const asked = (await control.messageBoxes()).filter(({ message }) => message.startsWith('Always let'));
  for (const { buttons, defaultId } of asked) expect([buttons[0], defaultId]).toEqual(['Cancel', 0]);

  // A person allows it. Script widens the rules, shuts the door and opens it again.
  const another = join(folder, 'other');
  const allowed = ownProgram(another);
  const first = runOwn(allowed, `${address}/api/v1/users/me`);
  await allow(app, 'Always for this program');
  expect(await first).toMatch(/ 200$/);
  expect(await always()).toEqual(['reading /api/v1/users']);
  const boxes = (await control.messageBoxes()).length;
  expect(await setRules({ paths: ['/api/v1/'] })).toBe(true);
  expect(await runOwn(allowed, `${address}/api/v1/users/me`)).toMatch(/ 200$/);
  acme.requests.length = 0;
  const wider = runOwn(allowed, `${address}/api/v1/groups`);
  await expect(askDialog(page)).toContainText('GET /api/v1/groups');
  await askDialog(page).getByRole('button', { name: 'Deny' }).click();
  expect(await wider).toMatch(/ 403$/);
  expect(await setRules({ open: false })).toBe(true);
  expect(await setRules({ open: true })).toBe(true);
  expect(await always()).toEqual([]);
  const again = runOwn(allowed, `${address}/api/v1/users/me`);
  await expect(askDialog(page)).toContainText('GET /api/v1/users/me');
  await askDialog(page).getByRole('button', { name: 'Deny' }).click();
  expect(await again).toMatch(/ 403$/);
  expect(acme.requests).toEqual([]);
  expect((await control.messageBoxes()).length).toBe(boxes);
});
