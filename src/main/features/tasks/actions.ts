import type { JobAction } from '../../../shared/contract/tasks.ts';

/** One kind of change, by Okta's description of the operation (description 2026.06.3, User Lifecycle). */
export interface Action {
  /** The last part of the path below /api/v1/users/{id}/lifecycle. */
  readonly verb: string;
  readonly query: Readonly<Record<string, string>>;
  /** The statuses from which Okta makes the change. */
  readonly from: readonly string[];
  /** The statuses that a user has after the change. The plan shows the first one. */
  readonly to: readonly string[];
  /** True when the change takes access away from people. The person then types the number of users before the job starts. */
  readonly takesAccess: boolean;
  /** The change that undoes this one. It is null when nothing in Okta restores the earlier state. */
  readonly undo: JobAction | null;
}

/**
 * The changes that a job can make. Okta sends an email for an activation and for a reset of the password, but not for a deactivation. Okta
 * says that a deactivation "cannot be recovered". A later activation restores neither the apps nor their data, so it does not count as an
 * undo.
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
