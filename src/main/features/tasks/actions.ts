import type { GroupAction, JobAction, LifecycleAction } from '../../../shared/contract/tasks.ts';

/** The facts about each kind of job. */
export interface Action {
  /** True when the change takes something away from people. The person then types the number of users before the job starts. */
  readonly takesAccess: boolean;
  /** The change that undoes this one. It is null when nothing in Okta restores the earlier state. */
  readonly undo: JobAction | null;
}

/**
 * The changes that a job can make. Okta says that a deactivation "cannot be recovered". A later activation restores neither the apps nor
 * their data, so it does not count as an undo. The undo of a creation deletes the users. Okta does this in two calls, and the first call
 * deactivates (Okta, Users API, delete a user).
 */
export const actions: Readonly<Record<JobAction, Action>> = {
  activate: { takesAccess: false, undo: null },
  suspend: { takesAccess: true, undo: 'unsuspend' },
  unsuspend: { takesAccess: false, undo: 'suspend' },
  deactivate: { takesAccess: true, undo: null },
  'reset-password': { takesAccess: true, undo: null },
  create: { takesAccess: false, undo: 'delete' },
  delete: { takesAccess: true, undo: null },
  'add-to-group': { takesAccess: false, undo: 'remove-from-group' },
  'remove-from-group': { takesAccess: true, undo: 'add-to-group' },
};

/** Returns whether an action changes the members of groups. */
export const isGroupAction = (action: JobAction): action is GroupAction =>
  action === 'add-to-group' || action === 'remove-from-group';

/** A change of status, by Okta's description of the operation (description 2026.06.3, User Lifecycle). */
export interface Lifecycle {
  /** The last part of the path below /api/v1/users/{id}/lifecycle. */
  readonly verb: string;
  readonly query: Readonly<Record<string, string>>;
  /** The statuses from which Okta makes the change. */
  readonly from: readonly string[];
  /** The statuses that a user has after the change. The plan shows the first one. */
  readonly to: readonly string[];
}

/** The changes of status. Okta sends an email for an activation and for a reset of the password, but not for a deactivation. */
export const lifecycles: Readonly<Record<LifecycleAction, Lifecycle>> = {
  activate: {
    verb: 'activate',
    query: { sendEmail: 'true' },
    from: ['STAGED', 'DEPROVISIONED'],
    // A user without a password is provisioned until the welcome flow is over.
    to: ['ACTIVE', 'PROVISIONED'],
  },
  suspend: { verb: 'suspend', query: {}, from: ['ACTIVE'], to: ['SUSPENDED'] },
  unsuspend: { verb: 'unsuspend', query: {}, from: ['SUSPENDED'], to: ['ACTIVE'] },
  deactivate: {
    verb: 'deactivate',
    query: { sendEmail: 'false' },
    from: ['ACTIVE', 'STAGED', 'PROVISIONED', 'LOCKED_OUT', 'PASSWORD_EXPIRED', 'RECOVERY', 'SUSPENDED'],
    to: ['DEPROVISIONED'],
  },
  'reset-password': {
    verb: 'reset_password',
    query: { sendEmail: 'true' },
    from: ['ACTIVE', 'PROVISIONED', 'PASSWORD_EXPIRED', 'LOCKED_OUT'],
    to: ['RECOVERY'],
  },
};

/**
 * The statuses of users whom an undo of a creation may delete. Nobody has signed in as these users yet, or somebody deactivated them
 * already.
 */
export const deletable: readonly string[] = ['STAGED', 'PROVISIONED', 'DEPROVISIONED'];
