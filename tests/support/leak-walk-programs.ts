import { join } from 'node:path';
import { ask } from './ask-bridge.ts';
import type { Walk } from './leak-walk.ts';
import { allow, exec, freePort, keyturn, ownProgram, runOwn, script } from './program.ts';

/** Runs a program with the token through Keyturn, `keyturn exec`, and the other terminal commands. */
export async function letPrograms({ app, userData }: Walk, tokenId: string): Promise<void> {
  const { page } = app;
  const programsPort = await freePort();
  await ask(page, 'settings.set', { change: { programsPort } });
  const { alias, ...door } = await ask<{ alias: string }>(page, 'programs.door', { tokenId });
  await ask(page, 'programs.setDoor', { tokenId, door: { ...door, open: true } });
  const call = script(`http://127.0.0.1:${programsPort}/${alias}/api/v1/users/me`);
  await allow(app, 'Allow for 15 minutes');
  if (!(await call.said).startsWith('200 ')) throw new Error('The program was not let through.');
  const running = exec(userData, [alias, '--', process.execPath, '-e', 'setTimeout(() => 0, 300)']);
  if ((await running).code !== 0) throw new Error((await running).err);
  for (const words of [['ls'], ['test', alias, '--json']]) await keyturn(userData, words);
  await ask(page, 'programs.calls', { tokenId });
  const { allowances } = await ask<{ allowances: { id: string }[] }>(page, 'programs.state');
  for (const { id } of allowances) await ask(page, 'programs.end', { allowanceId: id });
  const report = ownProgram(join(userData, '../own-program'));
  const always = runOwn(report, `http://127.0.0.1:${programsPort}/${alias}/api/v1/users/me`);
  await allow(app, 'Always for this program');
  if (!(await always).endsWith(' 200')) throw new Error('The program was not always let through.');
  const { always: entries } = await ask<{ always: { id: string }[] }>(page, 'programs.state');
  for (const { id } of entries) await ask(page, 'programs.revoke', { alwaysId: id });
  const refused = script(`http://127.0.0.1:${programsPort}/${alias}/api/v1/users/me`);
  await page.getByRole('alertdialog', { name: 'A program asks for a token' }).waitFor();
  const { asks } = await ask<{ asks: { id: string }[] }>(page, 'programs.state');
  for (const { id } of asks) await ask(page, 'programs.answer', { askId: id, allow: null });
  await refused.said;
}
