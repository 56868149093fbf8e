import type { Params } from '../cdp.ts';
import { browserOf, type Host } from '../host.ts';
import type { Pages } from './browser-window.ts';
import type { SessionHere } from './session.ts';

const pageUrl = 'https://clipboard.keyturn-host.localhost/';

interface Lender {
  readonly session: SessionHere;
  protocol(method: string, params?: Params): Promise<Params>;
}

/**
 * Reads and writes the text of Chromium's clipboard through an empty page with only the permission: a hidden one, the app's own, or one
 * made for the call.
 */
export class ClipboardPage {
  readonly #host: Host;
  readonly #pages: Pages;
  readonly #lender: () => Lender | null;
  #hidden: Promise<string | null> | null = null;

  constructor(host: Host, pages: Pages, lender: () => Lender | null) {
    this.#host = host;
    this.#pages = pages;
    this.#lender = lender;
  }

  async readText(): Promise<string> {
    return String((await this.#run('navigator.clipboard.readText()')) ?? '');
  }

  async writeText(text: string): Promise<void> {
    await this.#run(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  async #run(expression: string): Promise<unknown> {
    this.#hidden ??= this.#openHidden();
    const session = await this.#hidden;
    // It may work later, when there is a window.
    if (session === null) this.#hidden = null;
    const call = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    if (session !== null) return valueIn(await browserOf(this.#host).send('Runtime.evaluate', call, session));
    const lent = this.#lender();
    return valueIn(await (lent === null ? this.#alone(call) : this.#borrow(lent, call)));
  }

  /** Returns the hidden page's session, or null: Chromium makes hidden pages only in some of its modes. */
  async #openHidden(): Promise<string | null> {
    const browser = browserOf(this.#host);
    const { targetId } = await browser
      .send('Target.createTarget', { url: 'about:blank', hidden: true })
      .catch(() => ({ targetId: null }));
    if (targetId === null) return null;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    await this.#prepare(String(sessionId));
    return String(sessionId);
  }

  /** Makes an invisible page for one call. */
  async #alone(call: Params): Promise<Params> {
    if (!this.#host.flags.headless) throw new Error('The clipboard needs a window.');
    const browser = browserOf(this.#host);
    const { sessionId, targetId } = await this.#pages.create({ width: 100, height: 100 });
    try {
      await browser.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
      await this.#prepare(sessionId);
      return await browser.send('Runtime.evaluate', call, sessionId);
    } finally {
      await browser.send('Target.closeTarget', { targetId });
    }
  }

  /** Loads the page's one address, which the host answers, with permission to use the clipboard. */
  async #prepare(sessionId: string): Promise<void> {
    const browser = browserOf(this.#host);
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
      const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
      const answer = { requestId, responseCode: 200, responseHeaders, body: '' };
      void browser.send('Fetch.fulfillRequest', answer, sessionId).catch(() => undefined);
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
  }

  /** Makes the call in a separate world of the app's page, which has the permission for this call only. */
  async #borrow(lent: Lender, call: Params): Promise<Params> {
    const { frameTree } = (await lent.protocol('Page.getFrameTree')) as {
      frameTree: { frame: { id: string; securityOrigin: string } };
    };
    const { id, securityOrigin } = frameTree.frame;
    const permit = async (setting: string) => {
      for (const name of ['clipboard-read', 'clipboard-write']) {
        await browserOf(this.#host).send('Browser.setPermission', {
          permission: { name },
          setting,
          origin: securityOrigin,
          ...(await lent.session.context()),
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
