import { addToken, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('the overview shows tokens by health, what needs a person, least privilege, and super admins, and asks nobody', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const nav = (name: string | RegExp) =>
    page.getByRole('navigation').getByRole('button', { name, exact: typeof name === 'string' });
  const issue = (owner: string, name: string) => acme.org.issueToken({ owner: `${owner}@acme.com`, name });

  await nav('Overview').click();
  await expect(page.getByRole('heading', { name: 'There is nothing to show yet' })).toBeVisible();
  await nav(/^Tokens/).click();

  const mine = issue('svc-terraform', 'mine');
  const dead = issue('svc-terraform', 'dead');
  await addToken(app, acme, { value: mine.value, label: 'mine' });
  await addToken(app, acme, { value: issue('ada.admin', 'admin').value, label: 'admin' });
  await addToken(app, acme, { value: dead.value, label: 'dead' });
  acme.org.revoke(dead.id);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(row(page, 'dead')).toContainText('Failing');
  await row(page, 'mine').click();
  await page.getByRole('tab', { name: 'Access' }).click();
  await page.getByRole('button', { name: 'X-ray' }).click();
  await page.getByText(/\d+ allowed/).waitFor();
  await page.getByLabel('What it is for').selectOption('Reporting');

  const before = acme.requests.length;
  await nav('Overview').click();
  const overview = page.getByRole('main', { name: 'Overview' });
  const bars = overview.getByRole('list', { name: 'Tokens by health' }).getByRole('listitem');
  await expect(bars).toHaveText([
    /^Failing.*1$/,
    /^Attention.*1$/,
    /^Rotating.*0$/,
    /^Healthy.*1$/,
    /^Revoked.*0$/,
  ]);
  // What waits now and each of eight days have a column.
  const columns = overview.getByRole('list', { name: 'How much is due on each day' }).getByRole('listitem');
  await expect(columns).toHaveCount(9);
  await expect(columns.first()).toHaveText('1Now');
  await expect(overview.getByText('1 of 3 tokens')).toBeVisible();
  await expect(overview.getByText('0 of 3 tokens')).toBeVisible();
  const work = overview.getByRole('table', { name: 'Needs you this week' });
  await expect(work.getByRole('row')).toHaveCount(2);
  await expect(work.getByRole('row').nth(1)).toContainText('dead');
  await expect(work.getByRole('row').nth(1)).toContainText('Not accepted since');
  const scores = overview.getByRole('table', { name: 'Least privilege by org' });
  await expect(scores.getByRole('row').nth(1)).toContainText(/(0|100)%/);
  await expect(scores.getByRole('row').nth(1).getByRole('cell').last()).toHaveText('2');
  await expect(overview.getByText('Each token was used within 20 days.')).toBeVisible();
  expect(acme.requests.length).toBe(before);

  await overview
    .getByRole('table', { name: 'Tokens of super admins' })
    .getByRole('button', { name: 'admin' })
    .click();
  await expect(page.getByRole('heading', { name: 'admin', level: 1 })).toBeVisible();
  await nav('Overview').click();
  await overview.getByRole('button', { name: 'Show 1 token: Failing' }).click();
  await expect(row(page, 'dead')).toBeVisible();
  await expect(row(page, 'mine')).toHaveCount(0);
});

test('no card of the overview is cut, and none is wider than the window', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'ada.admin@acme.com', name: 'admin' });
  await addToken(app, acme, { value, label: 'admin' });
  await page.getByRole('navigation').getByRole('button', { name: 'Overview', exact: true }).click();
  await page.getByRole('table', { name: 'Tokens of super admins' }).waitFor();
  for (const [width, height] of [
    [1280, 800],
    [900, 500],
  ] as const) {
    await page.setViewportSize({ width, height });
    const cut = await page
      .getByRole('main', { name: 'Overview' })
      .locator('section')
      .evaluateAll((cards) =>
        cards
          .filter(
            (card) => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1,
          )
          .map((card) => card.textContent),
      );
    expect(cut).toEqual([]);
  }
});
