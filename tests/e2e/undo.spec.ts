import { addToken, openTasks, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('changed details are taken back whole, also on the disk, and nothing else with them', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  let app = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'before' });
  const profile = async () => {
    const read = await app.page.evaluate(() => window.keyturn.tokens.list());
    if (!read.ok) throw new Error(read.error.sentence);
    const [token] = read.value;
    if (token === undefined) throw new Error('There is no token.');
    const { label, purpose, environment, tags, consumers, rotateEveryDays } = token;
    return { label, purpose, environment, tags, consumers, rotateEveryDays };
  };
  // A consumer with a way of hand-over, which the form does not show.
  const consumers = [
    {
      name: 'CI',
      where: 'acme/infra',
      note: 'ask Olga',
      how: { kind: 'env-file', path: '/x/.env', key: 'A' },
    },
  ];
  const [id] = await app.page.evaluate(async () => {
    const read = await window.keyturn.tokens.list();
    return read.ok ? read.value.map((one) => one.id) : [];
  });
  await app.page.evaluate(
    ([tokenId, given]) =>
      window.keyturn.tokens.update({ tokenId: tokenId as string, profile: { consumers: given as never } }),
    [id, consumers] as const,
  );
  const before = await profile();
  expect(before.consumers).toEqual(consumers);

  const { page } = app;
  const edit = async () => {
    await page.getByRole('button', { name: 'Edit details' }).click();
    await page.getByLabel('Label').fill('after');
    await page.getByLabel('Where it is used').fill('');
    await page.getByLabel('Rotate every (days)').fill('3');
    await page.getByRole('button', { name: 'Save details' }).click();
    await expect(row(page, 'after')).toBeVisible();
  };
  await edit();
  // What the corner shows covers no end of a page: the page can be scrolled above it.
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect
    .poll(() =>
      page.evaluate<string>(`(() => {
        const body = document.querySelector('main [class*=body]');
        const corner = document.querySelector('[class*=corner]');
        if (body === null || corner === null) return 'nothing there';
        body.scrollTop = body.scrollHeight;
        const end = body.lastElementChild.getBoundingClientRect().bottom;
        const { top } = corner.firstElementChild?.getBoundingClientRect() ?? { top: -1 };
        return end <= top ? 'free' : end + ' is below ' + top;
      })()`),
    )
    .toBe('free');
  // What another way changes meanwhile stays.
  await page.evaluate(
    (tokenId) =>
      window.keyturn.tokens.update({ tokenId: tokenId as string, profile: { purpose: 'meanwhile' } }),
    id,
  );
  await expect(page.getByText('The details of after were changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'before')).toBeVisible();
  expect(await profile()).toEqual({ ...before, purpose: 'meanwhile' });
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await app.kill();
  app = await start();
  await expect(row(app.page, 'before')).toBeVisible();
  expect(await profile()).toEqual({ ...before, purpose: 'meanwhile' });
});

test('the offer ends after ten seconds, and an unchanged form makes none', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const { page, ...rest } = await start();
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken({ page, ...rest }, acme, { value, label: 'mine' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeVisible();
  await expect(undo).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Label').fill('other');
  await page.clock.install();
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(undo).toBeVisible();
  await page.clock.fastForward('00:07');
  await expect(undo).toBeVisible();
  await page.clock.fastForward('00:03');
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'other')).toBeVisible();
});

test('a removed search comes back with its question', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openTasks(app, acme);
  const question = { search: 'status eq "SUSPENDED"', notSignedInForDays: null };
  const orgs = await page.evaluate(() => window.keyturn.orgs.list());
  const orgId = orgs.ok ? (orgs.value[0]?.id ?? '') : '';
  await page.evaluate((kept) => window.keyturn.tasks.keepSearch({ ...kept, name: 'Suspended' }), {
    orgId,
    question,
  });
  await page.getByRole('navigation').getByRole('button', { name: 'Activity' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Tasks' }).click();
  await page.getByRole('button', { name: 'Remove Suspended' }).click();
  await expect(page.getByText('The search Suspended was removed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Use Suspended' })).toBeVisible();
  const view = await page.evaluate((id) => window.keyturn.tasks.view({ orgId: id }), orgId);
  expect(view).toMatchObject({ ok: true, value: { searches: [{ name: 'Suspended', question }] } });
});

test('a search that another one of its name replaced comes back', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  await openTasks(app, acme);
  const save = async (text: string) => {
    await page.getByLabel('Search in Okta').fill(text);
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('mine');
    await page.getByRole('button', { name: 'Save search' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await save('status eq "SUSPENDED"');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await save('status eq "ACTIVE"');
  await expect(page.getByText('The search mine was replaced.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Use mine' }).click();
  await expect(page.getByLabel('Search in Okta')).toHaveValue('status eq "SUSPENDED"');
});

test('keeping a token alive comes back with its reason and its end, and goes again', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await page.getByRole('button', { name: 'Keep it alive' }).click();
  await page.getByLabel('Reason').fill('a yearly job');
  await page.getByRole('button', { name: 'Keep alive' }).click();
  await expect(page.getByText(/^On until .*: a yearly job\./)).toBeVisible();
  await undo.click();
  await expect(page.getByText('Off. If nothing uses it', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: 'Keep it alive' }).click();
  await page.getByLabel('Reason').fill('a yearly job');
  await page.getByRole('button', { name: 'Keep alive' }).click();
  const on = page.getByText(/^On until .*: a yearly job\./);
  const before = await on.textContent();
  await page.locator('section', { has: on }).getByRole('button', { name: 'Change' }).click();
  await page.getByRole('button', { name: 'Stop keeping it alive' }).click();
  await expect(page.getByText('Off. If nothing uses it', { exact: false })).toBeVisible();
  await undo.click();
  await expect(on).toHaveText(before ?? '');
});
