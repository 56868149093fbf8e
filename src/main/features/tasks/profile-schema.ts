import { z } from 'zod';
import { profileAttributes } from '../../../shared/user-search.ts';
import { looseNumber, looseText } from '../../okta/lenient.ts';
import { type OrgReading, readOne } from './org-reading.ts';
import { refusalWords } from './row-call.ts';

/** What an org says of one attribute of its users' profiles. */
export interface Attribute {
  readonly name: string;
  /** The name for people. */
  readonly title: string;
  readonly required: boolean;
  readonly type: 'string' | 'boolean' | 'integer' | 'number' | 'array';
  /** The type of each value of a list. */
  readonly itemType: 'string' | 'integer' | 'number';
  readonly minLength: number;
  readonly maxLength: number;
  /** The only values that Okta takes. Null when Okta takes any value. */
  readonly allowed: readonly string[] | null;
  /** The form of a login. Null when a login must be an email address. */
  readonly pattern: string | null;
}

/**
 * The attributes of an org's default user type. `why` says why Keyturn does not know the org's own attributes. It is empty when Keyturn
 * knows them.
 */
export interface ProfileForm {
  readonly attributes: readonly Attribute[];
  readonly why: string;
}

/**
 * An attribute in the answer of GET /api/v1/meta/schemas/user/default. Our copy of Okta's description does not have this endpoint; these are
 * the fields of `UserSchemaAttribute` in Okta's client for Node (version 8.1.0).
 */
const described = z.object({
  title: looseText(200),
  type: z.string().nullish(),
  required: z.boolean().nullish(),
  mutability: z.string().nullish(),
  minLength: looseNumber.nullish().catch(null),
  maxLength: looseNumber.nullish().catch(null),
  pattern: z.string().max(1000).nullish().catch(null),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .nullish()
    .catch(null),
  items: z.object({ type: z.string().nullish() }).nullish(),
});
const part = z
  .object({
    properties: z.record(z.string(), described).nullish(),
    required: z.array(z.string()).nullish(),
  })
  .nullish();
const userSchema = z.object({ definitions: z.object({ base: part, custom: part }) });

/** The most attributes that Keyturn offers. */
const mostAttributes = 500;
/** The lengths in Okta's description of the users' profile (description 2026.06.3, UserProfile). */
const lengths: Readonly<Record<string, readonly [least: number, most: number]>> = {
  login: [5, 100],
  email: [5, 100],
  firstName: [1, 50],
  lastName: [1, 50],
};

/** The attributes that every org has, for a token that may not read the org's own attributes. */
const everyOrgHas: readonly Attribute[] = profileAttributes.map((name) => ({
  ...{ name, title: name, required: name in lengths, type: 'string', itemType: 'string' },
  ...{ minLength: lengths[name]?.[0] ?? 0, maxLength: lengths[name]?.[1] ?? Number.POSITIVE_INFINITY },
  ...{ allowed: null, pattern: null },
}));

/** Reads the attributes of an org's default user type. Rejects only when aborted. */
export async function readProfileForm(reading: OrgReading): Promise<ProfileForm> {
  const answer = await readOne(reading, 'schemas', '/api/v1/meta/schemas/user/default', userSchema);
  if (answer.kind !== 'accepted') return { attributes: everyOrgHas, why: refusalWords(answer) };
  const { base, custom } = answer.value.definitions;
  const attributes = [base, custom].flatMap((one) =>
    Object.entries(one?.properties ?? {}).flatMap(([name, said]) =>
      /^\w{1,100}$/.test(name) && said.mutability !== 'READ_ONLY'
        ? [attributeFrom(name, said, one?.required?.includes(name) === true)]
        : [],
    ),
  );
  return { attributes: attributes.slice(0, mostAttributes), why: '' };
}

const types = ['string', 'boolean', 'integer', 'number', 'array'] as const;
const itemTypes = ['string', 'integer', 'number'] as const;

const attributeFrom = (name: string, said: z.infer<typeof described>, isRequired: boolean): Attribute => ({
  name,
  title: said.title ?? name,
  required: isRequired || said.required === true || name === 'login' || name === 'email',
  type: types.find((type) => type === said.type) ?? 'string',
  itemType: itemTypes.find((type) => type === said.items?.type) ?? 'string',
  minLength: said.minLength ?? 0,
  maxLength: said.maxLength ?? Number.POSITIVE_INFINITY,
  allowed: said.enum == null ? null : said.enum.map(String),
  pattern: said.pattern ?? null,
});
