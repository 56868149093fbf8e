import type { FakeUser } from '../../../src/demo/okta/model.ts';
import { askersOf } from '../../../src/main/app/askers.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { type FakeOkta, type RunningOrg, startFakeOkta } from '../../fake-okta/server.ts';
import { identity, profile } from '../main/samples.ts';
import { Told } from '../main/told.ts';
import { unwatched } from '../main/unwatched.ts';
import { clientOf, SkippingClock } from '../okta/harness.ts';
import { newFolder, open } from '../vault/helpers.ts';

export const day = 86_400_000;

/** An org of the fake, a vault with one token of it, and what the desks of tasks need. */
export async function tasksWorld() {
  const fake: FakeOkta = await startFakeOkta({ orgs: [{ subdomain: 'acme', companyName: 'Acme' }] });
  const acme = fake.org('acme');
  const clock = new SkippingClock(fake);
  const client = clientOf(fake, clock);
  const vault = open(newFolder());
  await vault.start();
  const tokens = new TokenStore(vault);
  const told = new Told();
  const notes: string[] = [];
  /** What the person answers to dialogs: a path to save to or to open, and whether a question is answered with yes. */
  const person = {
    saves: null as string | null,
    opens: null as string | null,
    says: true,
    asked: [] as { question: string; detail: string; yes: string }[],
  };
  const orgId = new OrgStore(vault).keep(
    { ...identity(new URL(acme.origin).host), oktaOrgId: acme.org.id, adminUrl: acme.adminUrl },
    clock.now(),
  );
  const keep = (owner = 'ada.admin@acme.com', label = owner) => {
    const issued = acme.org.issueToken({ owner, name: label });
    const secret = Secret.fromText(issued.value);
    const tokenId = tokens.add(orgId, acme.origin, profile(label), secret, clock.now());
    return { ...issued, tokenId };
  };
  const needs = {
    watch: unwatched,
    client,
    clock,
    publish: told.publish,
    dialogs: {
      openFile: async () => person.opens,
      openFolder: async () => null,
      saveFile: async () => person.saves,
      confirm: async (question: string, detail: string, yes: string) => {
        person.asked.push({ question, detail, yes });
        return person.says;
      },
    },
    askers: (wanted: string) => askersOf(tokens.list(), wanted, { reads: ['users'] }),
    originOf: () => acme.origin,
    secretOf: (tokenId: string) => tokens.secretOf(tokenId),
    note: (action: string, token: Token, sentence: string) =>
      void notes.push(`${action} ${token.label}: ${sentence}`),
  };
  return {
    ...{ fake, acme, clock, client, vault, tokens, told, notes, person, orgId, keep, needs },
    end: async () => {
      await client.close();
      await fake.close();
    },
  };
}

/** Adds `count` active users, `user-0000@acme.com` and so on. */
export function addUsers({ org }: RunningOrg, count: number): FakeUser[] {
  return Array.from({ length: count }, (_, n) => org.addUser(`user-${String(n).padStart(4, '0')}@acme.com`));
}

/** The logins of users in their order. */
export const logins = (users: readonly { login: string }[]): string[] => users.map(({ login }) => login);
