import type { Outcome } from '../../shared/contract/outcome.ts';
import { series } from '../../shared/listed.ts';
import { Failed } from '../base/failure.ts';
import { words } from './words.ts';

/** Returns a call's outcome as a failure for the window. The small print has what Okta's support asks for. */
export function failedCall({ sentence, remedy, status, errorCode, requestId }: Outcome): Failed {
  const small = [
    status === null ? '' : words.smallPrint.http(status),
    errorCode ?? '',
    requestId === null ? '' : words.smallPrint.request(requestId),
  ];
  return new Failed('okta', sentence, remedy, series(small));
}
