import { z } from 'zod';
import { clipped } from './clipped.ts';

/**
 * The parts of Okta's answers that Keyturn reads (Okta Management API description 2026.06.3). Unknown keys are accepted and dropped. Enums
 * stay open. Strings have limits, because an answer may hold text that users typed.
 */
const text = clipped;
/** One of Okta's times as milliseconds since 1970; absent when Okta knows none. */
export const when = z.iso
  .datetime({ offset: true })
  .transform((value) => Date.parse(value))
  .nullish();

/** GET /.well-known/okta-organization, which needs no token. Real answers may lack `alternate` and have other keys. */
export const wellKnown = z.object({
  id: z.string().regex(/^00o[A-Za-z0-9]{10,30}$/),
  pipeline: z.string().optional(),
  _links: z
    .object({
      organization: z.object({ href: text(500) }).optional(),
      alternate: z.object({ href: text(500) }).optional(),
    })
    .optional(),
});
export type WellKnown = z.infer<typeof wellKnown>;

/** GET /api/v1/users/me: the user the token belongs to. */
export const user = z.object({
  id: text(40),
  status: text(40),
  profile: z.object({
    login: text(200),
    email: text(200).nullish(),
    firstName: text(100).nullish(),
    lastName: text(100).nullish(),
  }),
});
export type User = z.infer<typeof user>;

/** GET /api/v1/users/{id}/roles: standard and custom roles. */
export const roles = z.array(
  z.object({
    type: text(80),
    label: text(200).nullish(),
    assignmentType: text(20).nullish(),
    status: text(40).nullish(),
  }),
);

/** An entry of GET /api/v1/api-tokens: metadata of an active token, never its value. `network` may be absent. */
export const apiToken = z.object({
  id: text(40),
  name: text(300),
  userId: text(40).nullish(),
  clientName: text(100).nullish(),
  created: when,
  lastUpdated: when,
  expiresAt: when,
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
  errorSummary: text(300).optional(),
  errorId: text(120).optional(),
  /** What is wrong with each part of a request, for people. */
  errorCauses: z
    .array(z.object({ errorSummary: text(300) }))
    .optional()
    .catch(undefined),
});
