import type { Outcome } from '../../../shared/contract/outcome.ts';
import { Failed } from '../../base/failure.ts';

/** A call's outcome as what the window is told, with what Okta's support would ask for in small print. */
export function failedCall({ sentence, remedy, status, errorCode, requestId }: Outcome): Failed {
  const small = [
    status === null ? '' : `HTTP ${status}`,
    errorCode ?? '',
    requestId === null ? '' : `request ${requestId}`,
  ];
  return new Failed('okta', sentence, remedy, small.filter((part) => part !== '').join(', '));
}
