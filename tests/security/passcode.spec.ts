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

  // The vault is open, and nobody gave the passcode.
  const open = await page.evaluate(async () => {
    const { vault, tokens, programs } = window.keyturn;
    const listed = await tokens.list();
    const tokenId = listed.ok ? (listed.value[0]?.id ?? '') : '';
    const read = await programs.door({ tokenId });
    if (!read.ok) throw new Error('no door');
    const { alias: _alias, ...door } = read.value;
    // The vault is open, so these calls check nothing.
    await vault.unlock({ passphrase: '000000' });
    await vault.recover({ recoveryKey: '000000' });
    const answers = [
      await tokens.copy({ tokenId, as: 'value' }),
      await tokens.copy({ tokenId, as: 'curl' }),
      await vault.makeRecoveryKey(),
      await vault.saveBackup({ passphrase: 'otter lamp violin creek' }),
      await vault.exportTokens({ passphrase: 'otter lamp violin creek' }),
      await programs.setDoor({ tokenId, door: { ...door, open: true, value: true } }),
      await programs.setDoor({ tokenId, door: { ...door, open: true, access: 'change' } }),
      await vault.renewKey({}),
      await vault.renewKey({ typed: '000000' }),
      await vault.prove({ passcode: '000000' }),
      await vault.choosePasscode({ passcode: '918273' }),
      await vault.removePasscode({ present: '918273' }),
    ];
    return answers.map((answer) => (answer.ok ? answer.value : answer.error.code));
  });
  expect(open).toEqual([...Array(8).fill('proof-needed'), ...Array(4).fill('wrong-passcode')]);
  expect(await control.readClipboard()).toBe('before');
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => /\.(?:keyturn-backup|age)$/.test(String(name))),
  ).toEqual([]);

  // The vault is locked, and nobody gave the passcode.
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

test('script in the window neither answers the system’s own question nor switches it off, locked or open', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start({ touchId: true });
  const { page, control } = app;
  const { value } = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'terraform' });
  await addToken(app, acme, { value, label: 'mine' });
  await control.touchIdAnswers('given');
  const on = await page.evaluate(async () => {
    await window.keyturn.vault.makeRecoveryKey();
    await window.keyturn.vault.backUpNow();
    return window.keyturn.vault.setSystemProof({ on: true });
  });
  expect(on).toMatchObject({ ok: true, value: { lock: { systemProof: 'touch-id' } } });
  await control.touchIdAnswers('cancelled');
  await control.moveClock(61_000);
  await control.writeClipboard('before');

  const open = await page.evaluate(async () => {
    const { vault, tokens } = window.keyturn;
    const listed = await tokens.list();
    const tokenId = listed.ok ? (listed.value[0]?.id ?? '') : '';
    // There is no passcode and the vault is open, so these calls check nothing.
    await vault.prove({ passcode: '000000' });
    await vault.unlock({ passphrase: '000000' });
    await vault.recover({ recoveryKey: '000000' });
    const answers = [
      await tokens.copy({ tokenId, as: 'value' }),
      await vault.makeRecoveryKey(),
      await vault.saveBackup({ passphrase: 'otter lamp violin creek' }),
      await vault.choosePasscode({ passcode: '918273' }),
      await vault.proveBySystem(),
      await vault.setSystemProof({ on: false }),
      await vault.setSystemProof({ on: false, present: '918273' }),
    ];
    return answers.map((answer) => (answer.ok ? answer.value : answer.error.code));
  });
  expect(open).toEqual([...Array(4).fill('proof-needed'), ...Array(3).fill('not-proved')]);
  expect(await control.readClipboard()).toBe('before');

  const fresh = page.waitForEvent('load');
  await page.evaluate(() => void window.keyturn.vault.lock());
  await fresh;
  const locked = await page.evaluate(async () => {
    const { vault, tokens } = window.keyturn;
    await vault.unlock({});
    await vault.unlock({ passphrase: '000000' });
    await vault.retry();
    // A backup from before it was switched on does not bypass it.
    const backups = await vault.dailyBackups();
    const day = backups.ok ? (backups.value.backups[0]?.day ?? '') : '';
    const restored = await vault.restoreDaily({ day });
    await vault.unlock({});
    await vault.setSystemProof({ on: false });
    const status = await vault.status();
    const listed = await tokens.list();
    return [
      restored.ok,
      status.ok ? status.value.phase : '',
      status.ok ? status.value.lock.systemProof : '',
      listed.ok ? 'listed' : listed.error.code,
    ];
  });
  expect(locked).toEqual([true, 'locked', 'touch-id', 'vault-locked']);
});
