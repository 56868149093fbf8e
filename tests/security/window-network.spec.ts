import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from '../support/test.ts';

/** Listens on loopback on one TCP port and one UDP port, and records what it receives. */
async function listener() {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => heard.push(`TCP ${bytes.toString('latin1').slice(0, 60)}`));
    heard.push('TCP connection');
  }).listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => heard.push('UDP packet'));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    heard,
    port,
    close: () => {
      for (const socket of open) socket.destroy();
      tcp.close();
      udp.close();
    },
  };
}

/** Tries every way that Chromium gives a script in a page to reach a network. Returns what the script believes it sent. */
const everyWayOut = (port: number): string => `(async () => {
  const at = '127.0.0.1:${port}';
  const done = [];
  const attempt = async (name, run) => {
    try { done.push(name + ': ' + String(await run())); } catch (error) { done.push(name + ' refused: ' + error.name); }
  };
  const add = (name, attributes) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  const ice = async (server) => {
    const peer = new RTCPeerConnection({ iceServers: [server], iceCandidatePoolSize: 2 });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
  };
  const turn = { username: 'canary', credential: 'canary' };
  await attempt('stun', () => ice({ urls: 'stun:' + at }));
  await attempt('turn udp', () => ice({ urls: 'turn:' + at + '?transport=udp', ...turn }));
  await attempt('turn tcp', () => ice({ urls: 'turn:' + at + '?transport=tcp', ...turn }));
  await attempt('turns', () => ice({ urls: 'turns:' + at + '?transport=tcp', ...turn }));
  await attempt('fetch', () => fetch('http://' + at + '/fetch', { mode: 'no-cors' }));
  await attempt('beacon', () => navigator.sendBeacon('http://' + at + '/beacon', 'x'));
  await attempt('socket', () => new WebSocket('ws://' + at + '/socket').readyState);
  await attempt('events', () => new EventSource('http://' + at + '/events').readyState);
  await attempt('transport', () => new WebTransport('https://' + at + '/transport').ready);
  await attempt('worker', () => new Worker('http://' + at + '/worker.js'));
  await attempt('service worker', () => navigator.serviceWorker.register('/sw.js'));
  await attempt('import', () => import('http://' + at + '/module.js'));
  await attempt('speech', () => { const one = new (self.SpeechRecognition ?? self.webkitSpeechRecognition)(); one.start(); });
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'stylesheet', 'icon', 'manifest'])
    await attempt(rel, () => add('link', { rel, href: 'http://' + at + '/' + rel }));
  await attempt('preload', () => add('link', { rel: 'preload', as: 'image', href: 'http://' + at + '/preload' }));
  await attempt('img', () => add('img', { src: 'http://' + at + '/img' }));
  await attempt('video', () => add('video', { src: 'http://' + at + '/video', autoplay: '' }));
  await attempt('object', () => add('object', { data: 'http://' + at + '/object' }));
  await attempt('frame', () => add('iframe', { src: 'http://' + at + '/frame' }));
  await attempt('style', () => { document.body.style.backgroundImage = 'url(http://' + at + '/style)'; });
  await attempt('font', () => new FontFace('x', 'url(http://' + at + '/font)').load());
  await attempt('speculation', () => { add('script', { type: 'speculationrules' }).textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: ['http://' + at + '/rules'] }] }); });
  await attempt('ping', () => { const link = add('a', { href: '#', ping: 'http://' + at + '/ping' }); link.click(); });
  await attempt('form', () => add('form', { method: 'post', action: 'http://' + at + '/form' }).submit());
  await attempt('window', () => window.open('http://' + at + '/window'));
  await attempt('go', () => { location.href = 'http://' + at + '/go'; });
  return done;
})()`;

test('no script in the window reaches a network, by whatever way Chromium has', async ({ start, fake }) => {
  fake.org('acme');
  const { page } = await start();
  const there = await listener();
  try {
    const done = (await page.evaluate(everyWayOut(there.port))) as string[];
    // WebRTC exists and starts, because the protection is below the page.
    expect(done).toEqual(
      expect.arrayContaining(['stun: undefined', 'turn udp: undefined', 'turn tcp: undefined']),
    );
    // Chromium repeats STUN after 0.25 s, 0.5 s and 1 s, and connects to TURN within the first second.
    await page.waitForTimeout(4_000);
    expect(there.heard).toEqual([]);
    await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
  } finally {
    there.close();
  }
});
