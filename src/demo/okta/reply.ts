import { randomBytes } from 'node:crypto';

/** The answer of an endpoint. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

/** Okta's messages for its codes (Okta, error code reference). */
const summaries: Readonly<Record<string, string>> = {
  E0000001: 'Api validation failed: {0}',
  E0000003: 'The request body was not well-formed.',
  E0000005: 'Invalid session',
  E0000006: 'You do not have permission to perform the requested action',
  E0000007: 'Not found: Resource not found: {0}',
  E0000008: 'The requested path was not found',
  E0000009: 'Internal Server Error',
  E0000010: 'Service is in read only mode',
  E0000011: 'Invalid token provided',
  E0000016: 'Activation failed because the user is already active',
  E0000021: 'Bad request.  Accept and/or Content-Type headers likely do not match supported values.',
  E0000022: 'The endpoint does not support the provided HTTP method',
  E0000028: 'The request is missing a required parameter.',
  E0000031: 'Invalid search criteria.',
  E0000047: 'API call exceeded rate limit due to too many requests.',
  E0000053: 'Invalid SCIM filter.',
  E0000063: 'Invalid combination of parameters specified.',
};

/** Returns an answer with Okta's error body. `detail` is the object that the summary names; `causes` is its list. */
export function errorReply(
  status: number,
  errorCode: string,
  detail = '',
  causes: readonly string[] = [],
): Reply {
  return {
    status,
    body: {
      errorCode,
      errorSummary: (summaries[errorCode] ?? 'Error').replace('{0}', detail),
      errorLink: errorCode,
      errorId: `oae${randomBytes(16).toString('base64url')}`,
      errorCauses: causes.map((errorSummary) => ({ errorSummary })),
    },
  };
}

/** Returns the 403 that Okta gives when the owner of the token has no role for a call. */
export const notAllowed = (): Reply => errorReply(403, 'E0000006');

/** Returns a 404. `kind` is Okta's name for a kind of object: User, UserGroup, ApiToken. */
export const notFound = (id: string, kind: string): Reply => errorReply(404, 'E0000007', `${id} (${kind})`);
