/** The facts for the lines of a tool. No line has a token's value. */
export interface Filled {
  /** The org's address, such as `https://acme.okta.com`. */
  readonly origin: string;
  /** The token's name under Programs. */
  readonly alias: string;
  /** The token's address at the door, such as `http://127.0.0.1:4730/terraform`. Null while programs may not use the token. */
  readonly door: string | null;
}

/** The facts for the lines of a tool that uses an OAuth service app. No line has the private key. */
export interface FilledForApp extends Filled {
  readonly clientId: string;
  /** The id of the app's key. */
  readonly kid: string;
  readonly scopes: readonly string[];
}

/** Lines to copy, and their purpose. */
export interface Lines<F = Filled> {
  readonly name: string;
  /** Returns the lines. Returns null when they cannot be filled in yet. Pure. */
  readonly text: (filled: F) => string | null;
}

/** How a tool uses an OAuth service app. */
export interface ToolWithApp {
  /** Where the key, or an access token, is while the tool works. */
  readonly value: Tool['value'];
  /** What the tool needs, in a sentence or two. */
  readonly needs: string;
  readonly lines: readonly Lines<FilledForApp>[];
  /** What main copies with the private key in it, where the tool must be given the key. */
  readonly copies: readonly ('key' | 'terraform' | 'sdk')[];
}

/** The page of one tool that uses an API token. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  /** Where the token's value is while the tool works. */
  readonly value: 'stays in Keyturn' | 'goes to the program' | 'leaves this computer';
  /** What the tool needs, in a sentence or two. */
  readonly needs: string;
  /** The smallest admin role for the owner of the token. */
  readonly role: string;
  /** The OAuth scopes that take the place of the role, and how the tool takes them. */
  readonly oauth: string;
  readonly app: ToolWithApp;
  readonly lines: readonly Lines[];
  /** The documents that say so. */
  readonly sources: readonly string[];
}

/** Returns a line that runs a program through the door. Pure. */
export const throughDoor =
  (command: string) =>
  ({ alias }: Filled): string =>
    `keyturn exec ${alias} -- ${command}`;

/** Returns a line that runs a program with the value in its environment. Pure. */
export const withValue =
  (command: string) =>
  ({ alias }: Filled): string =>
    `keyturn exec --value ${alias} -- ${command}`;

/** The document of Okta that says that a token has the role of its owner. */
export const tokenGuide = 'https://developer.okta.com/docs/guides/create-an-api-token/main/';

/** The document of Okta on OAuth for a service. */
export const oauthGuide = 'https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/';

/** Returns the part of a workflow that gives Okta's SDK an app, in every language the same. GitHub puts the key in from its secret. */
export const appWorkflow = ({ origin, clientId, kid, scopes }: FilledForApp): string =>
  [
    'env:',
    `  OKTA_CLIENT_ORGURL: ${origin}`,
    '  OKTA_CLIENT_AUTHORIZATIONMODE: PrivateKey',
    `  OKTA_CLIENT_CLIENTID: ${clientId}`,
    `  OKTA_CLIENT_SCOPES: ${scopes.join(' ')}`,
    `  OKTA_CLIENT_KEYID: ${kid}`,
    `  OKTA_CLIENT_PRIVATEKEY: \${{ secrets.OKTA_PRIVATE_KEY }}`,
    '',
  ].join('\n');
