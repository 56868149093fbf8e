import type { Params } from '../cdp.ts';
import type { Loads } from './loads.ts';
import type { Page } from './page.ts';
import { type PageRequests, postedOf } from './page-requests.ts';
import type { Schemes } from './schemes.ts';

/** Chromium's own limit (url/url_constants.h, kMaxURLChars). */
const longestAddress = 2 * 1024 * 1024;

/** The navigations that main requests (Electron, docs/api/web-contents.md, loadURL and reload). */
export class PageNavigation {
  readonly #attached: Promise<void>;
  readonly #page: Page;
  readonly #loads: Loads;
  readonly #requests: PageRequests;
  readonly #schemes: Schemes;

  constructor(parts: {
    readonly attached: Promise<void>;
    readonly page: Page;
    readonly loads: Loads;
    readonly requests: PageRequests;
    readonly schemes: Schemes;
  }) {
    this.#attached = parts.attached;
    this.#page = parts.page;
    this.#loads = parts.loads;
    this.#requests = parts.requests;
    this.#schemes = parts.schemes;
  }

  load(url: string, options: Electron.LoadURLOptions = {}): Promise<void> {
    const posted = postedOf(options);
    const canonical = URL.canParse(url) ? new URL(url).href : url;
    const next = this.#loads.next(canonical);
    const refused =
      !URL.canParse(url) || canonical.length > longestAddress
        ? 'ERR_INVALID_URL'
        : // Chromium would take the name out before main's handler could see it.
          this.#schemes.ownerOf(canonical) !== null && new URL(url).username !== ''
          ? 'ERR_UNEXPECTED'
          : null;
    if (refused !== null) {
      this.#loads.unfit(refused, canonical);
      return next.promise;
    }
    this.#loads.asked++;
    this.#loads.started(canonical, false, true);
    void this.#navigate(canonical, options, posted)
      .then((outcome) => {
        if (outcome === 'committed') next.committed();
        else if (outcome === 'arrived') next.arrived();
        else if (outcome === 'given up') next.givenUp();
      })
      .catch(() => undefined);
    return next.promise;
  }

  async #navigate(
    url: string,
    options: Electron.LoadURLOptions,
    posted: ReturnType<typeof postedOf>,
  ): Promise<'committed' | 'arrived' | 'given up' | 'ended'> {
    const loads = this.#loads;
    let answered: { errorText?: string; loaderId?: string };
    try {
      await this.#attached;
      loads.askFor(url);
      this.#requests.posted = posted;
      const { httpReferrer } = options;
      answered = await this.#page.send('Page.navigate', {
        url: this.#schemes.toInternal(url),
        ...(typeof httpReferrer === 'string' ? { referrer: httpReferrer } : {}),
      });
    } catch {
      // Without a page, its end reports this.
      if (!this.#page.isGone()) loads.failed('ERR_INVALID_URL', url);
      return 'ended';
    } finally {
      loads.answered();
    }
    if (loads.asked === 0) this.#requests.posted = null;
    const { errorText, loaderId } = answered;
    if (errorText !== undefined) {
      // Another load has replaced this one and reports its own end.
      if (loads.asked > 0) return 'ended';
      loads.failed(loads.reasonFor(url, errorText.replace('net::', '')), url);
      return 'given up';
    }
    if (loaderId === undefined) {
      // The target is within the document, which is already there.
      this.#page.mainFrame.lastUrl = url;
      return 'arrived';
    }
    return 'committed';
  }

  reload(params: Params): void {
    const { lastUrl: url } = this.#page.mainFrame;
    this.#loads.askFor(url);
    this.#loads.started(url, false, true);
    void this.#page.send('Page.reload', params).catch(() => undefined);
  }
}
