import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/app.md, requestSingleInstanceLock and second-instance
test('app: one instance; a second one tells the first what it was started with', async () => {
  const { facts, out } = await runMain(
    `import { spawn } from 'node:child_process';
    if (process.argv.includes('--second')) {
      const first = process.argv.includes('--bare') ? app.requestSingleInstanceLock() : app.requestSingleInstanceLock({ who: 'second', list: [1, new Date(5)] });
      process.stdout.write('second got ' + first + '\\n');
      app.quit();
    } else {
      report('first', [app.requestSingleInstanceLock(), app.hasSingleInstanceLock(), app.requestSingleInstanceLock()]);
      app.on('second-instance', (event, argv, workingDirectory, data) => {
        if (argv.includes('--bare')) return report('bare', [typeof event.preventDefault, data]);
        report('heard', [app.isReady(), argv.includes('--second'), argv.includes('--flag=1'), workingDirectory === folder, data.who, data.list[1] instanceof Date]);
      });
      const [command, ...args] = JSON.parse(process.env.HOST_AGAIN);
      const second = spawn(command, [...args, '--second', '--flag=1'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      second.stdout.on('data', (chunk) => { said += chunk });
      const ended = new Promise((resolve) => second.once('close', resolve));
      app.whenReady().then(async () => {
        report('second ended', [await ended, /second got (\\w+)/.exec(said)?.[1]]);
        await new Promise((resolve) => spawn(command, [...args, '--second', '--bare'], { stdio: 'ignore' }).once('close', resolve));
        app.releaseSingleInstanceLock();
        report('released', app.hasSingleInstanceLock());
        app.exit(0);
      });
    }`,
  );
  expect(facts, out).toMatchObject({
    first: [true, true, true],
    heard: [true, true, true, true, 'second', true],
    'second ended': [0, 'false'],
    bare: ['function', null],
    released: false,
  });
});

// docs/api/app.md, app.exit, app.quit and their events; shell/browser/browser.cc, browser_observers.h
test('app: quitting asks, exiting does not; what a closed window keeps open stays', async () => {
  const { facts, code, out } = await runMain(
    `const seen = [];
    for (const name of ['before-quit', 'will-quit', 'window-all-closed', 'quit']) app.on(name, (event, ...rest) => { seen.push([name, typeof event?.preventDefault, ...rest]); if (name === 'quit') report('seen', seen); });
    app.whenReady().then(async () => {
    const window = new BrowserWindow({ show: false });
    for (const name of ['close', 'closed']) window.on(name, (event) => seen.push([name, typeof event?.preventDefault]));
    window.once('close', (event) => event.preventDefault());
    app.quit(); report('kept', [seen.map(([name]) => name), window.isDestroyed()]); seen.length = 0;
    app.once('will-quit', (event) => event.preventDefault());
    app.quit(); await until(() => window.isDestroyed());
    report('stopped', seen.map(([name]) => name)); seen.length = 0;
    const other = new BrowserWindow({ show: false }); other.on('closed', () => seen.push(['closed']));
    app.exit(7); });`,
  );
  expect(facts, out).toEqual({
    kept: [['before-quit', 'close'], false],
    stopped: ['before-quit', 'close', 'closed', 'will-quit'],
    seen: [['closed'], ['quit', 'function', 7]],
  });
  expect(code).toBe(7);
});

test('app: an exit before ready sends no event', async () => {
  const { facts, code, out } = await runMain(
    `app.on('quit', () => report('told', true)); report('asked', app.requestSingleInstanceLock()); app.exit(3);`,
  );
  expect(facts, out).toEqual({ asked: true });
  expect(code).toBe(3);
});

// docs/api/app.md, app.relaunch
test('app: relaunches after its end with the given arguments', async () => {
  const log = test.info().outputPath('started.txt');
  const { out } = await runMain(
    `import { appendFileSync } from 'node:fs';
    appendFileSync(process.env.STARTED, (process.argv.includes('--second') ? 'second' : 'first') + ' ');
    app.whenReady().then(() => {
      if (!process.argv.includes('--second')) app.relaunch({ args: [...process.argv.slice(1), '--second'] });
      app.exit(0); });`,
    { env: { STARTED: log } },
  );
  await expect.poll(() => readFileSync(log, 'utf8'), { message: out, timeout: 20_000 }).toBe('first second ');
});

// Node, process.execArgv: what stands before the script, "useful in order to spawn child processes with the same execution environment".
test('app: a process with execPath, execArgv and the arguments is the app again', async () => {
  const log = test.info().outputPath('started.txt');
  const { out } = await runMain(
    `import { spawn } from 'node:child_process';
    import { appendFileSync } from 'node:fs';
    appendFileSync(process.env.STARTED, (process.argv.includes('--second') ? 'second' : 'first') + ' ');
    app.whenReady().then(() => {
      const args = [...process.execArgv, ...process.argv.slice(1), '--second'];
      if (!process.argv.includes('--second')) spawn(process.execPath, args, { stdio: 'inherit', detached: true }).unref();
      app.exit(0); });`,
    { env: { STARTED: log } },
  );
  await expect.poll(() => readFileSync(log, 'utf8'), { message: out, timeout: 20_000 }).toBe('first second ');
});
