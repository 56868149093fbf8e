import { only } from '../not-here.ts';
import type { Page } from './page.ts';

/** How a page is looked at: its zoom, its colour scheme, a picture of it. */
export class PageView {
  readonly #page: Page;
  readonly #attached: Promise<void>;
  zoom = 1;

  constructor(page: Page, attached: Promise<void>) {
    this.#page = page;
    this.#attached = attached;
  }

  /** By the device's metrics, since stock Chromium keeps its own zoom to itself. */
  async applyZoom(): Promise<void> {
    await this.#attached;
    await this.#page.send('Emulation.clearDeviceMetricsOverride');
    if (this.zoom === 1) return;
    const { cssLayoutViewport } = (await this.#page.send('Page.getLayoutMetrics')) as {
      cssLayoutViewport: { clientWidth: number; clientHeight: number };
    };
    await this.#page.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(cssLayoutViewport.clientWidth / this.zoom),
      height: Math.round(cssLayoutViewport.clientHeight / this.zoom),
      deviceScaleFactor: this.zoom,
      mobile: false,
    });
  }

  /** Follows nativeTheme. */
  async setColorScheme(scheme: 'light' | 'dark' | ''): Promise<void> {
    await this.#attached;
    await this.#page.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  /** Page.captureScreenshot as a PNG, in the smallest form of a NativeImage. */
  async capture(): Promise<{ toPNG(): Buffer }> {
    const { data } = (await this.#page.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    return only('NativeImage', { toPNG: () => Buffer.from(data, 'base64') });
  }
}
