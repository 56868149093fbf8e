import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { host } from '../support/host.ts';
import { mayMount } from '../support/own-etc.ts';
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
  // A peer that the script makes up, and to whose address Chromium sends its checks (RFC 8445).
  const peerAt = async (candidate) => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.createDataChannel('x');
    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription);
    await one.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
  };
  await attempt('peer udp', () => peerAt('candidate:1 1 udp 2122260223 127.0.0.1 ${port} typ host'));
  await attempt('peer tcp', () => peerAt('candidate:2 1 tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive'));
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
  for (const rel of ['alternate stylesheet', 'compression-dictionary', 'search', 'pingback', 'expect', 'monetization', 'apple-touch-icon', 'mask-icon', 'canonical', 'next', 'import'])
    await attempt(rel, () => add('link', { rel, href: 'http://' + at + '/' + rel.replace(' ', '-'), type: 'text/css', as: 'fetch' }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(['background-image', 'cursor', 'list-style-image', 'mask-image', 'border-image-source', 'content', 'shape-outside', 'filter', 'clip-path', 'offset-path']
    .map((name) => 'body, button, body::before { ' + name + ': url(http://' + at + '/' + name + ') }').join('') +
    'body { background: image-set("http://' + at + '/set" 1x) } @font-face { font-family: x; src: url(http://' + at + '/face) } body { font-family: x }' +
    'button[aria-label^="A"] { background: url(http://' + at + '/attribute) }');
  await attempt('adopted sheet', () => { document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; });
  await attempt('imported sheet', () => new CSSStyleSheet().replace('@import url(http://' + at + '/import)'));
  await attempt('style element', () => { add('style', {}).textContent = '@import url(http://' + at + '/import2);'; });
  const svg = (name, attributes) => {
    const root = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    const one = root.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name));
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
    if (name === 'feImage') { const filter = document.createElementNS('http://www.w3.org/2000/svg', 'filter'); filter.id = 'far'; filter.append(one); root.append(filter); document.body.style.filter = 'url(#far)'; }
  };
  for (const name of ['image', 'use', 'feImage', 'script', 'a', 'textPath', 'mpath']) await attempt('svg ' + name, () => svg(name, { href: 'http://' + at + '/svg-' + name + '#x' }));
  await attempt('srcset', () => add('img', { srcset: 'http://' + at + '/srcset 1x' }));
  await attempt('picture', () => { const one = add('picture', {}); const source = document.createElement('source'); source.srcset = 'http://' + at + '/picture'; one.append(source, document.createElement('img')); });
  await attempt('audio', () => add('audio', { src: 'http://' + at + '/audio', preload: 'auto' }));
  await attempt('track', () => { const one = document.createElement('track'); one.default = true; one.src = 'http://' + at + '/track'; add('video', {}).append(one); });
  await attempt('poster', () => add('video', { poster: 'http://' + at + '/poster' }));
  await attempt('input image', () => add('input', { type: 'image', src: 'http://' + at + '/input' }));
  await attempt('embed', () => add('embed', { src: 'http://' + at + '/embed' }));
  await attempt('fenced frame', () => add('fencedframe', { src: 'http://' + at + '/fenced' }));
  await attempt('frame in a blank frame', () => add('iframe', {}).contentDocument.body.append(Object.assign(document.createElement('img'), { src: 'http://' + at + '/blank' })));
  await attempt('fetch in a blank frame', () => add('iframe', {}).contentWindow.fetch('http://' + at + '/blank-fetch', { mode: 'no-cors' }));
  await attempt('base and a relative image', () => { add('base', { href: 'http://' + at + '/' }); add('img', { src: 'relative' }); });
  await attempt('refresh', () => add('meta', { 'http-equiv': 'refresh', content: '0;url=http://' + at + '/refresh' }));
  await attempt('refresh in a blank frame', () => { const one = add('iframe', {}).contentDocument; one.head.append(Object.assign(one.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=http://' + at + '/refresh2' })); });
  await attempt('hints', () => add('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'on' }));
  await attempt('own policy', () => add('meta', { 'http-equiv': 'content-security-policy', content: "default-src *; report-uri http://" + at + "/report" }));
  await attempt('later', () => fetchLater('https://' + at + '/later', { activateAfter: 0 }));
  await attempt('keepalive', () => fetch('http://' + at + '/keepalive', { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' }));
  await attempt('request', () => { const one = new XMLHttpRequest(); one.open('GET', 'http://' + at + '/xhr'); one.send(); });
  await attempt('socket stream', () => new WebSocketStream('ws://' + at + '/stream').opened);
  await attempt('cache', async () => (await caches.open('x')).add('http://' + at + '/cache'));
  await attempt('attribution', () => add('img', { attributionsrc: 'http://' + at + '/attribution' }));
  await attempt('federated', () => navigator.credentials.get({ identity: { providers: [{ configURL: 'https://' + at + '/fedcm', clientId: 'x' }] } }));
  await attempt('payment', () => new PaymentRequest([{ supportedMethods: 'https://' + at + '/pay' }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment());
  await attempt('protocol handler', () => navigator.registerProtocolHandler('web+x', 'http://' + at + '/%s'));
  await attempt('share', () => navigator.share({ url: 'http://' + at + '/share' }));
  await attempt('interest group', () => navigator.joinAdInterestGroup({ owner: 'https://' + at, name: 'x' }, 1));
  await attempt('styled link', () => add('link', { rel: 'stylesheet', href: 'data:text/css,@import url(http://' + at + '/data-import);' }));
  await attempt('formaction', () => { const form = add('form', { method: 'post' }); const one = form.appendChild(document.createElement('button')); one.formAction = 'http://' + at + '/formaction'; one.click(); });
  await attempt('download', () => add('a', { href: 'http://' + at + '/download', download: 'x' }).click());
  await attempt('speculation', () => { add('script', { type: 'speculationrules' }).textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: ['http://' + at + '/rules'] }], prerender: [{ source: 'list', urls: ['http://' + at + '/prerender'] }] }); });
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
      expect.arrayContaining(
        ['stun', 'turn udp', 'turn tcp', 'peer udp', 'peer tcp'].map((name) => `${name}: undefined`),
      ),
    );
    // Chromium repeats STUN after 0.25 s, 0.5 s and 1 s, and connects to TURN within the first second.
    await page.waitForTimeout(4_000);
    expect(there.heard).toEqual([]);
    // The script's own style hides the page.
    await page.evaluate('document.adoptedStyleSheets = []; document.body.removeAttribute("style")');
    await expect(page.getByRole('button', { name: 'Add token' })).toBeVisible();
  } finally {
    there.close();
  }
});

/** Listens where a resolv.conf of its own sends every question for a name, and records the names. It answers none. */
async function nameServer() {
  const asked = new Set<string>();
  const udp = createSocket('udp4');
  udp.on('message', (packet) => {
    const labels: string[] = [];
    for (let at = 12; (packet[at] ?? 0) > 0; at += (packet[at] ?? 0) + 1)
      labels.push(packet.subarray(at + 1, at + 1 + (packet[at] ?? 0)).toString('latin1'));
    asked.add(labels.join('.').toLowerCase());
  });
  udp.bind(53, '127.0.0.77');
  await once(udp, 'listening');
  return { asked, close: () => udp.close() };
}

/** Names a host in every way that has Chromium look it up before anybody connects, and in the plain ways. */
const everyLookUp = `(async () => {
  const name = (way) => way + '-canary.example';
  const link = (rel) => document.head.append(Object.assign(document.createElement('link'), { rel, href: '//' + name(rel) + '/', as: 'image' }));
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'x-dns-prefetch-control', content: 'on' }));
  for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'prerender', 'stylesheet', 'icon', 'manifest', 'modulepreload']) link(rel);
  const anchor = document.body.appendChild(Object.assign(document.createElement('a'), { href: 'http://' + name('anchor') + '/', textContent: 'x' }));
  anchor.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  anchor.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  document.body.append(Object.assign(new Image(), { src: 'http://' + name('image') + '/' }));
  void fetch('http://' + name('fetch') + '/', { mode: 'no-cors' }).catch(() => undefined);
  try { new WebSocket('ws://' + name('socket') + '/'); } catch {}
  const ice = async (urls) => {
    const peer = new RTCPeerConnection(urls === null ? {} : { iceServers: [{ urls, username: 'x', credential: 'x' }], iceCandidatePoolSize: 1 });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    return peer;
  };
  await ice('stun:' + name('stun') + ':3478');
  await ice('turn:' + name('turn') + ':3478?transport=tcp');
  await ice('turns:' + name('turns') + ':5349');
  const one = await ice(null);
  const other = new RTCPeerConnection();
  await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription(await other.createAnswer());
  await one.setRemoteDescription(other.localDescription);
  for (const way of ['udp', 'tcp']) await one.addIceCandidate({ candidate: 'candidate:1 1 ' + way + ' 2122260223 ' + name('peer-' + way) + ' 9 typ host' + (way === 'tcp' ? ' tcptype passive' : ''), sdpMid: '0', sdpMLineIndex: 0 });
})()`;

test('no script in the window has a name looked up, by whatever way Chromium has', async ({
  start,
  folder,
}) => {
  test.skip(
    host.host !== 'chromium' || !mayMount(),
    'Only root on Linux can give the app an /etc of its own.',
  );
  const etc = join(folder, 'etc');
  mkdirSync(etc);
  writeFileSync(join(etc, 'resolv.conf'), 'nameserver 127.0.0.77\noptions timeout:1 attempts:1\n');
  const names = await nameServer();
  try {
    const { page } = await start({ etc });
    await page.evaluate(everyLookUp);
    await page.waitForTimeout(4_000);
    expect([...names.asked].filter((name) => name.includes('canary'))).toEqual([]);
  } finally {
    names.close();
  }
});
