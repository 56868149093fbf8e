import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addApp } from '../support/oauth.ts';
import { expect, test } from '../support/test.ts';

test('an OAuth app is in Upcoming, in the calendar file and in the tray, which opens its page', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  await addApp(page, acme, { label: 'report', purpose: 'Reporting' });
  const tip = async () => (await control.trays())[0]?.toolTip;
  await expect.poll(tip).toBe('Keyturn: Your OAuth app is healthy');

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Upcoming/ })
    .click();
  await expect(page.getByRole('main', { name: 'Upcoming' })).toContainText('report');
  const file = join(folder, 'keyturn.ics');
  await control.answerDialog({ canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Export calendar', exact: true }).click();
  await expect(page.getByText(`Saved as ${file}.`)).toBeVisible();
  const calendar = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(calendar).toContain('SUMMARY:Make a new key for OAuth app report');

  // Okta ends the app, and the tray says so after the next test.
  for (const made of acme.org.serviceApps) made.deactivate();
  await control.clickTray('Test all');
  await expect.poll(tip).toBe('Keyturn: 1 of 1 OAuth app needs you');
  await control.clickTray('report: Failing');
  await expect(page.getByRole('heading', { name: 'report', level: 1 })).toBeVisible();
});
