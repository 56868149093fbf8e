import { addToken, result, row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('Cancel on a token’s page ends only its test, while Test all continues with the others', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  for (const label of ['one', 'two', 'three']) {
    const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: label });
    await addToken(app, acme, { value, label });
  }
  acme.faults.add({ kind: 'hang' }, { path: /users\/me/, times: 1 });
  await page.getByRole('button', { name: 'Test all' }).click();
  await expect(page.getByText('Testing 2 of 3')).toBeVisible();
  const silent = page.getByRole('grid', { name: 'Tokens' }).getByRole('row').filter({ hasText: 'Testing…' });
  await expect(silent).toHaveCount(1);
  await silent.click();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Tested 3 of 3')).toBeVisible();
  await expect(silent).toHaveCount(0);
  for (const label of ['one', 'two', 'three']) {
    await row(page, label).click();
    await expect(result(page)).toHaveText(/^Working\./);
  }
});
