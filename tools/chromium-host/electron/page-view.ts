import { only } from '../not-here.ts';
import type { Page } from './page.ts';

/** The view of a page: its zoom, its colour scheme, a picture of it. */
export class PageView {
  readonly #page: Page;
  readonly #attached: Promise<void>;
  zoom = 1;

  constructor(page: Page, attached: Promise<void>) {
    this.#page = page;
    this.#attached = attached;
  }

  /** Sets the zoom through the device's metrics, because stock Chromium does not expose its own zoom. */
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

  /** Makes the page follow nativeTheme. */
  async setColorScheme(scheme: 'light' | 'dark' | ''): Promise<void> {
    await this.#attached;
    await this.#page.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  /** Returns Page.captureScreenshot's PNG as a minimal NativeImage. */
  async capture(): Promise<{ toPNG(): Buffer }> {
    const { data } = (await this.#page.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    return only('NativeImage', { toPNG: () => Buffer.from(data, 'base64') });
  }
}
