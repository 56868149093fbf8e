import { Agent, request } from 'undici';
import type { FakeOkta, RunningOrg } from '../fake-okta/server.ts';

export interface ConsumerCall {
  readonly userAgent: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Calls Okta with a token from outside Keyturn, as a person's script would. Returns the status. */
export async function callAs(
  fake: FakeOkta,
  org: RunningOrg,
  value: string,
  { userAgent, method = 'GET', path, body }: ConsumerCall,
): Promise<number> {
  const dispatcher = new Agent({ connect: { ca: fake.caPem } });
  // Not every system resolves names under localhost. The fake also answers on localhost itself.
  const { port } = new URL(org.origin);
  const answer = await request(`https://localhost:${port}${path}`, {
    method,
    headers: {
      authorization: `SSWS ${value}`,
      'user-agent': userAgent,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    dispatcher,
  });
  await answer.body.text();
  await dispatcher.close();
  return answer.statusCode;
}
