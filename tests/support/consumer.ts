import { Agent, request } from 'undici';
import type { FakeOkta, RunningOrg } from '../fake-okta/server.ts';

export interface ConsumerCall {
  readonly userAgent: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** A call with a token from outside Keyturn, as a script of the person's would make it. Gives the status. */
export async function callAs(
  fake: FakeOkta,
  org: RunningOrg,
  value: string,
  { userAgent, method = 'GET', path, body }: ConsumerCall,
): Promise<number> {
  const dispatcher = new Agent({ connect: { ca: fake.caPem } });
  // Systems differ in whether they know names under localhost; the fake answers on localhost itself too.
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
