import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { keepMore, openDoor } from '../support/program.ts';
import { expect, test } from '../support/test.ts';

/** Another person's site, with an ordinary page, and an address that redirects to the door. */
async function hostileSite(door: string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/redirect') === true) {
      response.writeHead(302, { location: door }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Hostile</title><body>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Sends, as the page's own script, everything that a page can send without permission. Returns what the script could read of the answers. */
const everyWay = (url: string): string => `(async () => {
  const url = ${JSON.stringify(url)};
  const read = [];
  const tries = [
    ['plain', {}],
    ['no-cors', { mode: 'no-cors' }],
    ['credentials', { credentials: 'include' }],
    ['post', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['no-cors post', { method: 'POST', body: '{}', mode: 'no-cors' }],
    ['delete', { method: 'DELETE' }],
    ['own header', { headers: { authorization: 'SSWS x' } }],
    ['no referrer', { referrerPolicy: 'no-referrer', mode: 'no-cors' }],
  ];
  for (const [name, init] of tries) {
    try {
      const answer = await fetch(url, init);
      read.push([name, answer.type, answer.status, (await answer.text()).slice(0, 200)].join(' '));
    } catch {
      read.push(name + ' refused');
    }
  }
  navigator.sendBeacon(url, 'x');
  const add = (name, attributes) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  add('img', { src: url });
  add('script', { src: url });
  add('link', { rel: 'stylesheet', href: url });
  add('iframe', { src: url, name: 'frame' });
  add('form', { method: 'post', action: url, target: 'frame', enctype: 'text/plain' }).submit();
  new WebSocket(url.replace('http', 'ws')).onmessage = ({ data }) => read.push('socket ' + data);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return read;
})()`;

test('no page of a browser gets past the gate: nobody is asked, Okta hears nothing, and nothing can be read', async ({
  start,
  fake,
}) => {
  const acme = fake.org('acme');
  const app = await start();
  const { address } = await openDoor(app, acme);
  const url = `${address}/api/v1/users/me`;
  const { port } = new URL(address);
  // A person has allowed other programs, and that allows no page.
  await app.page.getByRole('button', { name: 'Change', exact: true }).click();
  await app.page.getByLabel('Programs may do').selectOption('change');
  await keepMore(app);
  const { server, origin } = await hostileSite(url);
  let browser: Browser | null = null;
  try {
    browser = await launchBrowser([
      // The site's name resolves to this computer's own address, as in DNS rebinding.
      '--host-resolver-rules=MAP rebound.example 127.0.0.1',
      // This test does not rely on the browser's own protection of local addresses.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ]);
    acme.requests.length = 0;
    const page = await browser.newPage();
    await page.goto(origin);
    const read = await page.evaluate<string[]>(everyWay(url));
    for (const line of read)
      expect(line).toMatch(/ refused$|no-cors opaque 0 $|no-cors post opaque 0 $|no referrer opaque 0 $/);

    // A typed address, an address that redirects to the door, and a page whose name resolves to the door's address.
    for (const typed of [
      url,
      `${origin}/redirect`,
      `http://rebound.example:${port}/terraform-prod/api/v1/users/me`,
    ]) {
      const answer = await page.goto(typed);
      expect([403, 421]).toContain(answer?.status());
      expect(await page.content()).toContain('KEYTURN');
    }
    await page.goto(`http://rebound.example:${port}/`);
    const rebound = await page.evaluate<string[]>(
      everyWay(`http://rebound.example:${port}/terraform-prod/api/v1/users/me`),
    );
    expect(rebound.filter((line) => / 2\d\d /.test(line))).toEqual([]);
    expect(rebound.some((line) => line.includes(' 421 '))).toBe(true);
    // The value is just as well protected.
    await page.goto(origin);
    const given = await page.evaluate<string[]>(everyWay(`${address}/keyturn/value`));
    expect(given.every((line) => /refused$|opaque 0 $/.test(line))).toBe(true);
  } finally {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  }
  expect(acme.requests).toEqual([]);
  await expect(app.page.getByRole('alertdialog')).toHaveCount(0);
  expect((await app.control.notifications()).map(({ body }) => body)).not.toContain(
    'A program asks to use a token.',
  );
});
