/**
 * Electron's own checklist, row by row (electronjs.org/docs/latest/tutorial/security), against the calls that the app's real code makes of
 * Electron. docs/security.md has the table, and the specs that show the same in the running app.
 */

import { EventEmitter } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { releaseFuses } from '../../../tools/packaging/fuses.ts';

const root = join(import.meta.dirname, '../../..');

/** The calls of the app to Electron. */
const electron = vi.hoisted(() => ({
  preferences: [] as Record<string, unknown>[],
  loaded: [] as string[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  opened: [] as string[],
  app: null as unknown as EventEmitter,
  renderer: null as unknown as EventEmitter,
  exposed: [] as [string, Record<string, Record<string, unknown>>][],
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  electron.app = new Emitter();
  electron.renderer = new Emitter();
  const sessionOf = (name: string) => ({
    name,
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        electron.handlers.set(scheme, handler),
    },
  });
  return {
    app: electron.app,
    session: { fromPartition: (name: string) => sessionOf(name) },
    ipcRenderer: electron.renderer,
    contextBridge: {
      exposeInMainWorld: (...them: (typeof electron.exposed)[number]) => electron.exposed.push(them),
    },
    nativeTheme: { shouldUseDarkColors: false },
    shell: {
      openExternal: async (url: string) => electron.opened.push(url),
      showItemInFolder: () => undefined,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: typeof electron.schemes) => electron.schemes.push(...schemes),
      handle: () => {
        throw new Error('The default session serves nothing.');
      },
    },
    BrowserWindow: class extends Emitter {
      constructor(options: { webPreferences: Record<string, unknown> }) {
        super();
        electron.preferences.push(options.webPreferences);
      }
      readonly webContents = new Emitter();
      setContentProtection() {}
      loadURL(url: string) {
        electron.loaded.push(url);
        return Promise.resolve();
      }
    },
  };
});

const { createDemoOpener, createOpener } = await import('../../../src/main/platform/opener.ts');
const { appOrigin, registerAppScheme, serveApp } = await import('../../../src/main/platform/scheme.ts');
const { hardenContents, hardenSession, windowSession } = await import(
  '../../../src/main/platform/session.ts'
);
const { openWindow } = await import('../../../src/main/platform/window.ts');
const { events, methods } = await import('../../../src/shared/contract/methods.ts');
const { isTrusted } = await import('../../../src/main/ipc/sender.ts');

