import { type FakeAttribute, isoOf } from './model.ts';
import { errorReply, notFound, type Reply } from './reply.ts';
import type { Route } from './routes.ts';
import type { FakeOrg } from './state.ts';

const text = (title: string, more: Partial<FakeAttribute> = {}): FakeAttribute => ({
  title,
  type: 'string',
  ...more,
});

/** The attributes that every org has, with the lengths of Okta's description (UserProfile). */
const base: Readonly<Record<string, FakeAttribute>> = {
  login: text('Username', { required: true, minLength: 5, maxLength: 100 }),
  email: text('Primary email', { required: true, minLength: 5, maxLength: 100 }),
  firstName: text('First name', { required: true, minLength: 1, maxLength: 50 }),
  lastName: text('Last name', { required: true, minLength: 1, maxLength: 50 }),
  mobilePhone: text('Mobile phone', { maxLength: 100 }),
  secondEmail: text('Secondary email', { minLength: 5, maxLength: 100 }),
  primaryPhone: text('Primary phone', { maxLength: 100 }),
  department: text('Department'),
  title: text('Title'),
  city: text('City', { maxLength: 128 }),
  countryCode: text('Country code', { maxLength: 2 }),
  employeeNumber: text('Employee number'),
  userType: text('User type'),
};

/** Returns every attribute of an org's users. */
const attributesOf = (org: FakeOrg): Readonly<Record<string, FakeAttribute>> => ({
  ...base,
  ...Object.fromEntries(org.customAttributes),
});

/** Returns what Okta takes for one login: it ignores case and diacritical marks (Okta, Users API, profile). */
export const loginKey = (login: string): string =>
  login.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns what is wrong with a new profile, in the words of one cause for each attribute. */
function wrongIn(org: FakeOrg, profile: Readonly<Record<string, unknown>>): string[] {
  const attributes = attributesOf(org);
  const unknown = Object.keys(profile).filter((name) => !Object.hasOwn(attributes, name));
  return [
    ...unknown.map((name) => `${name}: The attribute is not in the schema`),
    ...Object.entries(attributes).flatMap(([name, attribute]) => wrong(name, attribute, profile[name])),
  ];
}

function wrong(name: string, attribute: FakeAttribute, value: unknown): string[] {
  if (value === undefined || value === null || value === '') {
    return attribute.required === true ? [`${name}: The field cannot be left blank`] : [];
  }
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (kind !== (attribute.type === 'integer' ? 'number' : attribute.type))
    return [`${name}: The type is wrong`];
  if (typeof value !== 'string') return [];
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = attribute;
  if (value.length < minLength || value.length > maxLength) return [`${name}: The field has a wrong length`];
  if (attribute.enum !== undefined && !attribute.enum.includes(value))
    return [`${name}: The value is not allowed`];
  return name === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)
    ? [`${name}: Does not match required pattern`]
    : [];
}

const part = (id: string, properties: Readonly<Record<string, FakeAttribute>>) => ({
  id: `#${id}`,
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, attribute]) => [
      name,
      {
        mutability: 'READ_WRITE',
        scope: 'NONE',
        permissions: [{ principal: 'SELF', action: 'READ_ONLY' }],
        master: { type: 'PROFILE_MASTER' },
        ...attribute,
      },
    ]),
  ),
  required: Object.entries(properties)
    .filter(([, { required }]) => required === true)
    .map(([name]) => name),
});

function schemaJson(org: FakeOrg, origin: string): unknown {
  const { login, ...rest } = base;
  const pattern = org.loginPattern === null ? {} : { pattern: org.loginPattern };
  return {
    id: `${origin}/meta/schemas/user/osc${org.id.slice(3)}`,
    $schema: 'http://json-schema.org/draft-04/schema#',
    name: 'user',
    title: 'User',
    description: 'Okta user profile template with default permission settings',
    lastUpdated: isoOf(org.created),
    created: isoOf(org.created),
    definitions: {
      custom: part('custom', Object.fromEntries(org.customAttributes)),
      base: part('base', { login: { ...text('Username'), ...login, ...pattern }, ...rest }),
    },
    type: 'object',
    properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
  };
}

/** The route of the schema of users. */
export const schemaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/meta/schemas/user/:id',
    needs: 'users',
    scopes: 'okta.schemas',
    reply: ({ org, origin, ids: [id = ''] }): Reply =>
      id === 'default' ? { status: 200, body: schemaJson(org, origin) } : notFound(id, 'Schema'),
  },
];

/** Returns the refusal of a profile, or null. */
export function refusalOf(org: FakeOrg, profile: Readonly<Record<string, unknown>>): Reply | null {
  const causes = wrongIn(org, profile);
  return causes.length === 0 ? null : errorReply(400, 'E0000001', causes[0]?.split(':')[0] ?? '', causes);
}
