import { readdirSync } from 'node:fs';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('script in the window gets nothing past the passcode, locked or open', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  await control.answerDialog({ response: 1 });
  const chosen = await page.evaluate(() => window.keyturn.vault.choosePasscode({ passcode: '264871' }));
  expect(chosen).toMatchObject({ ok: true, value: { lock: { passcode: 'chosen' } } });
  await control.writeClipboard('before');

  // Open, and nobody gave the passcode.
  const open = await page.evaluate(async () => {
    const { vault, tokens, programs } = window.keyturn;
    const listed = await tokens.list();
    const tokenId = listed.ok ? (listed.value[0]?.id ?? '') : '';
    const read = await programs.door({ tokenId });
    if (!read.ok) throw new Error('no door');
    const { alias: _alias, ...door } = read.value;
    const answers = [
      await tokens.copy({ tokenId, as: 'value' }),
      await tokens.copy({ tokenId, as: 'curl' }),
      await vault.makeRecoveryKey(),
      await vault.saveBackup({ passphrase: 'otter lamp violin creek' }),
      await vault.exportTokens({ passphrase: 'otter lamp violin creek' }),
      await programs.setDoor({ tokenId, door: { ...door, open: true, value: true } }),
      await programs.setDoor({ tokenId, door: { ...door, open: true, access: 'change' } }),
      await vault.prove({ passcode: '000000' }),
      await vault.choosePasscode({ passcode: '918273' }),
      await vault.removePasscode({ present: '918273' }),
    ];
    return answers.map((answer) => (answer.ok ? answer.value : answer.error.code));
  });
  expect(open).toEqual([...Array(7).fill('proof-needed'), ...Array(3).fill('wrong-passcode')]);
  expect(await control.readClipboard()).toBe('before');
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => /\.(?:keyturn-backup|age)$/.test(String(name))),
  ).toEqual([]);

  // Locked, and nobody gave the passcode.
  const fresh = page.waitForEvent('load');
  await page.evaluate(() => void window.keyturn.vault.lock());
  await fresh;
  const locked = await page.evaluate(async () => {
    const { vault, tokens } = window.keyturn;
    await vault.unlock({});
    await vault.unlock({ passphrase: '000000' });
    await vault.retry();
    await vault.keepForSession();
    await vault.choosePassphrase({ passphrase: 'otter lamp violin creek' });
    const status = await vault.status();
    const listed = await tokens.list();
    return [status.ok ? status.value.phase : '', listed.ok ? 'listed' : listed.error.code];
  });
  expect(locked).toEqual(['locked', 'vault-locked']);
});
