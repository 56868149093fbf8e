import { z } from 'zod';
import type { PolicyView, Settings } from '../../../shared/contract/settings.ts';
import { series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import type { PolicySource } from '../../base/ports.ts';
import type { PlainSettings } from './before-window.ts';
import { words } from './words.ts';

/** A yes or no. The registry of Windows has 0 and 1 in place of it. */
const flag = z.union([z.boolean(), z.literal([0, 1]).transform(Boolean)]);

/** A host name, with an optional port. `*.` in front means all names below. */
const hostPattern = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/);

/** The form of a policy. An unknown entry is an error, because a misspelt entry would otherwise forbid nothing. */
const policyForm = z.strictObject({
  allowedOrgs: z.array(hostPattern).max(200).optional(),
  lockAfterMinutes: z.number().int().min(1).max(1440).optional(),
  lockOnSuspend: flag.optional(),
  lockOnScreenLock: flag.optional(),
  copy: flag.optional(),
  programs: flag.optional(),
  demo: flag.optional(),
  updates: flag.optional(),
});
type Rules = z.output<typeof policyForm>;

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
    const form = source.trouble === null ? policyForm.safeParse(source.entries) : null;
    if (form?.success === false) this.#problem = faultOf(form.error);
    this.#rules = form?.success === true ? form.data : nothingAllowed;
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
    const { host, hostname } = new URL(origin);
    const covers = (pattern: string): boolean => {
      const name = pattern.includes(':') ? host : hostname;
      return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
    };
    return allowedOrgs.some(covers) ? null : words.policy.forbidsOrg(host);
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

/** Returns which entries of a policy are wrong. */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') return words.policy.unknownEntries(series(issue.keys));
  const name = issue?.path[0];
  if (name === undefined) return words.policy.noEntries;
  const { orgs, minutes, flag: yesOrNo } = words.policy.forms;
  const form = name === 'allowedOrgs' ? orgs : name === 'lockAfterMinutes' ? minutes : yesOrNo;
  return words.policy.wrongEntry(String(name), form);
}
