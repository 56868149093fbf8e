import { EventEmitter } from 'node:events';
import { preventable } from './preventable.ts';

/** Electron's `nativeTheme` (docs/api/native-theme.md); the system is light unless the control channel says otherwise. */
export class NativeThemeHere extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';
  systemDark = false;
  /** Set by the host: tells the pages. */
  apply: (scheme: 'light' | 'dark') => void = () => undefined;

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: '${source}'`);
    const before = this.shouldUseDarkColors;
    this.#source = source;
    this.changed(before);
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.systemDark : this.#source === 'dark';
  }

  get shouldUseHighContrastColors(): boolean {
    return false;
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.systemDark;
  }

  get inForcedColorsMode(): boolean {
    return false;
  }

  get prefersReducedTransparency(): boolean {
    return false;
  }

  get shouldUseInvertedColorScheme(): boolean {
    return false;
  }

  get scheme(): 'light' | 'dark' {
    return this.shouldUseDarkColors ? 'dark' : 'light';
  }

  changed(before: boolean): void {
    this.apply(this.scheme);
    if (before !== this.shouldUseDarkColors) this.emit('updated', preventable());
  }
}
