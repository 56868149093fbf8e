import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { defaults } from '../../src/main/features/settings/before-window.ts';
import { events, methods } from '../../src/shared/contract/methods.ts';
import type { Org } from '../../src/shared/contract/orgs.ts';
import type { SettingsView } from '../../src/shared/contract/settings.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import type { VaultStatus } from '../../src/shared/contract/vault-status.ts';
import { findChromium } from '../chromium-host/chromium.ts';

const built = join(import.meta.dirname, '../../out/renderer');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:";

/** The smallest page: about 1 KB of words. */
const staticPage = `<!doctype html><title>Static</title><link rel="icon" href="data:,"><h1>Static</h1><p>${'A page of words. '.repeat(56)}</p>`;

const orgId = randomUUID();
const org: Org = {
  id: orgId,
  name: 'acme',
  origin: 'https://acme.okta.com',
  host: 'acme.okta.com',
  oktaOrgId: '00o47wwoytgsDqEtz0g7',
  pipeline: 'idx',
  environment: 'production',
  adminUrl: 'https://acme.okta.com/admin/access/api/tokens',
  tokenCount: 0,
};

/** Returns `count` tokens that were all used just now, each with its own name. Runs here and, as text, in the page. */
function someTokens(count: number, orgId: string, orgHost: string): Token[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, n) => ({
    id: crypto.randomUUID(),
    orgId,
    orgHost,
    label: `service-${String(n).padStart(5, '0')}`,
    purpose: 'Reads users and groups for the nightly report',
    environment: 'production',
    tags: ['nightly', `team-${n % 12}`],
    consumers: [],
    rotateEveryDays: 90,
    fingerprint: '7f3a 91c2',
    createdAt: now,
    capturedAt: now,
    lastTest: null,
    known: null,
    lastAcceptedAt: now,
    readable: true,
    revokedAt: null,
    rotation: null,
  }));
}

const vaultStatus: VaultStatus = {
  phase: 'open',
  keptIn: { kind: 'keyring', label: 'Keyring', sentence: 'encrypted with a keyring on this computer' },
  locksAt: null,
  recoveryKey: 'declined',
  lock: { passcode: 'none', recovered: false, failures: 0, waitsUntil: null, systemProof: null },
  problem: null,
};

const settingsView: SettingsView = {
  ...defaults,
  extraCaFile: null,
  proxy: { mode: 'system' },
  extraCa: null,
  extraCaChange: null,
  screenLock: { available: true, sentence: 'This system reports when the screen locks.' },
  extraCaFromCommandLine: false,
  languageAtNextStart: false,
  policy: null,
};

/**
 * Returns the answers of main. Each one passes the contract, so that the page gets only what main could send. Throws when one does not
 * (`unit/package/bench`).
 */
export function answersWith(count: number): Record<string, unknown> {
  const { vault, settings, orgs, tokens, rotation, life } = methods;
  tokens.list.response.parse(someTokens(3, orgId, org.host));
  return {
    'vault.status': vault.status.response.parse(vaultStatus),
    'settings.get': settings.get.response.parse(settingsView),
    'orgs.list': orgs.list.response.parse([{ ...org, tokenCount: count }]),
    'rotation.list': rotation.list.response.parse([]),
    'life.notices': life.notices.response.parse([]),
  };
}

/**
 * Returns a script that runs in the page before its own scripts: a bridge of fixed answers, with `count` tokens. `hold` delays one answer
 * until `window.release()`.
 */
function bridgeScript(count: number, hold: string | null): string {
  const names = Object.fromEntries(
    Object.entries(methods).map(([feature, table]) => [feature, Object.keys(table)]),
  );
  return `(() => {
    const answers = ${JSON.stringify(answersWith(count))};
    answers['tokens.list'] = (${someTokens})(${count}, '${orgId}', '${org.host}');
    const held = new Promise((resolve) => { window.release = resolve; });
    const bridge = { events: {} };
    for (const name of ${JSON.stringify(Object.keys(events))}) bridge.events[name] = () => () => undefined;
    for (const [feature, names] of Object.entries(${JSON.stringify(names)})) {
      bridge[feature] = {};
      for (const name of names) {
        const key = feature + '.' + name;
        bridge[feature][name] = () => key in answers
          ? (key === ${JSON.stringify(hold)} ? held : Promise.resolve()).then(() => ({ ok: true, value: answers[key] }))
          : new Promise(() => undefined);
      }
    }
    window.keyturn = bridge;
  })();`;
}

/** A headless Chromium that shows the built window with a bridge of fixed answers, to measure the window alone. */
export interface Windows {
  /** Opens the window with `count` tokens. `hold` names a method whose answer waits for `release()` in the page. */
  open(count: number, hold?: string): Promise<Page>;
  openStatic(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser with pages to measure, and the server of the pages. */
export async function startWindows(): Promise<Windows> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/static') return void response.setHeader('content-type', 'text/html').end(staticPage);
    const file = pathname === '/' ? '/index.html' : pathname;
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', contentSecurityPolicy);
    response.end(readFileSync(join(built, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium on this computer.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--js-flags=--expose-gc', '--enable-precise-memory-info'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const show = async (path: string, script: string | null): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    // Each context belongs to one page. When the whole browser ends, the context is already gone.
    page.on('close', () => void context.close().catch(() => undefined));
    if (script !== null) await page.addInitScript(script);
    await page.goto(`${origin}${path}`);
    return page;
  };
  return {
    open: (count, hold) => show('/', bridgeScript(count, hold ?? null)),
    openStatic: () => show('/static', null),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Returns when the page first showed something, in milliseconds since the start of its navigation. */
export const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint !== undefined) resolve(paint.startTime);
  }).observe({ type: 'paint', buffered: true }))`);
