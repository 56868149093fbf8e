import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { launch, temporaryFolder } from '../../tests/support/launch.ts';
import { type Figure, figureOf } from './figure.ts';

const latencyMs = 40;
const runs = 21;

/** Makes a token on the fake's page, as a person does. */
async function issueToken(adminUrl: string, ca: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { hostname, port, pathname } = new URL(adminUrl);
  // Node asks the system for names below .localhost, and not every system resolves them.
  const asked = request({
    host: '127.0.0.1',
    servername: hostname,
    port,
    path: pathname,
    method: 'POST',
    ca,
    headers,
  });
  asked.end('owner=svc-terraform%40acme.com&name=bench');
  const [answer] = await once(asked, 'response');
  const value = /id="value" readonly value="([^"]+)"/.exec(await text(answer))?.[1];
  if (value === undefined) throw new Error('The fake Okta issued no token.');
  return value;
}

/** Returns the time of a test's first call over an open connection from this process. The click is compared with this round trip. */
async function roundTrip(origin: string, ca: string, agent: Agent, token: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  const began = performance.now();
  const asked = request({
    host: '127.0.0.1',
    servername: hostname,
    port,
    path: '/api/v1/users/me',
    headers: { authorization: `SSWS ${token}`, accept: 'application/json' },
    ca,
    agent,
  });
  asked.end();
  const [answer] = await once(asked, 'response');
  await text(answer);
  return performance.now() - began;
}

/** Returns the time of curl in Okta's own example: a new connection each time, as in a terminal. Null without curl. */
function curl(origin: string, caFile: string, token: string): number | null {
  const { hostname, port } = new URL(origin);
  const began = performance.now();
  const { status, stdout } = spawnSync('curl', [
    ...[
      '--silent',
      '--fail',
      '--noproxy',
      '*',
      '--cacert',
      caFile,
      '--resolve',
      `${hostname}:${port}:127.0.0.1`,
    ],
    ...['--header', 'Accept: application/json', '--header', `Authorization: SSWS ${token}`],
    `${origin}/api/v1/users/me`,
  ]);
  if (status === null) return null;
  if (status !== 0) throw new Error(`curl ended with ${status}: ${stdout}`);
  return performance.now() - began;
}

/**
 * The time from the click on Test on a warm connection, in multiples of one round trip. R0: until the page shows the whole result, with
 * roles and the time. R0a: until it shows the first line, which starts with the outcome. R0b: this, in multiples of one curl.
 */
export default async function click(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const extraCa = join(folder.path, 'ca.pem');
  // A separate process, like Okta, so that nothing here delays its answers.
  const fake = spawn(
    process.execPath,
    ['tests/fake-okta/cli.ts', '--ca-file', extraCa, '--latency', String(latencyMs)],
    { cwd: join(import.meta.dirname, '../..'), stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface({ input: fake.stdout }), 'line');
  const [{ origin, adminUrl }] = JSON.parse(line).orgs;
  const app = await launch({ userData: join(folder.path, 'Keyturn'), extraCa });
  try {
    const { page, control } = app;
    const value = await issueToken(adminUrl, readFileSync(extraCa, 'utf8'));
    await page.getByRole('button', { name: 'Add token' }).click();
    await page.getByLabel('Org URL').fill(origin);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'I already have a token' }).click();
    await control.writeClipboard(value);
    await page.getByRole('button', { name: 'Paste from clipboard' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page
      .getByRole('dialog')
      .getByRole('status')
      .filter({ hasText: /^Working\./ })
      .waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Label').fill('bench');
    await page.getByRole('button', { name: 'Save token' }).click();
    await page.getByRole('button', { name: 'Not now' }).click();
    const test = page.getByRole('button', { name: 'Test', exact: true });
    await test.waitFor();

    const ca = readFileSync(extraCa, 'utf8');
    const agent = new Agent({ keepAlive: true });
    await roundTrip(origin, ca, agent, value);
    const answer: number[] = [];
    const whole: number[] = [];
    const byCurl: number[] = [];
    for (let run = 0; run <= runs; run++) {
      // Each result has its own request id, and its time once it is complete. All times come from the page.
      const took = await page.evaluate<{ answer: number; whole: number }>(`new Promise((resolve) => {
        const main = document.querySelector('main');
        const said = () =>
          [...main.querySelectorAll('[role=status]')].find((one) => !one.closest('[aria-hidden]')).textContent;
        const requestOf = (text) => /request (\\S+)/.exec(text)[1];
        const last = requestOf(said());
        const button = [...main.querySelectorAll('button')].find((one) => one.textContent === 'Test');
        const began = performance.now();
        let answer = 0;
        new MutationObserver((_, observer) => {
          const now = said();
          if (requestOf(now) === last) return;
          answer ||= performance.now() - began;
          if (!/\\d ms/.test(now)) return;
          observer.disconnect();
          resolve({ answer, whole: performance.now() - began });
        }).observe(main, { subtree: true, childList: true, characterData: true });
        button.click();
      })`);
      const trip = await roundTrip(origin, ca, agent, value);
      const curled = curl(origin, extraCa, value);
      if (run === 0) continue;
      if (curled !== null) byCurl.push(took.answer / curled);
      answer.push(took.answer / trip);
      whole.push(took.whole / trip);
    }
    agent.destroy();
    const against = `one round trip to an Okta ${latencyMs} ms away, measured in the same run, warm connection`;
    return [
      figureOf(
        { id: 'R0', what: 'click on Test until its whole result is on the page', goal: 2.3, against },
        whole,
      ),
      figureOf(
        { id: 'R0a', what: 'click on Test until the outcome is on the page', goal: 1.3, against },
        answer,
      ),
      ...(byCurl.length === 0
        ? []
        : [
            figureOf(
              {
                id: 'R0b',
                what: 'click on Test until the outcome is on the page',
                goal: 1,
                against: `curl of Okta's own example, to the same Okta ${latencyMs} ms away`,
              },
              byCurl,
            ),
          ]),
    ];
  } finally {
    await app.quit();
    fake.kill();
    folder.remove();
  }
}