const page = mkdtempSync(join(tmpdir(), 'keyturn-page-'));
writeFileSync(join(page, 'index.html'), '<!doctype html>');
afterAll(() => rmSync(page, { recursive: true }));
const sources = globSync('src/**/*.{ts,tsx,html}', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}));
/** Returns the files that contain a word outside of comments. */
const filesWith = (word: RegExp): string[] =>
  sources
    .filter(({ text }) => word.test(text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .map(({ path }) => path);

/** Web contents as they come to be, hardened by the app; what it decides about them. */
function contents() {
  const made = Object.assign(new EventEmitter(), {
    windows: (_: { url: string }): { action: string } => ({ action: 'allow' }),
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      made.windows = handler;
    },
  });
  electron.app.removeAllListeners();
  hardenContents(appOrigin);
  electron.app.emit('web-contents-created', {}, made);
  const prevented = (event: string, facts: object): boolean => {
    const preventDefault = vi.fn();
    made.emit(event, { ...facts, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { made, prevented };
}

let preferences: Record<string, unknown>;
beforeEach(() => {
  openWindow({
    preload: '/preload.cjs',
    url: `${appOrigin}/index.html`,
    contentProtection: false,
    startMinimised: false,
    onReady: () => undefined,
    onFailed: () => undefined,
  });
  preferences = electron.preferences.at(-1) ?? {};
});

async function policyOf(): Promise<Map<string, string>> {
  serveApp(page, windowSession().protocol);
  const answer = await electron.handlers.get('app')?.(new Request(`${appOrigin}/index.html`));
  const policy = answer?.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]),
  );
}

describe('Electron’s checklist', () => {
  it('1. only secure content is loaded: the app’s own scheme, and nothing by http', async () => {
    expect(electron.loaded.at(-1)).toBe('app://bundle/index.html');
    registerAppScheme();
    expect(electron.schemes).toMatchObject([{ scheme: 'app', privileges: { secure: true } }]);
    for (const value of (await policyOf()).values()) expect(value).not.toMatch(/https?:|\*/);
  });

  it('2. no page has Node', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3. the page’s world and the preload’s are apart', () => {
    expect(preferences.contextIsolation).toBe(true);
  });

  it('4. every page is sandboxed, and the start asks for it for all', () => {
    expect(preferences.sandbox).toBe(true);
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['src/main/start/index.ts']);
  });

  it('5. every permission, device and download is denied', () => {
    const set: Record<string, (...them: never[]) => unknown> = {};
    const target = new Proxy(new EventEmitter(), {
      get: (on, name) =>
        String(name).startsWith('set')
          ? (handler: () => unknown) => {
              set[String(name)] = handler;
            }
          : Reflect.get(on, name),
    });
    hardenSession(target as never);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'hid',
      'openExternal',
    ]) {
      const asked = vi.fn();
      set.setPermissionRequestHandler?.(...([null, permission, asked] as never[]));
      expect(asked.mock.calls, permission).toEqual([[false]]);
      expect(set.setPermissionCheckHandler?.(...([null, permission] as never[])), permission).toBe(false);
    }
    expect(set.setDevicePermissionHandler?.()).toBe(false);
    const preventDefault = vi.fn();
    target.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('6. web security is on', () => {
    expect(preferences.webSecurity).toBe(true);
    expect(filesWith(/disable-web-security/)).toEqual([]);
  });

  it('7. every page comes with a content security policy', async () => {
    const policy = await policyOf();
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('sandbox')).toBe('allow-scripts allow-same-origin allow-forms');
    const nothing = await electron.handlers.get('app')?.(new Request(`${appOrigin}/nothing`));
    expect(nothing?.status).toBe(404);
    expect(nothing?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each<[number, string, RegExp]>([
    [8, 'allowRunningInsecureContent', /allowRunningInsecureContent/],
    [9, 'experimentalFeatures', /experimentalFeatures|enable-experimental/],
    [10, 'enableBlinkFeatures', /enableBlinkFeatures|enable-blink-features/],
  ])('%i. %s is not used', (_row, name, word) => {
    expect(preferences[name]).toBeUndefined();
    expect(filesWith(word)).toEqual([]);
  });

  it('11. there is no webview, so none that may open windows', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(filesWith(/<webview|allowpopups/)).toEqual([]);
  });

  it('12. a webview is refused before it is there', () => {
    expect(contents().prevented('will-attach-webview', {})).toBe(true);
  });

  it.each([
    ['https://example.com/', true, true],
    ['file:///etc/passwd', true, true],
    ['app://other/index.html', true, true],
    ['app://bundle.example/index.html', true, true],
    ['app://bundle/index.html', false, true],
    ['app://bundle/index.html', true, false],
  ])('13. a navigation to %s (main frame: %s) is refused: %s', (url, isMainFrame, refused) => {
    const { prevented } = contents();
    expect(prevented('will-frame-navigate', { url, isMainFrame })).toBe(refused);
    expect(prevented('will-redirect', { url })).toBe(true);
  });

  it('13. a page that asks to stay, or moves the window, is not asked', () => {
    const { prevented } = contents();
    expect(prevented('will-prevent-unload', {})).toBe(true);
    expect(prevented('content-bounds-updated', { bounds: { x: 0, y: 0, width: 1, height: 1 } })).toBe(true);
    expect(preferences.disableDialogs).toBe(true);
  });

  it('13. the app’s own page comes back in place of a page that no navigation event names first', () => {
    const window = openWindow({
      preload: '/preload.cjs',
      url: `${appOrigin}/index.html`,
      contentProtection: false,
      startMinimised: false,
      onReady: () => undefined,
      onFailed: () => undefined,
    });
    const loads = () => electron.loaded.length;
    const before = loads();
    for (const url of ['app://bundle/index.html', 'app://bundle/index.html#tokens']) {
      window.webContents.emit('did-navigate', {}, url);
      expect(loads(), url).toBe(before);
    }
    for (const url of [
      'about:blank',
      'app://bundle/nothing',
      'app://bundle/index.html?x',
      'blob:app://bundle/1',
    ]) {
      const earlier = loads();
      window.webContents.emit('did-navigate', {}, url);
      expect(electron.loaded.slice(earlier), url).toEqual(['app://bundle/index.html']);
    }
  });

  it('14. no page opens a window', () => {
    const { made } = contents();
    for (const url of ['https://example.com/', 'about:blank', 'app://bundle/index.html']) {
      expect(made.windows({ url })).toEqual({ action: 'deny' });
    }
  });

  it('15. only a plain https address is opened outside, by one place', async () => {
    electron.opened.length = 0;
    const { openUrl } = createOpener();
    await openUrl(new URL('https://acme-admin.okta.com/'));
    for (const url of [
      'http://a.example/',
      'file:///bin/sh',
      'javascript:1',
      'smb://a/b',
      'https://u:p@a.example/',
    ]) {
      await expect(openUrl(new URL(url)), url).rejects.toThrow(/https/);
    }
    expect(electron.opened).toEqual(['https://acme-admin.okta.com/']);
    expect(filesWith(/openExternal\(/)).toEqual(['src/main/platform/opener.ts']);
  });

  it('15. the demo opens pages at 127.0.0.1 only, whatever its orgs name', async () => {
    electron.opened.length = 0;
    const wanted = new URL('https://acme.localhost/admin');
    const opens = (page: string) => createDemoOpener(() => new URL(page)).openUrl(wanted);
    await opens('http://127.0.0.1:1234/admin');
    for (const page of [
      'https://acme-admin.okta.com/',
      'http://acme.localhost/',
      'https://127.0.0.1/',
      'file:///etc',
    ]) {
      await expect(opens(page), page).rejects.toThrow('Only pages at 127.0.0.1 are opened.');
    }
    expect(electron.opened).toEqual(['http://127.0.0.1:1234/admin']);
  });

  it('16. the version of Electron is one exact version, and the lock has the same', () => {
    const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
    const { electron: wanted } = json('package.json').devDependencies;
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect(json('package-lock.json').packages['node_modules/electron'].version).toBe(wanted);
  });

  it('17. a message is heard from our window’s main frame at our origin only', () => {
    const main = { origin: appOrigin, parent: null };
    const window = {};
    const trusted = (senderFrame: typeof main | { origin: string; parent: object } | null, sender = window) =>
      isTrusted({ sender, senderFrame }, new Set([window]), appOrigin);
    expect(trusted(main)).toBe(true);
    expect(trusted({ ...main, origin: 'https://example.com' })).toBe(false);
    expect(trusted({ ...main, origin: 'app://other' })).toBe(false);
    expect(trusted({ origin: appOrigin, parent: main })).toBe(false);
    expect(trusted(main, {})).toBe(false);
    expect(trusted(null)).toBe(false);
  });

  it('18. nothing is loaded by file:, and no request leaves the folder of the page', async () => {
    // A hand-over command tells the AWS CLI to read its input so; Electron loads nothing by it.
    expect(filesWith(/loadFile\(|file:\/\//)).toEqual(['src/shared/hand-over-templates.ts']);
    serveApp(page, windowSession().protocol);
    const ask = async (url: string) => (await electron.handlers.get('app')?.(new Request(url)))?.status;
    expect(await ask(`${appOrigin}/index.html`)).toBe(200);
    for (const url of [
      `${appOrigin}/../../etc/passwd`,
      `${appOrigin}/%2e%2e%2fetc/passwd`,
      'app://other/index.html',
    ]) {
      expect(await ask(url), url).toBe(404);
    }
  });

  it('the window’s session is in memory, and it alone has the page', async () => {
    expect(preferences.partition).toBe('keyturn');
    expect(windowSession()).toMatchObject({ name: preferences.partition });
    // The stand-in for the default session refuses to serve anything.
    serveApp(page, windowSession().protocol);
    expect(filesWith(/defaultSession|persist:/)).toEqual([]);
  });

  it('19. the fuses of the package are set', () => {
    expect(releaseFuses).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    });
  });

  it('20. the preload hands the page the table’s functions, and nothing of Electron', async () => {
    vi.stubGlobal(
      '__METHODS__',
      Object.fromEntries(Object.entries(methods).map(([name, of]) => [name, Object.keys(of)])),
    );
    vi.stubGlobal('__EVENTS__', Object.keys(events));
    await import('../../../src/preload/index.ts');
    expect(electron.exposed.map(([name]) => name)).toEqual(['keyturn']);
    const shown = Object.entries(electron.exposed[0]?.[1] ?? {});
    expect(shown.map(([name]) => name).sort()).toEqual([...Object.keys(methods), 'events'].sort());
    for (const [, part] of shown) {
      for (const one of Object.values(part)) expect(one).toBeTypeOf('function');
    }
    // The event of IPC would hand the page a way to the sender.
    const heard: unknown[] = [];
    const told = electron.exposed[0]?.[1].events ?? {};
    const listen = told.vaultChanged as (listener: (...them: unknown[]) => void) => void;
    listen((...them) => heard.push(...them));
    electron.renderer.emit(
      electron.renderer.eventNames()[0] ?? '',
      { sender: 'ipcRenderer' },
      'what is told',
    );
    expect(heard).toEqual(['what is told']);
    expect(
      sources.filter(({ path, text }) => path.startsWith('src/renderer/') && /from 'electron'/.test(text)),
    ).toEqual([]);
  });
});
