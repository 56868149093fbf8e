import type { JobAction } from '../../../shared/contract/tasks.ts';

/** One kind of change, by what Okta's description says of its operation (description 2026.06.3, User Lifecycle). */
export interface Action {
  /** The last part of its path below /api/v1/users/{id}/lifecycle. */
  readonly verb: string;
  readonly query: Readonly<Record<string, string>>;
  /** The statuses from which Okta does it. */
  readonly from: readonly string[];
  /** The statuses that a user has after it. The first one is what the plan shows. */
  readonly to: readonly string[];
  /** True when it takes access away from people: the number of users is typed before it starts. */
  readonly takesAccess: boolean;
  /** What takes it back; null where Okta has nothing that restores what was. */
  readonly undo: JobAction | null;
}

/**
 * The changes a job can make. An activation sends Okta's email, and so does a reset of the password; a deactivation sends none. Okta says of a
 * deactivation that it "cannot be recovered": an activation after it brings neither the apps back nor their data, so it counts as no undo.
 */
export const actions: Readonly<Record<JobAction, Action>> = {
  activate: {
    verb: 'activate',
    query: { sendEmail: 'true' },
    from: ['STAGED', 'DEPROVISIONED'],
    // A user without a password is provisioned until the welcome flow is over.
    to: ['ACTIVE', 'PROVISIONED'],
    takesAccess: false,
    undo: null,
  },
  suspend: {
    verb: 'suspend',
    query: {},
    from: ['ACTIVE'],
    to: ['SUSPENDED'],
    takesAccess: true,
    undo: 'unsuspend',
  },
  unsuspend: {
    verb: 'unsuspend',
    query: {},
    from: ['SUSPENDED'],
    to: ['ACTIVE'],
    takesAccess: false,
    undo: 'suspend',
  },
  deactivate: {
    verb: 'deactivate',
    query: { sendEmail: 'false' },
    from: ['ACTIVE', 'STAGED', 'PROVISIONED', 'LOCKED_OUT', 'PASSWORD_EXPIRED', 'RECOVERY', 'SUSPENDED'],
    to: ['DEPROVISIONED'],
    takesAccess: true,
    undo: null,
  },
  'reset-password': {
    verb: 'reset_password',
    query: { sendEmail: 'true' },
    from: ['ACTIVE', 'PROVISIONED', 'PASSWORD_EXPIRED', 'LOCKED_OUT'],
    to: ['RECOVERY'],
    takesAccess: true,
    undo: null,
  },
};
