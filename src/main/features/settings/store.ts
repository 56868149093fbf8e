import { z } from 'zod';
import { type Settings, type SettingsView, settings } from '../../../shared/contract/models.ts';
import { Failed } from '../../base/failure.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import type { PlainSettings } from './before-window.ts';
import { type ExtraCa, readExtraCa } from './extra-ca.ts';
import { readSettings, writeSettings } from './settings-file.ts';

/** Host names and paths say where a person works, so these two are sealed in the vault. */
const networkSettings = settings.pick({ extraCaFile: true, proxy: true });
type NetworkSettings = z.infer<typeof networkSettings>;

const networkDefaults: NetworkSettings = { extraCaFile: null, proxy: { mode: 'system' } };
/** Stands for a proxy's password wherever the window sees its address. */
const mask = '****';
const cell = { table: 'settings', rowId: 'network', column: 'value' };

/** The settings of both places: a plain file for what is needed before the vault opens, the vault for the network's. */
export class SettingsStore {
  readonly #file: string;
  readonly #vault: Vault;
  readonly #commandLineCa: ExtraCa | null;
  #plain: PlainSettings;

  constructor(file: string, vault: Vault, commandLineCaFile: string | null) {
    this.#file = file;
    this.#vault = vault;
    this.#commandLineCa = commandLineCaFile === null ? null : readExtraCa(commandLineCaFile);
    this.#plain = readSettings(file);
  }

  get plain(): PlainSettings {
    return this.#plain;
  }

  /** What the Okta client needs: the proxy, and the extra roots as PEM. Defaults while the vault is not open. */
  network(): { extraCaPem: string | null; proxy: Settings['proxy'] } {
    const { extraCaFile, proxy } = this.#network();
    const ca = this.#commandLineCa ?? (extraCaFile === null ? null : readExtraCa(extraCaFile));
    return { extraCaPem: ca?.pem ?? null, proxy };
  }

  /** For the window: a proxy's password is masked. */
  view(): SettingsView {
    const network = this.#network();
    const ca =
      this.#commandLineCa ?? (network.extraCaFile === null ? null : readExtraCa(network.extraCaFile));
    return {
      ...this.#plain,
      ...network,
      proxy: masked(network.proxy),
      extraCa: ca?.view ?? null,
      extraCaFromCommandLine: this.#commandLineCa !== null,
    };
  }

  /** Changes some. Throws Failed `bad-request` for a proxy address that is none, and what writing throws. */
  set(change: Partial<Settings>): void {
    const plain = { ...this.#plain, ...only(change, this.#plain) };
    const before = this.#network();
    const network = { ...before, ...only(change, networkDefaults) };
    network.proxy = unmasked(network.proxy, before.proxy);
    if (network.proxy.mode === 'custom') checkProxy(network.proxy.url);
    if ('proxy' in change || 'extraCaFile' in change) this.#saveNetwork(network);
    if (JSON.stringify(plain) !== JSON.stringify(this.#plain)) {
      writeSettings(this.#file, plain);
      this.#plain = plain;
    }
  }

  #network(): NetworkSettings {
    if (this.#vault.status().phase !== 'open') return networkDefaults;
    const [row] = this.#vault.read<{ value: Uint8Array }>(
      "SELECT value FROM settings WHERE name = 'network'",
    );
    if (row === undefined) return networkDefaults;
    try {
      return this.#vault.openJson(cell, networkSettings, row.value);
    } catch (error) {
      if (error instanceof CellUnreadable) return networkDefaults;
      throw error;
    }
  }

  #saveNetwork(value: NetworkSettings): void {
    this.#vault.write(
      "INSERT INTO settings (name, value) VALUES ('network', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      this.#vault.sealJson(cell, networkSettings.parse(value)),
    );
  }
}

/** The entries of `change` that `shape` has too. */
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

/** An address that came back with the mask keeps its password, unless it goes to another proxy or another account. */
function unmasked(proxy: Settings['proxy'], before: Settings['proxy']): Settings['proxy'] {
  if (proxy.mode !== 'custom' || !URL.canParse(proxy.url)) return proxy;
  const url = new URL(proxy.url);
  if (url.password !== mask) return proxy;
  const old = before.mode === 'custom' ? new URL(before.url) : null;
  if (old?.origin !== url.origin || old.username !== url.username) {
    throw new Failed(
      'bad-request',
      'The password of the proxy is not shown here, so it cannot be taken along to another address.',
      'Write the whole address, with the password: http://name:password@host:port.',
    );
  }
  url.password = old.password;
  return { mode: 'custom', url: url.href };
}

function checkProxy(text: string): void {
  const url = z.url().safeParse(text).success ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Failed(
      'bad-request',
      'This is not the address of a proxy.',
      'Write it as http://host:port, for example http://proxy.example.com:8080.',
    );
  }
}
