// Tests the packed program as people get it: `npm run test:packed`, after `npm run pack`. `npm test` leaves it out, because packing downloads.
// docs/packaging.md says why the walk needs a copy of the program with one changed fuse.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { allowInspector, programIn, wrongFuses } from '../../tools/packaging/fuses.ts';
import { expect, test } from '../support/test.ts';
import { copyPacked, packedFolder, restrictsNamespaces, runUntil, startedIn } from './packed.ts';
import { addTestRotate } from './walk.ts';

const { platform } = process;

test('the fuses are those of a release', async () => {
  expect(await wrongFuses(programIn(packedFolder(), platform))).toEqual([]);
});

test('the package’s unchanged program starts, and accepts no switch that opens it', async ({ folder }) => {
  const program = startedIn(packedFolder());
  const userData = `--user-data=${join(folder, 'Keyturn')}`;
  const started = await runUntil(program, [userData], /keyturn: window ready/);
  expect(started.reached, started.said).toBe(true);
  for (const [open, sign] of [
    ['--inspect=0', /Debugger listening/],
    ['--remote-debugging-port=0', /DevTools listening/],
  ] as const) {
    const refused = await runUntil(program, [open, userData], sign);
    expect(refused.reached, refused.said).toBe(false);
    expect(refused.said).toContain('is not accepted');
    expect(refused.code).not.toBe(0);
  }
});

test('adds, tests and rotates a token', async ({ folder, fake }) => {
  test.skip(
    platform === 'linux' && restrictsNamespaces(),
    'A copy in another folder has no AppArmor profile here: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  );
  test.setTimeout(180_000);
  const copy = join(folder, 'packed');
  copyPacked(packedFolder(), copy);
  await allowInspector(programIn(copy, platform), platform);
  const extraCa = join(folder, 'ca.pem');
  writeFileSync(extraCa, fake.caPem);

  const electronApp = await _electron.launch({
    executablePath: startedIn(copy),
    args: [`--user-data=${join(folder, 'Keyturn')}`, `--extra-ca=${extraCa}`],
    // Otherwise Playwright starts it with --no-sandbox on Linux.
    chromiumSandbox: true,
  });
  const page = await electronApp.firstWindow();
  const picture = async (name: string): Promise<void> => {
    const path = test.info().outputPath(`${name}.png`);
    await page.screenshot({ path });
    await test.info().attach(name, { path });
  };
  const writeClipboard = (text: string) =>
    electronApp.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
  try {
    const facts = await electronApp.evaluate(({ app }) => ({
      packaged: app.isPackaged,
      sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
    }));
    expect(facts).toEqual({ packaged: true, sandboxed: true });

    await addTestRotate({ page, writeClipboard, picture }, fake.org('acme'));
  } finally {
    await electronApp.close();
  }
});

test('an AppImage starts in its sandbox, or says in one line why not', async ({ folder }) => {
  const dist = join(import.meta.dirname, '../../dist');
  const name = readdirSync(dist).find((file) => /x86_64\.AppImage$/.test(file));
  test.skip(
    platform !== 'linux' || process.arch !== 'x64' || name === undefined,
    'No AppImage of this computer was packed.',
  );
  const run = await runUntil(
    join(dist, name ?? ''),
    [`--user-data=${join(folder, 'Keyturn')}`],
    /keyturn: window ready/,
    // The image must start without FUSE, as in a container.
    { APPIMAGE_EXTRACT_AND_RUN: '1' },
  );
  if (restrictsNamespaces()) {
    expect(run.reached).toBe(false);
    expect(run.said).toMatch(
      /^keyturn: Keyturn cannot start in its sandbox, and never runs without it: AppArmor .+\n$/m,
    );
    expect(run.code).toBe(1);
  } else {
    expect(run.reached, run.said).toBe(true);
  }
});
