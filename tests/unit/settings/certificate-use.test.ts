import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { beforeAll, expect, it } from 'vitest';
import { judgeCertificates } from '../../../src/main/features/settings/certificate-use.ts';
import { extraCaOf } from '../../../src/main/features/settings/extra-ca.ts';
import {
  ExtendedKeyUsage,
  KeyUsageFlags,
  type Made,
  makeCertificate,
} from '../../support/made-certificate.ts';

let good: Made;
beforeAll(async () => {
  good = await makeCertificate({ name: 'Acme root' });
});

const kinds = [
  ['a root', {}, null],
  ['a root with the right to sign', { usage: KeyUsageFlags.keyCertSign }, null],
  ['a root for servers', { purposes: [ExtendedKeyUsage.serverAuth] }, null],
  ['a root of RSA with 2048 bits', { rsaBits: 2048 }, null],
  ['expired yesterday', { days: [-300, -1] }, 'Acme expired on '],
  ['valid from tomorrow on', { days: [1, 300] }, 'Acme is valid only from '],
  [
    'an authority for e-mail',
    { purposes: [ExtendedKeyUsage.emailProtection] },
    'Acme may sign certificates of other kinds',
  ],
  [
    'an authority for "any purpose", which OpenSSL does not take for servers',
    { purposes: ['2.5.29.37.0'] },
    'Acme may sign certificates of other kinds',
  ],
  ['RSA with 1024 bits', { rsaBits: 1024 }, 'The key of Acme is too weak'],
] as const;

/** Returns whether a connection succeeds to a server whose certificate `issuer` signed, when `roots` are trusted. */
const connects = async (issuer: Made, roots: string): Promise<boolean> =>
  connectsTo(
    await makeCertificate({ name: 'localhost', ca: false, hosts: ['localhost'], by: issuer }),
    roots,
  );

/** Returns whether a connection succeeds to a server with the certificate `leaf`, when `roots` are trusted. */
async function connectsTo(leaf: Made, roots: string): Promise<boolean> {
  const server = createServer({ cert: leaf.pem, key: leaf.keyPem }, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: [roots] });
  try {
    return await new Promise<boolean>((tell) => {
      socket.on('secureConnect', () => tell(true)).on('error', () => tell(false));
    });
  } finally {
    socket.destroy();
    server.close();
  }
}

it.each(kinds)('judges a certificate as a connection does: %s', async (_name, wanted, words) => {
  const made = await makeCertificate({ name: 'Acme', ...wanted });
  const { pem, view } = extraCaOf(made.pem);
  expect(view.ok).toBe(words === null);
  expect(pem === null).toBe(words !== null);
  expect(view.sentence).toContain(words ?? 'Trusts Acme besides the system.');
  if (words !== null) expect(view.sentence).toContain('Ask the person who gave you the file');
  expect(await connects(made, made.pem)).toBe(words === null);
});

it.each([
  ['one that is no authority', { ca: false }],
  ['an authority without the right to sign', { usage: KeyUsageFlags.digitalSignature }],
] as const)(
  'takes the certificate of a server that issued itself, for that server alone: %s',
  async (_, wanted) => {
    const own = await makeCertificate({ name: 'localhost', hosts: ['localhost'], ...wanted });
    const { pem, view } = extraCaOf(own.pem);
    expect(view).toMatchObject({ ok: true, certificates: 1 });
    expect(await connectsTo(own, pem ?? '')).toBe(true);
    expect(await connects(own, pem ?? '')).toBe(false);
    const below = await makeCertificate({ name: 'Acme middle', by: own });
    const both = extraCaOf(`${below.pem}${own.pem}`);
    expect(both.view.sentence).toContain(
      'It leaves out one certificate of the file. Acme middle proves nothing alone',
    );
    expect(await connects(below, `${below.pem}${own.pem}`)).toBe(false);
  },
);

it('takes an authority that another one issued only with that one', async () => {
  const middle = await makeCertificate({ name: 'Acme middle', by: good });
  const alone = extraCaOf(middle.pem);
  expect(alone.view).toMatchObject({ ok: false, certificates: 0 });
  expect(alone.view.sentence).toContain('Acme root issued it');
  expect(await connects(middle, middle.pem)).toBe(false);
  const both = extraCaOf(`${middle.pem}${good.pem}`);
  expect(both.view).toMatchObject({ ok: true, certificates: 2 });
  expect(await connects(middle, both.pem ?? '')).toBe(true);
});

it('takes an authority that a root of the system issued, through any number of others', async () => {
  const chain = [good];
  for (const n of [1, 2, 3]) {
    chain.push(await makeCertificate({ name: `Acme ${n}`, by: chain.at(-1) as Made }));
  }
  const certificates = chain.slice(1).map(({ pem }) => new X509Certificate(pem));
  const judged = (roots: readonly X509Certificate[]) =>
    judgeCertificates(certificates.toReversed(), Date.now(), () => roots).map(({ why }) => why);
  expect(judged([new X509Certificate(good.pem)])).toEqual([null, null, null]);
  expect(judged([])).toEqual(['noRoot', 'noRoot', 'noRoot']);
});

it('takes the root of a whole chain, and leaves out the certificate of the server', async () => {
  const leaf = await makeCertificate({ name: 'proxy.acme.com', ca: false, by: good });
  const { pem, view } = extraCaOf(`${leaf.pem}${good.pem}`);
  expect(view.ok).toBe(true);
  expect(view.sentence).toBe(
    'Trusts Acme root besides the system. It leaves out one certificate of the file. proxy.acme.com is not the certificate of an authority (CA): it may not sign other certificates.',
  );
  expect(pem?.match(/BEGIN/g)).toHaveLength(1);
});

it('says how many certificates of a bundle it leaves out', async () => {
  const old = await Promise.all([1, 2].map((n) => makeCertificate({ name: `Old ${n}`, days: [-300, -20] })));
  const { view } = extraCaOf([...old, good].map(({ pem }) => pem).join('some text\n'));
  expect(view.ok).toBe(true);
  expect(view.sentence).toMatch(
    /^Trusts Acme root besides .* It leaves out 2 certificates of the file\. One of them: Old 1 expired on /,
  );
});

it('says of a kept certificate that it has expired since', async () => {
  const short = await makeCertificate({ name: 'Acme', days: [-1, 2] });
  const certificate = new X509Certificate(short.pem);
  const at = (days: number) =>
    judgeCertificates([certificate], Date.now() + days * 86_400_000, () => [])[0]?.why;
  expect([at(0), at(1.9), at(2.1), at(-2)]).toEqual([null, null, 'expired', 'notYetValid']);
});

it.each(['PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY'])(
  'keeps nothing of a file with a certificate and an %s',
  (label) => {
    for (const text of [
      `${good.pem}-----BEGIN ${label}-----\r\nAAAA\r\n-----END ${label}-----\r\n`,
      `    -----BEGIN ${label}-----\nAAAA\n${good.pem}`,
    ]) {
      const { pem, view } = extraCaOf(text);
      expect(pem).toBeNull();
      expect(view.ok).toBe(false);
      expect(view.sentence).toMatch(/^The file has a private key\..*Keyturn took nothing from the file\./);
    }
  },
);

it('knows a private key by its bytes, whatever label it has', () => {
  const under = good.keyPem.replaceAll('PRIVATE KEY', 'CERTIFICATE');
  expect(extraCaOf(under).view.sentence).toMatch(/^The file has a private key\./);
});
