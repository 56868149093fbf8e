import { z } from 'zod';
import { method, nothing, text, uuid } from './shapes.ts';

export const environment = z.enum(['production', 'preview', 'development', 'other']);
export type Environment = z.infer<typeof environment>;

/** An org, as described by its well-known document and its URL. */
export const orgIdentity = z.object({
  /** `https://acme.okta.com`; its tokens go to no other origin. */
  origin: text(300),
  /** The host as people read it; punycode stays visible. */
  host: text(300),
  /** Okta's id of the org, `00o...`. */
  oktaOrgId: text(40),
  pipeline: z.enum(['idx', 'v1', 'unknown']),
  environment,
  /** The Admin Console's page of API tokens. */
  adminUrl: text(500),
  /** What was changed in the pasted text or is useful to know, one sentence each. */
  notes: z.array(text(300)).max(6),
});
export type OrgIdentity = z.infer<typeof orgIdentity>;

export const org = orgIdentity.omit({ notes: true }).extend({
  id: uuid,
  /** Short name in the sidebar, for example `acme`. */
  name: text(120),
  tokenCount: z.number().int().nonnegative(),
});
export type Org = z.infer<typeof org>;

/** The methods of `orgs`. */
export const orgsMethods = {
  list: method('The orgs for the sidebar and the wizard.', nothing, z.array(org)),
} as const;
