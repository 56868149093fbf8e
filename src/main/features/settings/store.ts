import type { Settings, SettingsView } from '../../../shared/contract/settings.ts';
import { Failed } from '../../base/failure.ts';
import { readProxyAddress } from '../../okta/proxy-address.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import type { PlainSettings } from './before-window.ts';
import { type ExtraCa, extraCaOf, type KeptCa, keptCa, readExtraCa } from './extra-ca.ts';
import { keptNetwork } from './kept.compiled.ts';
import type { Policy } from './policy.ts';
import { readSettings, writeSettings } from './settings-file.ts';
import { words } from './words.ts';

type Changeable = Pick<Settings, 'extraCaFile' | 'proxy'>;
type NetworkSettings = Changeable & { readonly extraCaPem: string | null };

const changeable: Changeable = { extraCaFile: null, proxy: { mode: 'system' } };
const networkDefaults: NetworkSettings = { ...changeable, extraCaPem: null };
/** Replaces a proxy's password in every address for the window. */
const mask = '****';
const cell = { table: 'settings', rowId: 'network', column: 'value' };

/** Keeps the settings in two places: those needed before the vault opens in a plain file, and the network's in the vault. */
export class SettingsStore {
  readonly #file: string;
  readonly #vault: Vault;
  readonly #commandLineCa: ExtraCa | null;
  readonly #screenLock: () => SettingsView['screenLock'];
  readonly #policy: Policy;
  readonly #languageAtStart: PlainSettings['language'];
  #plain: PlainSettings;

  constructor(
    file: string,
    vault: Vault,
    commandLineCaFile: string | null,
    screenLock: () => SettingsView['screenLock'],
    policy: Policy,
  ) {
    this.#policy = policy;
    this.#screenLock = screenLock;
    this.#file = file;
    this.#vault = vault;
    this.#commandLineCa = commandLineCaFile === null ? null : readExtraCa(commandLineCaFile);
    this.#plain = readSettings(file);
    this.#languageAtStart = this.#plain.language;
  }

  /** The effective settings: the person's own, made stricter by the policy. */
  get plain(): PlainSettings {
    return this.#policy.stricter(this.#plain);
  }

