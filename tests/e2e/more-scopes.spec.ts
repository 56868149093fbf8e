import { addApp } from '../support/oauth.ts';
import { row } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('a dialog asks before another job gives programs more scopes, and a no keeps the job', async ({
  start,
  fake,
}) => {
  const { page, control } = await start();
  await addApp(page, fake.org('acme'), { label: 'report', purpose: 'Reporting' });
  await expect(row(page, 'report')).toContainText('Healthy');
  await page.getByRole('tab', { name: 'Programs', exact: true }).click();
  await page.getByRole('switch', { name: 'Let programs use it without having it' }).click();
  await page.getByRole('tab', { name: 'Access', exact: true }).click();
  const scopes = page.getByRole('list', { name: 'Scopes' });
  const choose = async (job: string, response: number) => {
    await control.answerDialog({ response });
    await page.getByLabel('What it is for').selectOption(job);
    await page.getByRole('button', { name: 'Save this job' }).click();
  };
  await choose('User provisioning', 0);
  await expect
    .poll(async () => (await control.messageBoxes()).at(-1)?.message)
    .toBe('Let programs do more with report?');
  expect((await control.messageBoxes()).at(-1)).toMatchObject({
    detail: expect.stringMatching(/^Org: .*also have: .*okta\.users\.manage/),
    buttons: ['Cancel', 'Let programs do more'],
    defaultId: 0,
  });
  await expect(scopes).not.toContainText('okta.users.manage');
  await choose('User provisioning', 1);
  await expect(scopes).toContainText('okta.users.manage');
});
