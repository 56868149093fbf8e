import type { Params } from '../cdp.ts';
import { browserOf, type Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';

const pageUrl = 'https://clipboard.keyturn-host.localhost/';

/** The parts of an item on their way to the clipboard, by type. */
export class ClipboardItemHere {
  readonly #parts: Readonly<Record<string, Blob | string | Promise<Blob | string>>>;

  constructor(parts: Readonly<Record<string, Blob | string | Promise<Blob | string>>>) {
    this.#parts = parts;
  }

  get types(): string[] {
    return Object.keys(this.#parts);
  }

  async getType(type: string): Promise<Blob> {
    const part = await this.#parts[type];
    if (part === undefined) throw new DOMException(`The type '${type}' was not found`, 'NotFoundError');
    return typeof part === 'string' ? new Blob([part], { type }) : part;
  }
}

/**
 * Electron's `clipboard` (docs/api/clipboard.md, Promise-based since 44) over Chromium's own: a hidden page with nothing in it but the
 * permission. Raw formats of the system cannot be written from a page; they are kept for the control channel to look at.
 */
export function createClipboard(host: Host, lender: () => Lender | null) {
  let page: Promise<string | null> | null = null;
  const rawFormats: Record<string, string> = {};

  /** The hidden page's session, or null: Chromium makes hidden pages only in some of its modes. */
  async function openPage(): Promise<string | null> {
    const browser = browserOf(host);
    const { targetId } = await browser
      .send('Target.createTarget', { url: 'about:blank', hidden: true })
      .catch(() => ({ targetId: null }));
    if (targetId === null) return null;
    const { sessionId } = (await browser.send('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string;
    };
    for (const name of ['clipboard-read', 'clipboard-write']) {
      await browser.send('Browser.setPermission', {
        permission: { name },
        setting: 'granted',
        origin: new URL(pageUrl).origin,
      });
    }
    await browser.send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId);
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: `${pageUrl}*` }] }, sessionId);
    browser.on('Fetch.requestPaused', sessionId, ({ requestId }) => {
      void browser.send(
        'Fetch.fulfillRequest',
        {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: 'content-type', value: 'text/html' }],
          body: '',
        },
        sessionId,
      );
    });
    await browser.send('Page.enable', {}, sessionId);
    const loaded = new Promise<void>((resolve) => {
      const off = browser.on('Page.loadEventFired', sessionId, () => {
        off();
        resolve();
      });
    });
    await browser.send('Page.navigate', { url: pageUrl }, sessionId);
    await loaded;
    return sessionId;
  }

  async function run(expression: string): Promise<unknown> {
    page ??= openPage();
    const session = await page;
    // Perhaps it can be had later, when there is a window.
    if (session === null) page = null;
    const call = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    return valueIn(
      session === null ? await borrow(call) : await browserOf(host).send('Runtime.evaluate', call, session),
    );
  }

  /** In a world of its own on the app's page, which has the permission for just this call. */
  async function borrow(call: Params): Promise<Params> {
    const lent = lender();
    if (lent === null) throw new Error('The clipboard needs a window.');
    const { frameTree } = (await lent.protocol('Page.getFrameTree')) as {
      frameTree: { frame: { id: string; securityOrigin: string } };
    };
    const { id, securityOrigin } = frameTree.frame;
    const permit = async (setting: string) => {
      for (const name of ['clipboard-read', 'clipboard-write']) {
        await browserOf(host).send('Browser.setPermission', {
          permission: { name },
          setting,
          origin: securityOrigin,
        });
      }
    };
    const { executionContextId } = await lent.protocol('Page.createIsolatedWorld', {
      frameId: id,
      worldName: 'keyturn host clipboard',
    });
    await lent.protocol('Emulation.setFocusEmulationEnabled', { enabled: true });
    await permit('granted');
    try {
      return await lent.protocol('Runtime.evaluate', { ...call, contextId: executionContextId });
    } finally {
      await permit('denied');
    }
  }

  const writeText = async (text: string): Promise<void> => {
    if (typeof text !== 'string') throw new TypeError('Error processing argument at index 0');
    await run(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  };
  const clipboard = {
    readText: async () => String((await run('navigator.clipboard.readText()')) ?? ''),
    writeText,
    async write(items: ClipboardItemHere[]) {
      for (const name of Object.keys(rawFormats)) delete rawFormats[name];
      for (const item of items) {
        for (const type of item.types) {
          const text = await (await item.getType(type)).text();
          if (type === 'text/plain') await writeText(text);
          else rawFormats[type] = text;
        }
      }
    },
    async read() {
      const text = String((await run('navigator.clipboard.readText()')) ?? '');
      return text === '' ? [] : [new ClipboardItemHere({ 'text/plain': text })];
    },
    has: async (type: string) =>
      type === 'text/plain' && String((await run('navigator.clipboard.readText()')) ?? '') !== '',
    clear: () => {
      void writeText('').catch(() => undefined);
    },
  };
  // Items are emulated themselves; held.ts holds them.
  clipboard satisfies Emulated<typeof clipboard, Electron.Clipboard, 'read' | 'write'>;
  return { clipboard: only('clipboard', clipboard), ClipboardItem: ClipboardItemHere, rawFormats };
}

interface Lender {
  protocol(method: string, params?: Params): Promise<Params>;
}

function valueIn(ran: Params): unknown {
  const { result, exceptionDetails } = ran as {
    result: { value?: unknown };
    exceptionDetails?: { exception?: { description?: string } };
  };
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? 'The clipboard refused.');
  }
  return result.value;
}