  /** Returns what the Okta client needs: the proxy, and the extra roots as PEM. Returns the defaults while the vault is locked. */
  network(): { extraCaPem: string | null; proxy: Settings['proxy'] } {
    const { extraCaPem, proxy } = this.#network();
    return { extraCaPem: this.#commandLineCa === null ? extraCaPem : this.#commandLineCa.pem, proxy };
  }

  /** Returns the settings for the window, with a masked proxy password. */
  view(): SettingsView {
    const { extraCaFile, proxy } = this.#network();
    const ca = this.#keptCa();
    return {
      ...this.plain,
      extraCaFile,
      proxy: masked(proxy),
      extraCa: this.#commandLineCa?.view ?? ca?.view ?? null,
      extraCaChange: this.#commandLineCa === null ? (ca?.change ?? null) : null,
      screenLock: this.#screenLock(),
      extraCaFromCommandLine: this.#commandLineCa !== null,
      languageAtNextStart: this.#plain.language !== this.#languageAtStart,
      policy: this.#policy.view(),
    };
  }

  /** Returns the present certificates of the chosen file and the kept ones when they differ. Returns null otherwise. */
  otherCa(): { readonly file: string; readonly kept: ExtraCa | null; readonly other: ExtraCa } | null {
    const { extraCaFile, extraCaPem } = this.#network();
    const other = this.#keptCa()?.other ?? null;
    if (extraCaFile === null || other === null) return null;
    return { file: extraCaFile, kept: extraCaPem === null ? null : extraCaOf(extraCaPem), other };
  }

  /** Keeps these certificates for `file`, even if the file has changed since. Null removes them. */
  keepCa(kept: { readonly file: string; readonly ca: ExtraCa } | null): void {
    const before = this.#network();
    this.#saveNetwork({ ...before, extraCaFile: kept?.file ?? null, extraCaPem: kept?.ca.pem ?? null });
  }

  /**
   * Returns the address of a new proxy for calls, without an account. Returns null when the change names no proxy or the present one.
   * Throws as `set` does.
   */
  newProxy({ proxy }: Partial<Settings>): string | null {
    if (proxy?.mode !== 'custom' || this.#vault.status().phase !== 'open') return null;
    const before = this.#network().proxy;
    const wanted = unmasked(readProxy(proxy), before);
    if (wanted.mode !== 'custom') return null;
    const { origin } = new URL(wanted.url);
    return before.mode === 'custom' && new URL(before.url).origin === origin ? null : origin;
  }

  /**
   * Changes some settings. Returns the names of those whose kept value is now another. Throws Failed `bad-request` for an invalid proxy address, Failed `policy` for what the policy does not permit, and
   * the errors of writing.
   */
  set(change: Partial<Settings>): (keyof Settings)[] {
    this.#policy.checkChange(change);
    const plain = { ...this.#plain, ...only(change, this.#plain) };
    const before = this.#network();
    const network = { ...before, ...only(change, changeable) };
    if (change.proxy !== undefined) network.proxy = unmasked(readProxy(change.proxy), before.proxy);
    if ('extraCaFile' in change) {
      network.extraCaPem = network.extraCaFile === null ? null : readExtraCa(network.extraCaFile).pem;
    }
    const old = { ...this.#plain, ...before };
    const wanted = { ...plain, ...network };
    const changed = (Object.keys(change) as (keyof Settings)[]).filter(
      (name) => JSON.stringify(wanted[name]) !== JSON.stringify(old[name]),
    );
    if ('proxy' in change || 'extraCaFile' in change) this.#saveNetwork(network);
    if (JSON.stringify(plain) !== JSON.stringify(this.#plain)) {
      writeSettings(this.#file, plain);
      this.#plain = plain;
    }
    return changed;
  }

  #keptCa(): KeptCa | null {
    const { extraCaFile, extraCaPem } = this.#network();
    return extraCaFile === null ? null : keptCa(extraCaFile, extraCaPem);
  }

  #network(): NetworkSettings {
    if (this.#vault.status().phase !== 'open') return networkDefaults;
    const [row] = this.#vault.read<{ value: Uint8Array }>(
      "SELECT value FROM settings WHERE name = 'network'",
    );
    if (row === undefined) return networkDefaults;
    try {
      const { extraCaPem = null, ...kept } = this.#vault.openJson(cell, keptNetwork, row.value);
      return { ...kept, extraCaPem };
    } catch (error) {
      if (error instanceof CellUnreadable) return networkDefaults;
      throw error;
    }
  }

  #saveNetwork(value: NetworkSettings): void {
    this.#vault.write(
      "INSERT INTO settings (name, value) VALUES ('network', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      this.#vault.sealJson(cell, keptNetwork.parse(value)),
    );
  }
}

/** Returns the entries of `change` that `shape` also has. */
function only<T extends object>(change: Partial<Settings>, shape: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([name]) => name in shape)) as Partial<T>;
}

function masked(proxy: Settings['proxy']): Settings['proxy'] {
  if (proxy.mode !== 'custom') return proxy;
  const url = new URL(proxy.url);
  if (url.password === '') return proxy;
  url.password = mask;
  return { mode: 'custom', url: url.href };
}

/** Restores the password in an address with the mask. Throws when the address is for another proxy or another account. */
function unmasked(proxy: Settings['proxy'], before: Settings['proxy']): Settings['proxy'] {
  if (proxy.mode !== 'custom') return proxy;
  const url = new URL(proxy.url);
  if (url.password !== mask) return proxy;
  const old = before.mode === 'custom' ? new URL(before.url) : null;
  if (old?.origin !== url.origin || old.username !== url.username) {
    throw new Failed('bad-request', words.store.passwordNotShown, words.store.wholeAddress);
  }
  url.password = old.password;
  return { mode: 'custom', url: url.href };
}

/** Returns the setting with the address as Keyturn keeps it. Throws Failed `bad-request` for a text that is no address of a proxy. */
function readProxy(proxy: Settings['proxy']): Settings['proxy'] {
  if (proxy.mode !== 'custom') return proxy;
  const read = readProxyAddress(proxy.url);
  if ('fault' in read) throw new Failed('bad-request', words.store.fault[read.fault], words.store.example);
  return { mode: 'custom', url: read.url };
}
