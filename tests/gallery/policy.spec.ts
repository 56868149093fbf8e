import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/launch.ts';
import { mayMount } from '../support/own-etc.ts';
import { test } from '../support/test.ts';
import { camera } from './camera.ts';

test.skip(!mayMount(), 'Only root on Linux can give the app an /etc of its own.');

test('the policy of an organisation', async ({ start, fake }) => {
  const etc = temporaryFolder();
  const policyIs = (text: string) => writeFileSync(join(etc.path, 'policy.json'), text, { mode: 0o644 });
  try {
    policyIs(
      JSON.stringify({
        allowedOrgs: ['acme.okta.com', '*.acme.example'],
        ...{ lockAfterMinutes: 15, lockOnSuspend: true, copy: false, programs: false },
      }),
    );
    const app = await start({ etc: etc.path });
    const picture = camera(app, 'policy');
    await app.page.getByRole('button', { name: 'Settings' }).click();
    await app.page.getByRole('region', { name: 'Set by your organisation' }).waitFor();
    await picture('settings');
    await app.page.keyboard.press('Control+n');
    await app.page.getByLabel('Org URL').fill(fake.org('acme').origin);
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await app.page.getByRole('alert').waitFor();
    await picture('wizard');
    await app.quit();
    policyIs('{ "alowedOrgs": ["acme.okta.com"] }');
    const again = await start({ etc: etc.path });
    await again.page.getByRole('button', { name: 'Settings' }).click();
    await again.page.getByRole('region', { name: 'Set by your organisation' }).waitFor();
    await camera(again, 'policy-unreadable')('settings');
  } finally {
    etc.remove();
  }
});
