import { signatureAlgorithms } from './authorization-server.ts';
import { readProof } from './dpop.ts';
import { errorReply, type Reply } from './reply.ts';
import type { Ask, Caller } from './routes.ts';

export type OAuthScheme = 'Bearer' | 'DPoP';

interface Challenge {
  readonly scheme: OAuthScheme;
  readonly status: number;
  readonly error: string;
  readonly description: string;
  /** The scope that the operation needs, if known. */
  readonly scope?: string;
}

/**
 * Returns the refusal of an access token. Real orgs put everything in WWW-Authenticate and send no body. People saw this for missing scopes
 * (okta-sdk-golang, issue 145) and for DPoP proofs. The addresses in the header start with http, as they saw it.
 */
function challenge(
  { url }: Ask,
  { scheme, status, error, description, scope }: Challenge,
  body?: unknown,
): Reply {
  const parts = [
    ...(scheme === 'DPoP' ? [`algs="${signatureAlgorithms.join(' ')}"`] : []),
    `authorization_uri="http://${url.host}/oauth2/v1/authorize"`,
    `realm="http://${url.host}"`,
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
    `error="${error}"`,
    `error_description="${description}"`,
    `resource="${url.pathname}"`,
  ];
  return {
    status,
    ...(body === undefined ? {} : { body }),
    headers: { 'www-authenticate': `${scheme} ${parts.join(', ')}` },
  };
}

/** Returns the app of a call's access token, or an answer that refuses the call. */
export async function authenticateOAuth(
  ask: Ask,
  scheme: OAuthScheme,
  value: string,
): Promise<Caller | Reply> {
  const { org } = ask;
  const access = await org.oauth.read(value);
  const app = org.serviceApps.find(({ clientId, active }) => active && clientId === access?.clientId);
  if (access === null || app === undefined) {
    // The description has a body for 401 and no header. It is unknown whether real orgs send the body for access tokens.
    const body = org.oauthRefusals.invalidToken ? errorReply(401, 'E0000011').body : undefined;
    const description = 'The access token is invalid.';
    return challenge(ask, { scheme, status: 401, error: 'invalid_token', description }, body);
  }
  const caller: Caller = { actor: app, owner: null, token: null, access: { ...access, scheme } };
  const refuse = (status: number, error: string, description: string) =>
    challenge(ask, { scheme, status, error, description });
  if (scheme === 'Bearer') {
    return access.jkt === null
      ? caller
      : refuse(
          400,
          'invalid_request',
          'The resource request must use the DPoP authentication scheme when using a DPoP bound token.',
        );
  }
  if (access.jkt === null) {
    return refuse(401, 'invalid_token', 'The presented access_token is not DPoP bound.');
  }
  if (ask.dpop === undefined) {
    return refuse(400, 'invalid_request', 'The resource request requires a DPoP proof.');
  }
  const proof = await readProof(ask, { accessToken: value });
  if ('error' in proof) return refuse(400, proof.error, proof.description);
  return proof.jkt === access.jkt
    ? caller
    : refuse(400, 'invalid_dpop_proof', 'The access_token is not bound to the provided DPoP proof.');
}

/** Returns the refusal of a token without the scope that an operation needs. */
export function insufficientScope(ask: Ask, scheme: OAuthScheme, scope: string): Reply {
  const description = 'The access token provided does not contain the required scopes.';
  const body = ask.org.oauthRefusals.insufficientScope
    ? errorReply(403, 'E0000006', '', [description]).body
    : undefined;
  return challenge(ask, { scheme, status: 403, error: 'insufficient_scope', description, scope }, body);
}
