import {
  calculateJwkThumbprint,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { accessTokenSeconds, signatureAlgorithms } from './authorization-server.ts';
import { readProof } from './dpop.ts';
import { errorReply, type Reply } from './reply.ts';
import type { Ask } from './routes.ts';
import { isOktaScope, type ServiceApp } from './service-apps.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How far in the future an assertion may expire, in seconds. */
const longest = 3600;

/** Returns an error in OAuth's form. Okta's token endpoint uses it instead of Okta's own. */
const refusal = (status: number, error: string, error_description: string): Reply => ({
  status,
  body: { error, error_description },
});

const noClient = (description: string): Reply => refusal(401, 'invalid_client', description);

/**
 * POST /oauth2/v1/token for service apps. It accepts only the client credentials grant with a signed assertion (Okta, OAuth for Okta with a
 * service app). Okta does not document the order of its checks. Here the client comes first, then its proof, then the scopes.
 */
export async function tokenEndpoint(ask: Ask): Promise<Reply> {
  if (ask.method !== 'POST') return errorReply(405, 'E0000022');
  if (!/^application\/x-www-form-urlencoded\b/i.test(ask.contentType ?? '')) {
    return errorReply(400, 'E0000021');
  }
  const form = new URLSearchParams(ask.body);
  const grantType = form.get('grant_type') ?? '';
  // This message is a guess: Okta's list of errors has none for this case.
  if (grantType === '')
    return refusal(400, 'invalid_request', 'The token request must specify a grant_type.');
  if (grantType !== 'client_credentials') {
    return refusal(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server. Configured grant types: [client_credentials].',
    );
  }
  const client = await authenticated(ask, form);
  if ('status' in client) return client;
  const { app } = client;
  let jkt: string | null = null;
  // An unneeded proof is ignored: Okta's own client for Node sends one with every request.
  if (app.dpop) {
    const proof = await readProof(ask, { nonce: true });
    if ('error' in proof) {
      const { error, description } = proof;
      const asks = error === 'use_dpop_nonce' ? { headers: { 'dpop-nonce': ask.org.oauth.nonce } } : {};
      return { ...refusal(400, error, description), ...asks };
    }
    // Okta's real message for this is unknown.
    if (ask.org.wantsSeparateProofKey && client.jkt === proof.jkt) {
      return refusal(400, 'invalid_dpop_proof', 'The DPoP proof JWT is invalid.');
    }
    jkt = proof.jkt;
  }
  const wanted = (form.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
  if (wanted.length === 0) return refusal(400, 'invalid_scope', 'No scopes were requested.');
  if (!wanted.every(isOktaScope)) {
    return refusal(
      400,
      'invalid_scope',
      'One or more scopes are not configured for the authorization server resource.',
    );
  }
  const scopes = [...new Set(wanted)].filter((scope) => app.scopes.includes(scope));
  if (scopes.length === 0) {
    return refusal(400, 'consent_required', 'You are not allowed any of the requested scopes.');
  }
  const { value, id } = await ask.org.oauth.issue(app, { issuer: ask.url.origin, scopes, jkt });
  ask.org.log(
    'app.oauth2.token.grant.access_token',
    app,
    { id, type: 'access_token', displayName: 'Access Token' },
    { userAgent: ask.userAgent },
  );
  return {
    status: 200,
    body: {
      token_type: jkt === null ? 'Bearer' : 'DPoP',
      expires_in: accessTokenSeconds,
      access_token: value,
      scope: scopes.join(' '),
    },
  };
}

/** Returns the app of an assertion with the thumbprint of its signing key, or why there is none. */
async function authenticated(
  ask: Ask,
  form: URLSearchParams,
): Promise<{ readonly app: ServiceApp; readonly jkt: string } | Reply> {
  const assertion = form.get('client_assertion') ?? '';
  if (assertion === '') {
    return form.has('client_secret') || ask.authorization?.startsWith('Basic ')
      ? noClient(
          'Client Credentials requests to the Org Authorization Server must use the private_key_jwt token_endpoint_auth_method.',
        )
      : noClient('No client credentials found.');
  }
  if (form.get('client_assertion_type') !== assertionType) {
    return refusal(400, 'invalid_request', 'The client_assertion_type is invalid.');
  }
  let header: ProtectedHeaderParameters;
  let claims: JWTPayload;
  try {
    header = decodeProtectedHeader(assertion);
    claims = decodeJwt(assertion);
  } catch {
    return noClient('The parsing of the client_assertion failed.');
  }
  // It is a guess that Okta treats a deactivated app like an unknown one.
  const app = ask.org.serviceApps.find(({ clientId, active }) => active && clientId === claims.iss);
  if (app === undefined) return noClient('The issuer claim for client_assertion is not a valid client_id.');
  if (claims.sub !== app.clientId) {
    return noClient('The subject claim for client_assertion is not a valid client_id.');
  }
  if ((form.get('client_id') ?? app.clientId) !== app.clientId) {
    return noClient("Invalid value for 'client_id' parameter.");
  }
  const signer = await signedBy(app, assertion, header);
  if (typeof signer === 'string') return noClient(signer);
  const wrong = wrongClaims(claims, ask);
  if (wrong !== null) return noClient(wrong);
  // The assertion is used up even when the request fails for another reason, such as a missing nonce. Okta does not document this, so
  // clients should sign a new one.
  if (claims.jti !== undefined && !ask.org.oauth.firstUse('assertion', app.clientId, claims.jti)) {
    return noClient('The client_assertion token has already been used.');
  }
  return { app, jkt: signer.jkt };
}

async function signedBy(
  app: ServiceApp,
  assertion: string,
  { alg = '', kid }: ProtectedHeaderParameters & { readonly kid?: string },
): Promise<{ readonly jkt: string } | string> {
  if (!signatureAlgorithms.includes(alg)) {
    return 'The client_assertion JWT signature algorithm is invalid.';
  }
  if (app.keys.length === 0) {
    return 'The client does not have a JWKSet configured, but the client_assertion requires one.';
  }
  // It is a guess that Okta names an inactive key as it names an unknown one.
  const keys = app.activeKeys.filter((key) => kid === undefined || key.kid === kid);
  if (keys.length === 0) return 'The client_assertion JWT kid is invalid.';
  for (const key of keys) {
    try {
      await compactVerify(assertion, await importJWK(key, alg), { algorithms: [alg] });
      return { jkt: await calculateJwkThumbprint(key) };
    } catch {
      // Another of its keys may be the signing key.
    }
  }
  return 'The client_assertion signature is invalid.';
}

function wrongClaims({ aud, exp, iat }: JWTPayload, { url, clock }: Ask): string | null {
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(`${url.origin}${url.pathname}`)) {
    return 'The audience claim for client_assertion must be the endpoint invoked for the request.';
  }
  const now = clock.now() / 1000;
  if (typeof exp !== 'number') {
    return "The client_assertion must contain the 'exp' claim as seconds since epoch.";
  }
  if (exp <= now) return 'The client_assertion token is expired.';
  if (exp > now + longest) {
    return 'The client_assertion token has an expiration too far into the future.';
  }
  if (iat !== undefined && iat > now) {
    return 'The client_assertion token must be issued before the current time.';
  }
  return null;
}
