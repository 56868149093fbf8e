import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToken } from '../support/steps.ts';
import { expect, test } from '../support/test.ts';

test('without a yes in the dialog of the system, script in the window sends no token from a file to its own org, and changes no file', async ({
  start,
  fake,
  folder,
}) => {
  const acme = fake.org('acme');
  const evil = fake.org('acme-preview');
  const kept = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'kept' }).value;
  const lying = acme.org.issueToken({ owner: 'svc-terraform@acme.com', name: 'lying' }).value;
  const home = join(folder, 'home');
  mkdirSync(home);
  const file = join(home, '.env');
  const text = `OKTA_API_TOKEN=${lying}\nOLD_OKTA_TOKEN=${kept}\n`;
  writeFileSync(file, text);
  const app = await start({ env: { HOME: home } });
  const { page, control } = app;
  await addToken(app, acme, { value: kept, label: 'kept' });
  await control.ipc();
  evil.requests.length = 0;

  // Nobody answers a dialog, so each counts as cancelled.
  const came = await page.evaluate(async (origin) => {
    const { plaintext, wizard } = window.keyturn;
    const codeOf = (answer: { ok: boolean; error?: { code: string } }) =>
      answer.ok ? 'done' : (answer.error?.code ?? '');
    await plaintext.look();
    let view = await plaintext.view();
    while (view.ok && view.value.state === 'looking') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      view = await plaintext.view();
    }
    if (!view.ok) throw new Error(view.error.sentence);
    const { findings } = view.value;
    const steps: string[] = [];
    for (const finding of findings) {
      const begun = await wizard.begin({ findingId: finding.id });
      if (begun.ok) {
        const { draftId } = begun.value;
        await wizard.checkOrg({ draftId, input: origin, sure: true });
        steps.push(`capture ${codeOf(await wizard.captureFound({ draftId }))}`);
        steps.push(`test ${codeOf(await wizard.test({ draftId }))}`);
      } else steps.push(`begin ${codeOf(begun)}`);
      steps.push(`clean ${codeOf(await plaintext.cleanUp({ findingId: finding.id }))}`);
    }
    const chosen = await plaintext.chooseFolder();
    steps.push(`folder ${chosen.ok ? chosen.value.folder : ''}`);
    return steps;
  }, evil.origin);
  expect(came).toEqual([
    'capture cancelled',
    'test not-a-token',
    'clean cancelled',
    'begin already-kept',
    'clean cancelled',
    'folder null',
  ]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(evil.requests.map(({ path }) => path)).toEqual(['/.well-known/okta-organization']);
  const told = JSON.stringify(await control.ipc());
  for (const value of [kept, lying]) expect(told).not.toContain(value.slice(4, 30));
});
