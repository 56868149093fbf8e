import { z } from 'zod';
import { clipped } from '../../okta/clipped.ts';
import { looseText, sureTime } from '../../okta/lenient.ts';
import { apiToken } from '../../okta/schemas.ts';

/** Okta's answers, as far as this feature reads them (Okta Management API description 2026.06.3). The schemas drop unknown keys. */
const text = clipped;

/** Any list or object. A probe only asks whether the token may read it. */
export const anyList = z.array(z.unknown());
export const anyObject = z.looseObject({});
export const nothing = z.null();

/** GET /api/v1/users/{id}/roles. `role` is the id of a custom role. */
export const assignments = z.array(
  z.object({
    type: text(80),
    label: looseText(200),
    assignmentType: looseText(20),
    role: text(60).nullish(),
  }),
);
export type Assignments = z.infer<typeof assignments>;

/** GET /api/v1/iam/roles/{id}/permissions */
export const permissions = z.object({
  permissions: z.array(z.object({ label: text(120) })).optional(),
});

/** An API token with the window of its expiry, an ISO 8601 duration. */
export const listedToken = apiToken.extend({ tokenWindow: looseText(40) });
export type ListedToken = z.infer<typeof listedToken>;
export const listedTokens = z.array(listedToken);

/** GET /api/v1/zones */
export const zones = z.array(
  z.object({
    id: text(60),
    name: looseText(130).transform((name) => name ?? ''),
    type: text(40).nullish(),
    status: text(40).nullish(),
    usage: text(40).nullish(),
    gateways: z.array(z.object({ type: text(20).nullish(), value: text(100).nullish() })).nullish(),
  }),
);
export type Zone = z.infer<typeof zones>[number];

/** GET /api/v1/logs, as far as the use and the address are read from it. */
export const logEvents = z.array(
  z.object({
    eventType: text(160),
    published: sureTime,
    outcome: z.object({ result: text(40).nullish() }).nullish(),
    client: z
      .object({
        ipAddress: text(60).nullish(),
        userAgent: z
          .object({ rawUserAgent: looseText(300) })
          .nullish()
          .catch(null),
      })
      .nullish(),
  }),
);
export type LogEvents = z.infer<typeof logEvents>;
