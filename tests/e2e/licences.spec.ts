import { expect, test } from '../support/test.ts';

test('About shows the licences of the bundled packages', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Third-party licences' }).click();
  const packages = page
    .getByRole('dialog', { name: 'Third-party licences' })
    .getByRole('list', { name: 'Packages' });
  await expect(packages.getByRole('listitem').filter({ hasText: 'undici' })).toBeVisible();
  const react = packages.getByRole('listitem').filter({ hasText: 'react-dom' });
  await react.getByText(/^react-dom .*MIT$/).click();
  await expect(react.getByText('Copyright (c) Meta Platforms')).toBeVisible();
});
