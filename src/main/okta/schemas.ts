import { z } from 'zod';
import { clipped } from './clipped.ts';
import { looseText, looseTime } from './lenient.ts';

/**
 * The parts of Okta's answers that Keyturn reads (Okta Management API description 2026.06.3). Unknown keys are accepted and dropped. Enums
 * stay open. Strings have limits, because an answer may hold text that users typed.
 * A field that is only shown does not make an answer unreadable (lenient.ts).
 */
const text = clipped;
/** GET /.well-known/okta-organization, which needs no token. Real answers may lack `alternate` and have other keys. */
export const wellKnown = z.object({
  id: z.string().regex(/^00o[A-Za-z0-9]{10,30}$/),
  pipeline: looseText(40),
  _links: z
    .object({
      organization: z
        .object({ href: text(500) })
        .nullish()
        .catch(null),
      alternate: z
        .object({ href: text(500) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type WellKnown = z.infer<typeof wellKnown>;

/** GET /api/v1/users/me: the user the token belongs to. */
export const user = z.object({
  id: text(40),
  status: text(40),
  profile: z.object({
    login: text(200),
    email: looseText(200),
    firstName: looseText(100),
    lastName: looseText(100),
  }),
});
export type User = z.infer<typeof user>;

/** GET /api/v1/users/{id}/roles: standard and custom roles. */
export const roles = z.array(
  z.object({
    type: text(80),
    label: looseText(200),
    assignmentType: looseText(20),
    status: looseText(40),
  }),
);

/** An entry of GET /api/v1/api-tokens: metadata of an active token, never its value. `network` may be absent. */
export const apiToken = z.object({
  id: text(40),
  name: looseText(300).transform((name) => name ?? ''),
  userId: text(40).nullish(),
  clientName: looseText(100),
  created: looseTime,
  lastUpdated: looseTime,
  expiresAt: looseTime,
  network: z
    .object({
      connection: text(40).nullish(),
      include: z.array(text(120)).nullish(),
      exclude: z.array(text(120)).nullish(),
    })
    .nullish(),
});
export type ApiToken = z.infer<typeof apiToken>;
export const apiTokens = z.array(apiToken);

/** Okta's error body. Okta: "Only the errorCode property is supported for runtime error flow control." */
export const oktaError = z.object({
  errorCode: z.string().regex(/^[A-Za-z0-9_]{1,40}$/),
  errorSummary: looseText(300),
  errorId: looseText(120),
  /** What is wrong with each part of a request, for people. */
  errorCauses: z
    .array(z.object({ errorSummary: text(300) }))
    .nullish()
    .catch(null),
});
