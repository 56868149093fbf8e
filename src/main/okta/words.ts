import type { OutcomeKind } from '../../shared/contract/outcome.ts';
import { anyOf } from '../../shared/listed.ts';
import { plural } from '../../shared/plural.ts';
import type { WhyNotFollowed } from './links.ts';

/** Returns a duration, rounded up: "42 s", "3 minutes", "5 hours", "4 days". */
export function span(ms: number): string {
  const s = Math.ceil(ms / 1000);
  if (s < 120) return `${s} s`;
  if (s < 2 * 3_600) return plural(Math.ceil(s / 60), 'minute', 'minutes');
  return s < 2 * 86_400
    ? plural(Math.ceil(s / 3_600), 'hour', 'hours')
    : plural(Math.ceil(s / 86_400), 'day', 'days');
}

/** The first words of a test's result for each kind of outcome. */
const outcome: Readonly<Record<OutcomeKind, string>> = {
  accepted: 'Working',
  'not-accepted': 'Not accepted',
  'not-allowed': 'Not allowed',
  'rate-limited': 'Rate limited',
  'owner-inactive': 'Owner inactive',
  'zone-blocked': 'Blocked by network zone',
  'not-an-okta-org': 'Org not found',
  policy: 'Blocked by policy',
  'no-network': 'No network',
  proxy: 'Proxy problem',
  tls: 'TLS problem',
  timeout: 'Timed out',
  'okta-trouble': 'Okta trouble',
  'unexpected-answer': 'Unexpected answer',
};

/** Why the rest of a list was not read. */
const notFollowed: Readonly<Record<WhyNotFollowed, (host: string) => string>> = {
  unreadable: (host) => `${host} says that the rest of the list is at an address that Keyturn cannot read.`,
  elsewhere: (host) =>
    `${host} says that the rest of the list is at another address. Keyturn does not send a token there.`,
  'another-list': (host) => `${host} says that the rest of the list is in another list of its own.`,
  'another-question': (host) =>
    `${host} says that the rest of the list has another filter than Keyturn asked for.`,
  'no-cursor': (host) => `${host} says that there is a rest of the list, but not where it begins.`,
  repeats: (host) => `${host} says that the rest of the list begins at a page that Keyturn has read already.`,
};

