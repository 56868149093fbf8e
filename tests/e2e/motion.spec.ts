import type { Page } from 'playwright-core';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

const running = (page: Page) => page.evaluate<number>('document.getAnimations().length');

test('nothing moves when the system asks for less motion', async ({ start, fake }) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 't' });
  await addToken(app, acme, { value, label: 'mine' });
  acme.faults.add({ kind: 'hang' }, { path: /users\/me/, times: 9 });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  // What turns while a test runs shows that there is something to stop.
  await expect.poll(() => running(page)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => running(page)).toBe(0);

  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  expect(await running(page)).toBe(0);
  await page.getByRole('button', { name: 'Save a backup' }).click();
  expect(await running(page)).toBe(0);
});
