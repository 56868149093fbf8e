import type { JobAction } from '../../../shared/contract/tasks.ts';
import { isGroupAction } from './actions.ts';
import { createCall } from './create-call.ts';
import { deleteCall } from './delete-call.ts';
import { lifecycleCall } from './lifecycle-call.ts';
import { membershipCall } from './membership-call.ts';
import type { RowCall } from './row-call.ts';

/** Returns the calls for a kind of job. */
export function rowCallOf(action: JobAction): RowCall {
  if (action === 'create') return createCall;
  if (action === 'delete') return deleteCall;
  return isGroupAction(action) ? membershipCall(action) : lifecycleCall(action);
}