/** The sentences about calls to Okta, nested by the file that uses them. Times are in milliseconds. */
export const words = {
  outcome,
  notFollowed,
  /** Parts of the small print, which support asks for. */
  smallPrint: {
    http: (status: number) => `HTTP ${status}`,
    request: (requestId: string) => `request ${requestId}`,
  },
  certificate: {
    noIssuer: 'an issuer without a name',
  },
  client: {
    leadsElsewhere: 'Keyturn did not make a call, because an id in it would lead to another path.',
    readAgain: 'Read the list again.',
    closing: 'Keyturn is closing.',
    changeProxy: 'Change the proxy in Settings.',
    askAdministrator: 'Ask your administrator. Settings shows where the policy is.',
  },
  judge: {
    noOrg: (host: string) => `There is no Okta org at ${host}.`,
    checkOrgUrl:
      'Check the spelling of the Org URL. The address bar shows it when you are signed in to Okta.',
  },
  oddAnswers: {
    redirectedTo: (host: string, target: string) =>
      `${host} wants to redirect Keyturn to ${target}. Keyturn does not follow, so that a token goes to its own org only.`,
    checkOrgUrlAndNetwork: 'Check the Org URL. In a hotel or guest network, sign in to the network first.',
    takeAsOrgUrl: (target: string) => `If ${target} is the org's real address, use it as the Org URL.`,
    redirectedToOwnPage: (host: string) =>
      `${host} wants to redirect Keyturn to another of its pages. A sign-in page or a proxy does that. An Okta org does not.`,
    notAnOktaOrg: (host: string, isPage: boolean) =>
      `${host} answers, but not as an Okta org does${isPage ? ': it sent a web page' : ''}.`,
    notUnderstood: (host: string, isJson: boolean) =>
      `${host} answered in a form Keyturn does not understand${isJson ? '' : ': it is cut off or not JSON'}.`,
    checkProxy: 'Test again. If it happens again, check that no proxy on the way changes answers.',
  },
  outcomes: {
    rateLimited: (host: string, waitMs: number | null, judging: 'token' | 'app' | 'nothing') =>
      `The rate limit of ${host} is used up. ${waitMs === null ? 'Okta does not say for how long.' : `It frees up in about ${span(waitMs)}.`}${judging === 'nothing' ? '' : ` Okta has not checked the ${judging}.`}`,
    waitAndTryAgain: 'Wait and try again.',
    waitAndTestAgain: 'Wait and test again, or find out what else calls Okta with this token.',
    oktaTrouble: (host: string, status: number, waitMs: number | null, anonymous: boolean) =>
      `${host} answered with an error of its own (HTTP ${status}). ${anonymous ? 'Keyturn does not know whether it is an Okta org.' : 'Keyturn learned nothing about the token.'}${waitMs === null ? '' : ` ${host} asks to wait for about ${span(waitMs)}.`}`,
    oktaTroubleAnonymous:
      'Check the Org URL, then try again in a few minutes. If it happens again, look at status.okta.com.',
    oktaTroubleTest:
      'Test again in a few minutes. If it happens again, look at status.okta.com and give Okta the request ID.',
    notAccepted: (host: string) =>
      `${host} does not know this token. It was revoked, it expired after 30 days without use, its owner was deactivated, the value was miscopied, or it belongs to another org.`,
    howToTell:
      'Look in the Admin Console under Security, API, Tokens. If the token is listed there, the value was miscopied or its owner is not active. If it is not listed, it was revoked or has expired, and you need a new one.',
    noToken: (host: string) => `${host} did not recognize this as an API token.`,
    copyAgain:
      'Copy the value again. It begins with 00 and has 42 characters. The Admin Console shows it only once.',
    notAllowed: (host: string) =>
      `${host} accepted the token but does not allow this call. Its owner has no admin role for it, or the token may not be used from this computer's address.`,
    giveRole:
      'Give the owner the smallest role that covers the call, or check the network zones of the token in the Admin Console.',
    noFeature: (host: string) =>
      `${host} accepted the token, but the org does not have the feature that this call needs.`,
    askSubscription: 'Ask Okta whether the feature belongs to your subscription.',
    notOktasForm: (host: string, status: number) =>
      `${host} answered with HTTP ${status}, and not in Okta's form.`,
    checkWay:
      'Test again. If it happens again, check that nothing between this computer and Okta changes answers.',
    refusedCall: (host: string, status: number, errorCode: string) =>
      `${host} accepted the token but refused this call${status === 404 ? ', because the object does not exist or this token may not see it' : ''} (${errorCode}).`,
    giveCode: 'Give Okta the error code and the request ID if you need to know why.',
    lacksScope: (host: string, scopes: readonly string[]) =>
      `${host} accepted the token, but the token lacks ${scopes.length === 0 ? 'a scope that this call needs' : `the scope ${anyOf(scopes)}`}.`,
    grantScope:
      'In the app, under Okta API Scopes, grant the scope. Then ask for it with the next token. Only a super admin can grant it.',
    invalidToken: (host: string) =>
      `${host} does not accept this token: it has expired, was revoked, or is not meant for this org.`,
    askForNewToken: 'Ask for a new token and try again.',
    noProof: (host: string) => `${host} did not accept the proof of possession of this token.`,
    checkClock: 'Check that the clock of this computer is right, then test again.',
    refused: (host: string, error: string) => `${host} refused the token (${error}).`,
    giveError: 'Give Okta the error and the request ID if you need to know why.',
    mayNotRead: 'this token may not read it',
    whenAsked: (word: string) => `${word.toLowerCase()} when asked`,
  },
  proxy: {
    socks: 'The system asks for a SOCKS proxy, which Keyturn cannot use.',
    fault: {
      'not-one': 'The proxy address in use is not the address of an HTTP proxy.',
      socks: 'The proxy address in use is that of a SOCKS proxy, which Keyturn cannot use.',
      brackets:
        'The proxy address in use is an IPv6 address without brackets. Write it as http://[2001:db8::1]:8080.',
      signs:
        'The name or password in the proxy address has a sign that ends an address. Write \\ as %5C, / as %2F, ? as %3F and # as %23.',
    },
  },
  buckets: {
    apiTokens: 'API tokens',
    apps: 'Apps',
    groups: 'Groups',
    systemLog: 'System Log',
    org: 'Org',
    principalRateLimits: 'Principal rate limits',
    users: 'Users',
    zones: 'Network zones',
    roles: 'Roles',
    wellKnown: 'Well-known',
    other: 'Other',
  },
  transport: {
    inspected:
      'If your company inspects TLS, choose its CA certificate as extra CA file in Settings. Otherwise do not trust this connection.',
    expired: (host: string) =>
      `No secure connection to ${host}: its certificate has expired. Nothing was sent to it.`,
    renew:
      "Check this computer's date and time. If they are right, whoever runs that address must renew the certificate.",
    notYetValid: (host: string) =>
      `No secure connection to ${host}: its certificate is not valid yet. Nothing was sent to it.`,
    checkDate: "Check this computer's date and time.",
    anotherName: (host: string) =>
      `No secure connection to ${host}: its certificate belongs to another name. Nothing was sent to it.`,
    checkSpelling:
      'Check the spelling of the Org URL. If the org has a custom domain, its certificate may be set up wrongly.',
    selfSigned: (host: string) =>
      `No secure connection to ${host}: its certificate is signed only by itself. Nothing was sent to it.`,
    unknownAuthority: (host: string) =>
      `No secure connection to ${host}: its certificate comes from an authority this computer does not know. Nothing was sent to it.`,
    revoked: (host: string) =>
      `No secure connection to ${host}: its certificate was revoked. Nothing was sent to it.`,
    doNotTrust: 'Do not trust this connection; ask whoever runs that address.',
    badCertificate: (host: string, code: string) =>
      `No secure connection to ${host}: its certificate is not valid (${code}). Nothing was sent to it.`,
    proxyWantsPassword: (proxy: string) => `The proxy ${proxy} wants a user name and password.`,
    proxyUnreachable: (proxy: string) => `The proxy ${proxy} cannot be reached.`,
    proxyRefused: (proxy: string, host: string, status: string) =>
      `The proxy ${proxy} refused to connect to ${host} (HTTP ${status}).`,
    enterPassword: 'Enter them in the proxy address in Settings (http://name:password@host:port).',
    checkProxy: 'Check the proxy in Settings, or ask whoever runs it to allow your Okta org.',
    tooMuch: (host: string) => `${host} sent far more data than Keyturn reads, so Keyturn stopped reading.`,
    checkOrgUrl: 'Check the Org URL. If it is right, test again.',
    timedOut: (host: string) => `${host} did not answer in time.`,
    mayBeHeld: 'Test again. If it happens again, the network or a proxy on the way may delay the call.',
    noTls: (host: string) =>
      `${host} does not speak TLS in a way this computer accepts. Nothing was sent to it.`,
    checkPort: 'Check the Org URL and its port. A firewall or proxy on the way can also cause this.',
    notHttp: (host: string) => `${host} answered with something that is not HTTP.`,
    noSuchName: (host: string) =>
      `The name ${host} could not be looked up: this computer is offline, or the name does not exist.`,
    checkConnection: 'Check the connection and the spelling of the Org URL.',
    unreachable: (host: string) => `The connection to ${host} could not be made or broke off.`,
    checkNetwork: 'Check the network connection, then test again. A firewall or VPN may be in the way.',
    failed: (host: string) => `The call to ${host} failed on this computer before an answer came.`,
    checkConnectionOnly: 'Check the network connection, then test again.',
  },
  wholeList: {
    takeOktasAddress:
      'Use the address that Okta itself gives the org. If it happens again, check whether a proxy changes answers.',
    longer: 'the list is longer than Keyturn read',
  },
};
