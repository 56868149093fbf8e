import type { Check } from '../../../shared/check.ts';
import type { PolicyView, Settings } from '../../../shared/contract/settings.ts';
import { series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import { orgOfAdmin } from '../../base/okta-domains.ts';
import { pastedText } from '../../base/pasted-text.ts';
import type { PolicySource } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import type { PlainSettings } from './before-window.ts';
import { policyEntries } from './kept.compiled.ts';
import { words } from './words.ts';

type Rules = { readonly allowedOrgs?: string[]; readonly lockAfterMinutes?: number } & {
  readonly [Name in Exclude<keyof typeof policyEntries, 'allowedOrgs' | 'lockAfterMinutes'>]?: boolean;
};

/** The rules while a policy exists but cannot be read: Keyturn calls no org, copies nothing, serves no program, starts no demo and looks for no update. */
const nothingAllowed: Rules = {
  allowedOrgs: [],
  copy: false,
  programs: false,
  demo: false,
  updates: false,
};

/** What a policy can forbid. */
export type Permitted = 'copy' | 'programs' | 'demo' | 'updates';

/**
 * The policy of this computer's organisation: what Keyturn may do on this computer, whatever the person chooses. Without a policy
 * everything is permitted. A policy that cannot be read permits nothing that a policy can forbid.
 */
export class Policy {
  readonly #read: () => PolicySource | null;
  #from: string | null = null;
  #rules: Rules = {};
  #problem: string | null = null;

  constructor(read: () => PolicySource | null) {
    this.#read = read;
    this.refresh();
  }

  /** Reads the policy again. Called at the start and each time the vault opens. */
  refresh(): void {
    const source = this.#read();
    this.#from = source?.from ?? null;
    this.#problem = source?.trouble ?? null;
    this.#rules = {};
    if (source === null) return;
    const read = source.trouble === null ? rulesIn(source.entries) : source.trouble;
    if (typeof read === 'string') this.#problem = read;
    this.#rules = typeof read === 'string' ? nothingAllowed : read;
  }

  /** Returns what Settings shows, or null without a policy. */
  view(): PolicyView | null {
    if (this.#from === null) return null;
    const { allowedOrgs = null, lockAfterMinutes = null, lockOnSuspend, lockOnScreenLock } = this.#rules;
    return {
      from: this.#from,
      problem: this.#problem,
      allowedOrgs,
      lockAfterMinutes,
      lockOnSuspend: lockOnSuspend === true,
      lockOnScreenLock: lockOnScreenLock === true,
      copy: this.#rules.copy !== false,
      programs: this.#rules.programs !== false,
      demo: this.#rules.demo !== false,
      updates: this.#rules.updates !== false,
    };
  }

  /** Returns why an action is forbidden, or null when it is permitted. */
  refusal(action: Permitted): string | null {
    return this.#rules[action] === false ? words.policy.forbids[action] : null;
  }

  /** Throws Failed `policy` when the policy forbids an action. */
  permit(action: Permitted): void {
    const refusal = this.refusal(action);
    if (refusal !== null) throw new Failed('policy', refusal, this.#remedy());
  }

  /** Returns why Keyturn may not call an org, or null when it may. `origin` is the org's own. */
  orgRefusal(origin: string): string | null {
    const { allowedOrgs } = this.#rules;
    if (allowedOrgs === undefined) return null;
    const { hostname, port } = new URL(origin);
    const covers = (pattern: string): boolean => {
      const name = /:\d+$/.test(pattern) ? `${hostname}:${port === '' ? '443' : port}` : hostname;
      return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
    };
    return allowedOrgs.some(covers) ? null : words.policy.forbidsOrg(new URL(origin).host);
  }

  /** Returns the effective settings: the person's own, made stricter by the policy. */
  stricter(own: PlainSettings): PlainSettings {
    const { lockAfterMinutes: most, lockOnSuspend, lockOnScreenLock } = this.#rules;
    const { lockAfterMinutes: chosen } = own;
    return {
      ...own,
      lockAfterMinutes: most === undefined || (chosen > 0 && chosen <= most) ? chosen : most,
      lockOnSuspend: own.lockOnSuspend || lockOnSuspend === true,
      lockOnScreenLock: own.lockOnScreenLock || lockOnScreenLock === true,
      lookForUpdates: own.lookForUpdates && this.#rules.updates !== false,
    };
  }

  /** Throws Failed `policy` for a change that would have no effect, because the policy is stricter. */
  checkChange(change: Partial<Settings>): void {
    const { lockAfterMinutes: most, lockOnSuspend, lockOnScreenLock } = this.#rules;
    const { lockAfterMinutes: wanted } = change;
    const tooLate = most !== undefined && wanted !== undefined && (wanted === 0 || wanted > most);
    const off =
      (lockOnSuspend === true && change.lockOnSuspend === false) ||
      (lockOnScreenLock === true && change.lockOnScreenLock === false);
    if (tooLate) throw new Failed('policy', words.policy.locksAfter(most), this.#remedy());
    if (change.lookForUpdates === true) this.permit('updates');
    if (off) throw new Failed('policy', words.policy.locks, this.#remedy());
  }

  #remedy(): string {
    return words.policy.askAdministrator(this.#from ?? '');
  }
}

/**
 * Returns the rules of a policy, or a sentence that says which entry is wrong. An unknown entry is wrong, because a misspelt entry would
 * otherwise forbid nothing.
 */
function rulesIn(entries: unknown): Rules | string {
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries))
    return words.policy.noEntries;
  const rules: Record<string, unknown> = {};
  for (const [name, check] of Object.entries<Check>(policyEntries)) {
    const written: unknown = Reflect.get(entries, name);
    if (written === undefined) continue;
    const value = name === 'allowedOrgs' && Array.isArray(written) ? written.map(hostIn) : written;
    const checked = check.safeParse(value);
    if (!checked.success) {
      const form = words.policy.forms[kindOf(name)];
      const wrong = Array.isArray(value) ? value.findIndex((one) => !check.safeParse([one]).success) : -1;
      if (wrong < 0) return words.policy.wrongEntry(name, form);
      const said: unknown = Array.isArray(written) ? written[wrong] : null;
      return words.policy.wrongHost(
        name,
        shownText(typeof said === 'string' ? said : JSON.stringify(said), 60),
        form,
      );
    }
    rules[name] = kindOf(name) === 'flag' ? Boolean(checked.data) : checked.data;
  }
  const unknown = Object.keys(entries).filter((name) => !Object.hasOwn(policyEntries, name));
  return unknown.length > 0 ? words.policy.unknownEntries(series(unknown.slice(0, 5).map(nearEntry))) : rules;
}

/** Returns the name of an unknown entry, with the known one that differs only in capital letters, spaces or signs. */
function nearEntry(name: string): string {
  const plain = (one: string): string => one.toLowerCase().replaceAll(/[^a-z]/g, '');
  const known = Object.keys(policyEntries).find((one) => plain(one) === plain(name));
  const shown = shownText(name, 60);
  return known === undefined ? shown : words.policy.near(shown, known);
}

/**
 * Returns an entry of the allowed orgs as the address of the org has it: without `https://` and a final period, in the
 * ASCII form of other scripts, and the org in place of its Admin Console. Returns any other value as it is.
 */
function hostIn(entry: unknown): unknown {
  if (typeof entry !== 'string') return entry;
  const [, star = '', name = '', port = ''] =
    /^(?:https:\/\/)?(\*\.)?([^\s/@?#\\%]+?)\.?(:443)?\/?$/i.exec(pastedText(entry).text.trim()) ?? [];
  const address = `https://${name}`;
  // The URL standard reads a number as an address, and `*` as a letter.
  return name === '' || !URL.canParse(address) ? entry : `${star}${orgOfAdmin(new URL(address).host)}${port}`;
}

const kindOf = (name: string): keyof typeof words.policy.forms =>
  name === 'allowedOrgs' ? 'orgs' : name === 'lockAfterMinutes' ? 'minutes' : 'flag';
