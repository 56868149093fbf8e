import { z } from 'zod';
import { accessPurpose } from '../../../shared/contract/access.ts';
import { orgIdentity } from '../../../shared/contract/orgs.ts';
import { clientId } from '../../../shared/contract/service.ts';
import { time } from '../../../shared/contract/shapes.ts';
import { tokenProfile } from '../../../shared/contract/tokens.ts';

/** The newest version of the document. docs/vault.md describes it. A document without apps is of version 1, which every Keyturn reads. */
const newest = 2;

const head = z.object({ format: z.literal('keyturn-tokens'), version: z.number().int() });

const carriedToken = tokenProfile.extend({
  /** The org's origin, such as `https://acme.okta.com`. */
  origin: z.string().max(300),
  /** The token's value, in plain text. The encryption of the file protects it. A capture takes no other characters (capture/token-shape.ts). */
  value: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(4096),
  capturedAt: time,
});

const carriedOrg = orgIdentity.omit({ notes: true });
export type CarriedOrg = z.infer<typeof carriedOrg>;

const carriedApp = tokenProfile.extend({
  origin: z.string().max(300),
  clientId: clientId.nullable(),
  /** The id of its key: a thumbprint in base64url. Keyturn writes it into configurations, so it holds no other characters. */
  kid: z.string().regex(/^[\w-]{1,100}$/),
  /** The private key as PEM, in plain text. The encryption of the file protects it. */
  privateKey: z.string().min(1).max(8192),
  madeAt: time,
  job: accessPurpose.nullable(),
});

const document = head.extend({
  version: z.number().int().min(1).max(newest),
  /** When the document was written, in milliseconds since 1970, UTC. */
  writtenAt: time,
  orgs: z.array(carriedOrg).max(10_000),
  tokens: z.array(carriedToken).max(100_000),
  apps: z.array(carriedApp).max(10_000).default([]),
});
export type Carried = z.infer<typeof document>;

/** Returns the document as text. An earlier Keyturn refuses a document with apps, because it would leave them out. */
export const writeCarried = ({ apps, ...content }: Omit<Carried, 'format' | 'version'>): string =>
  JSON.stringify({
    format: 'keyturn-tokens',
    ...(apps.length === 0 ? { version: 1, ...content } : { version: newest, ...content, apps }),
  });

/** Returns a document's content. Returns `foreign` when it is not such a document, and `newer` when a later Keyturn wrote it. */
export function readCarried(text: string): Carried | 'foreign' | 'newer' {
  const json = jsonOf(text);
  const begun = head.safeParse(json);
  if (!begun.success) return 'foreign';
  if (begun.data.version > newest) return 'newer';
  const whole = document.safeParse(json);
  return whole.success ? whole.data : 'foreign';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
