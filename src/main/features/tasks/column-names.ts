/** Names that columns for an attribute usually have, without case, blanks and punctuation. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  login: ['login', 'username', 'user', 'userid', 'upn', 'userprincipalname', 'oktalogin', 'oktausername'],
  email: ['email', 'mail', 'emailaddress', 'primaryemail', 'workemail'],
  firstName: ['firstname', 'givenname', 'forename', 'first', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'last', 'nachname'],
  mobilePhone: ['mobilephone', 'mobile', 'mobilenumber', 'cell', 'cellphone'],
  primaryPhone: ['primaryphone', 'phone', 'phonenumber', 'telephone', 'workphone'],
  secondEmail: ['secondemail', 'secondaryemail', 'personalemail'],
  employeeNumber: ['employeenumber', 'employeeid', 'personnelnumber'],
  title: ['title', 'jobtitle'],
  zipCode: ['zipcode', 'zip', 'postalcode', 'postcode'],
};

/** Returns a name without case, blanks and punctuation, and without Okta's `profile.` before it. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*profile\./, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** An attribute to which a column may belong. */
interface Named {
  readonly name: string;
  /** The name for people, if it is known. */
  readonly title?: string;
}

/**
 * Returns the column that most likely holds an attribute, or null. A login comes from the column of the email when no column has a usual
 * name for logins.
 */
export function columnFor(columns: readonly string[], { name, title = name }: Named): number | null {
  const names = columns.map(plain);
  const liked = [plain(name), plain(title), ...(usualNames[name] ?? [])];
  const found = liked.map((one) => names.indexOf(one)).find((at) => at >= 0);
  if (found !== undefined) return found;
  return name === 'login' ? columnFor(columns, { name: 'email' }) : null;
}

/** Returns the column that most likely names existing users: logins, or else ids, or else the first column. */
export const columnOfUsers = (columns: readonly string[]): number =>
  columnFor(columns, { name: 'login' }) ?? Math.max(0, columns.map(plain).indexOf('id'));
