import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from '../support/test.ts';

/** Returns the text that script leaves in one kind of storage. Its letters stand beside each other in UTF-8, and apart in UTF-16. */
const canaryOf = (kind: string): string => `canary-of-the-window-${kind}`;

const kinds = ['localStorage', 'sessionStorage', 'IndexedDB', 'Cache', 'OPFS', 'cookie', 'history'];

/** Writes into every kind of storage that Chromium has, as script in the window can. Returns what each kind holds afterwards, or why not. */
const plant = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(`(async () => {
    const said = {};
    const keep = async (kind, run) => {
      try { said[kind] = String(await run('canary-of-the-window-' + kind)); } catch (error) { said[kind] = error.name; }
    };
    await keep('localStorage', (text) => { localStorage.setItem(text, text); return localStorage.getItem(text); });
    await keep('sessionStorage', (text) => { sessionStorage.setItem(text, text); return sessionStorage.getItem(text); });
    await keep('IndexedDB', (text) => new Promise((done, failed) => {
      const asked = indexedDB.open(text);
      asked.onerror = () => failed(asked.error);
      asked.onupgradeneeded = () => asked.result.createObjectStore('names');
      asked.onsuccess = () => {
        const change = asked.result.transaction('names', 'readwrite', { durability: 'strict' });
        change.objectStore('names').put(text, text);
        change.oncomplete = () => { asked.result.close(); done(text); };
        change.onabort = () => failed(change.error);
      };
    }));
    await keep('Cache', async (text) => {
      const cache = await caches.open(text);
      await cache.put('/' + text, new Response(text));
      return (await cache.match('/' + text)).text();
    });
    await keep('OPFS', async (text) => {
      const file = await (await navigator.storage.getDirectory()).getFileHandle(text, { create: true });
      const out = await file.createWritable();
      await out.write(text);
      await out.close();
      return (await file.getFile()).text();
    });
    await keep('cookie', (text) => {
      document.cookie = text + '=' + text + '; max-age=99999; secure';
      return document.cookie.includes(text) ? text : 'none';
    });
    await keep('history', (text) => { history.replaceState(text, '', '#' + text); document.title = text; return text; });
    return said;
  })()`) as Promise<Record<string, string>>;

/** Returns the files below a folder that hold a text, in UTF-8 or UTF-16, or have it in their names. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
    .filter(({ path, isFile }) => {
      if (path.includes(text)) return true;
      if (!isFile) return false;
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map(({ path }) => path);
}

test('what script writes into the window’s storage is never on the disk, and is gone at the next start', async ({
  start,
  folder,
}) => {
  const app = await start();
  await expect(app.page.getByRole('button', { name: 'Add token' })).toBeVisible();
  const said = await plant(app.page);
  // Storage works for the page. Only a kind that was written can show that it stays off the disk.
  expect(said).toEqual(Object.fromEntries(kinds.map((kind) => [kind, canaryOf(kind)])));
  // Chromium writes some of it only when it ends.
  await app.quit();
  expect(kinds.filter((kind) => filesWith(folder, canaryOf(kind)).length > 0)).toEqual([]);
  const next = await start();
  await expect(next.page.getByRole('button', { name: 'Add token' })).toBeVisible();
  const left = await next.page.evaluate(`(async () => [
    localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, (await caches.keys().catch(() => [])).length,
  ])()`);
  expect(left).toEqual([0, 0, '', 0, 0]);
});
