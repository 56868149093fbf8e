/**
 * electron-updater itself, on real HTTPS and real files, as an AppImage has it. What it takes of Electron (the paths, and the requests) is Node's
 * here. No program of Electron's ran.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DownloadOptions } from 'builder-util-runtime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authority } from '../../../src/demo/okta/certificates.ts';
import { interceptElectron } from '../../../tools/chromium-host/intercept.ts';
import { quiet } from '../vault/memory-keyring.ts';

// The package wants Electron's module when it loads.
interceptElectron({ app: {}, session: {}, net: {}, autoUpdater: { emit: () => true } });
const { AppImageUpdater } = await import('electron-updater');
const { NodeHttpExecutor } = await import('builder-util');
const { configureRequestOptions, configureRequestUrl } = await import('builder-util-runtime');
const { updaterOf } = await import('../../../src/main/platform/updater.ts');

/** Downloads by Node's requests, as ElectronHttpExecutor does by Electron's (electron-updater, electronHttpExecutor). */
class NodeRequests extends NodeHttpExecutor {
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const asked = { headers: options.headers ?? {} };
      configureRequestUrl(url, asked);
      configureRequestOptions(asked);
      const callback = (error?: Error | null) => (error == null ? resolve(destination) : reject(error));
      this.doDownload(asked, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}

const name = 'Keyturn-0.2.0-linux-x64.AppImage';
/** The id of a person whom a roll-out reaches from 26 % on: the last four bytes are a quarter of the largest number. */
const aQuarter = '3f2504e0-4f89-51d3-9a0c-030540000000';

let server: https.Server;
let origin: string;
let good: { cert: string; key: string };
let foreign: { cert: string; key: string };
/** What the update host has, by path. */
let files: Map<string, Buffer | string>;
let folder: string;
let oldFile: string;
let events: string[];

beforeAll(async () => {
  const authority = await Authority.make('An authority of updates');
  good = await authority.issue(['localhost']);
  foreign = await (await Authority.make('A stranger')).issue(['localhost']);
  server = https.createServer(good, ({ url = '/' }, response) => {
    const file = files.get(new URL(url, origin).pathname);
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  https.globalAgent.options.ca = authority.pem;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

beforeEach(() => {
  server.setSecureContext(good);
  folder = mkdtempSync(join(tmpdir(), 'keyturn-updates-'));
  mkdirSync(join(folder, 'data'));
  oldFile = join(folder, 'Keyturn.AppImage');
  writeFileSync(oldFile, '#!/bin/sh\n');
  process.env.APPIMAGE = oldFile;
  files = new Map();
  events = [];
});
afterEach(() => {
  delete process.env.APPIMAGE;
  rmSync(folder, { recursive: true });
});

/** Publishes a version. `bytes` are what the host serves; its checksum is that of the program. */
function publish(version: string, { bytes = program, more = '' } = {}): void {
  const sha512 = createHash('sha512').update(program).digest('base64');
  files.set(`/${name}`, bytes);
  files.set(
    '/latest-linux.yml',
    [
      `version: ${version}`,
      `files:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${Buffer.byteLength(program)}`,
      `path: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-28T00:00:00.000Z'\n${more}`,
    ].join('\n'),
  );
}

/** The next AppImage: it leaves a file where it was started. */
const program = '#!/bin/sh\ntouch "$APPIMAGE.started"\n';

/** Returns our updater with electron-updater's for an AppImage of version 0.1.0 behind it. */
function updater() {
  const theirs = new AppImageUpdater(null, {
    ...{ version: '0.1.0', name: 'keyturn', isPackaged: true },
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'data'),
    baseCachePath: join(folder, 'cache'),
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => events.push('quit'),
    onQuit: () => undefined,
  });
  writeFileSync(
    join(folder, 'app-update.yml'),
    `provider: generic\nurl: ${origin}/\nupdaterCacheDirName: keyturn-updater\n`,
  );
  Reflect.set(theirs, 'httpExecutor', new NodeRequests());
  return updaterOf(theirs, quiet, {
    end: async () => {
      events.push('ended');
    },
    quit: () => events.push('quit'),
  });
}

it('downloads a newer version, and puts it in place only when it is told to', async () => {
  publish('0.2.0');
  const ours = updater();
  expect(await ours.look()).toBe('0.2.0');
  expect(readFileSync(oldFile, 'utf8')).toBe('#!/bin/sh\n');
  await ours.install();
  await expect.poll(() => events).toEqual(['ended', 'quit']);
  expect(readFileSync(oldFile, 'utf8')).toBe(program);
  await expect.poll(() => existsSync(`${oldFile}.started`)).toBe(true);
});

it('ends the app where the update cannot be put in place', async () => {
  publish('0.2.0');
  const ours = updater();
  await ours.look();
  rmSync(join(folder, 'cache'), { recursive: true });
  await ours.install();
  expect(events).toEqual(['ended', 'quit']);
});

it('takes no file whose checksum is another', async () => {
  publish('0.2.0', { bytes: `${program}echo more\n` });
  await expect(updater().look()).rejects.toThrow(/sha512 checksum mismatch/);
});

it.each(['0.1.0', '0.0.9'])('takes no version %s, which is not newer', async (version) => {
  publish(version);
  expect(await updater().look()).toBeNull();
});

it('refuses a host with a certificate that nobody trusts', async () => {
  publish('0.2.0');
  server.setSecureContext(foreign);
  server.closeIdleConnections();
  await expect(updater().look()).rejects.toThrow(/certificate|signature/);
});

describe('a roll-out in stages', () => {
  it.each([
    [0, null],
    [24, null],
    [26, '0.2.0'],
    [100, '0.2.0'],
  ])('of %i % reaches a quarter of people as it should', async (percentage, version) => {
    writeFileSync(join(folder, 'data/.updaterId'), aQuarter);
    publish('0.2.0', { more: `stagingPercentage: ${percentage}\n` });
    expect(await updater().look()).toBe(version);
  });

  it('gives a person one place, and keeps it', async () => {
    publish('0.2.0', { more: 'stagingPercentage: 0\n' });
    await updater().look();
    const id = readFileSync(join(folder, 'data/.updaterId'), 'utf8');
    await updater().look();
    expect(readFileSync(join(folder, 'data/.updaterId'), 'utf8')).toBe(id);
  });
});
