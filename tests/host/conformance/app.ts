import { expect, test } from '@playwright/test';
import { runMain } from '../run-main.ts';

// docs/api/app.md, requestSingleInstanceLock and second-instance
test('app: one instance; a second one tells the first what it was started with', async () => {
  const { facts, out } = await runMain(
    `import { spawn } from 'node:child_process';
    if (process.argv.includes('--second')) {
      const first = app.requestSingleInstanceLock({ who: 'second', list: [1, new Date(5)] });
      process.stdout.write('second got ' + first + '\\n');
      app.quit();
    } else {
      report('first', [app.requestSingleInstanceLock(), app.hasSingleInstanceLock(), app.requestSingleInstanceLock()]);
      app.on('second-instance', (event, argv, workingDirectory, data) => {
        report('heard', [app.isReady(), argv.includes('--second'), argv.includes('--flag=1'), workingDirectory === folder, data.who, data.list[1] instanceof Date]);
      });
      const [command, ...args] = JSON.parse(process.env.HOST_AGAIN);
      const second = spawn(command, [...args, '--second', '--flag=1'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      second.stdout.on('data', (chunk) => { said += chunk });
      const ended = new Promise((resolve) => second.once('close', resolve));
      app.whenReady().then(async () => {
        report('second ended', [await ended, /second got (\\w+)/.exec(said)?.[1]]);
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
    released: false,
  });
});
