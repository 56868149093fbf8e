/**
 * `node tools/bench/test-by-sdk.ts`: makes the calls of Test all with Okta's own client. Its input is JSON: the orgs, each with an address and
 * the values of its tokens. The orgs are tested at the same time, and two tokens at a time within each, as Keyturn does.
 */
import { json } from 'node:stream/consumers';
import okta from '@okta/okta-sdk-nodejs';

async function test(orgUrl: string, token: string): Promise<void> {
  const { userApi, roleAssignmentApi, apiTokenApi } = new okta.Client({ orgUrl, token });
  const { id: userId = '' } = await userApi.getUser({ userId: 'me' });
  const lists = await Promise.all([
    roleAssignmentApi.listAssignedRolesForUser({ userId }),
    apiTokenApi.listApiTokens(),
  ]);
  for (const list of lists) await list.each(() => undefined);
}

const orgs = (await json(process.stdin)) as { orgUrl: string; values: string[] }[];
await Promise.all(
  orgs.flatMap(({ orgUrl, values }) =>
    [0, 1].map(async () => {
      for (let value = values.pop(); value !== undefined; value = values.pop()) await test(orgUrl, value);
    }),
  ),
);
