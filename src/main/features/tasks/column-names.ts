/**
 * Names that columns for an attribute usually have, in English, German, French, Spanish, Italian, Dutch, Japanese, Chinese, Korean and
 * Russian, without case, blanks, accents and punctuation.
 */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  login: [
    ...[
      'login',
      'username',
      'user',
      'userid',
      'upn',
      'userprincipalname',
      'oktalogin',
      'oktausername',
      'loginid',
      'loginname',
    ],
    ...[
      'samaccountname',
      'benutzername',
      'anmeldename',
      'benutzer',
      'identifiant',
      'nomdutilisateur',
      'usuario',
      'nombredeusuario',
    ],
    ...[
      'nomeutente',
      'gebruikersnaam',
      'ユーザー名',
      'ログイン',
      'ログイン名',
      'ログインid',
      'ユーザーid',
      '用户名',
      '사용자이름',
      'логин',
    ],
  ],
  email: [
    ...[
      'email',
      'mail',
      'emailaddress',
      'primaryemail',
      'workemail',
      'emailwork',
      'emailadresse',
      'mailadresse',
      'adresseemail',
    ],
    ...[
      'adressemail',
      'courriel',
      'correo',
      'correoelectronico',
      'indirizzoemail',
      'emailadres',
      'メールアドレス',
      'メール',
      '電子メール',
    ],
    ...['eメール', '邮箱', '电子邮件', '이메일', 'электроннаяпочта', 'почта'],
  ],
  firstName: [
    ...[
      'firstname',
      'givenname',
      'forename',
      'first',
      'vorname',
      'rufname',
      'prenom',
      'nombre',
      'nome',
      'voornaam',
      '名',
    ],
    ...['名前名', '이름', 'имя'],
  ],
  lastName: [
    ...[
      'lastname',
      'surname',
      'familyname',
      'last',
      'sn',
      'nachname',
      'familienname',
      'nomdefamille',
      'nom',
      'apellido',
      'apellidos',
    ],
    ...['cognome', 'achternaam', '姓', '苗字', '名字', '성', 'фамилия'],
  ],
  mobilePhone: [
    ...[
      'mobilephone',
      'mobile',
      'mobilenumber',
      'cell',
      'cellphone',
      'handy',
      'handynummer',
      'mobiltelefon',
      'mobil',
      'portable',
    ],
    ...['telephoneportable', 'movil', 'cellulare', 'mobiel', '携帯電話', '携帯', '手机', '휴대폰'],
  ],
  primaryPhone: [
    ...[
      'primaryphone',
      'phone',
      'phonenumber',
      'telephone',
      'workphone',
      'telefon',
      'telefonnummer',
      'telefono',
      'telefoon',
    ],
    ...['電話', '電話番号', '电话', '전화', 'телефон'],
  ],
  secondEmail: ['secondemail', 'secondaryemail', 'personalemail', 'privateemail'],
  employeeNumber: [
    ...[
      'employeenumber',
      'employeeid',
      'personnelnumber',
      'personalnummer',
      'mitarbeiternummer',
      'matricule',
      'numerodeempleado',
    ],
    ...['matricola', 'personeelsnummer', '社員番号', '従業員番号', '工号', '사번'],
  ],
  title: [
    'title',
    'jobtitle',
    'titel',
    'position',
    'funktion',
    'fonction',
    'cargo',
    'functie',
    '役職',
    '职位',
    '직위',
  ],
  zipCode: [
    'zipcode',
    'zip',
    'postalcode',
    'postcode',
    'plz',
    'postleitzahl',
    'codepostal',
    'codigopostal',
    'cap',
    '郵便番号',
    '邮编',
  ],
};

/** Returns a name without case, blanks, accents and punctuation, and without Okta's `profile.` before it. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*profile\./, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
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
  const liked = [plain(name), plain(title), ...(usualNames[name] ?? []).map(plain)];
  const found = liked.map((one) => names.indexOf(one)).find((at) => at >= 0);
  if (found !== undefined) return found;
  return name === 'login' ? columnFor(columns, { name: 'email' }) : null;
}

const everyName = new Set(['id', ...Object.values(usualNames).flat().map(plain)]);

/** Returns whether a line has a usual name of a column. */
export const hasUsualName = (cells: readonly string[]): boolean =>
  cells.some((cell) => everyName.has(plain(cell)));

/** Returns the column that most likely names existing users: logins, or else ids, or else the first column. */
export const columnOfUsers = (columns: readonly string[]): number =>
  columnFor(columns, { name: 'login' }) ?? Math.max(0, columns.map(plain).indexOf('id'));
