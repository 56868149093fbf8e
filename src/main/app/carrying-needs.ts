import { Secret } from '../base/secret.ts';
import { adminUrlOf } from '../features/orgs/org-url.ts';
import type { ServiceDesk } from '../features/service/desk.ts';
import type { CarriedOrg } from '../features/vault/carried.ts';
import type { CarryingNeeds } from '../features/vault/carrying.ts';
import type { House } from './house.ts';
import { words } from './words.ts';

/** Returns what the transfer of credentials to another computer needs, from the house and the apps. */
export const ofCarrying = (
  house: House,
  service: Pick<ServiceDesk, 'carried' | 'takeIn'>,
): CarryingNeeds => ({
  ...house,
  carried: () => {
    const kept = house.tokens.list();
    const whole = kept.filter(({ readable, revokedAt }) => readable && revokedAt === null);
    const tokens = whole.map((token) => {
      const { label, purpose, environment, tags, consumers, rotateEveryDays, capturedAt } = token;
      using secret = house.tokens.secretOf(token.id);
      const value = secret.use((bytes) => bytes.toString('utf8'));
      const profile = { label, purpose, environment, tags, consumers, rotateEveryDays };
      return { ...profile, origin: house.originOf(token), value, capturedAt };
    });
    const orgs = house.orgs.list().map(({ id: _, name: __, tokenCount: ___, ...identity }) => identity);
    return { orgs, tokens, apps: service.carried(), leftOut: kept.length - whole.length };
  },
  keep: ({ orgs, tokens, apps }) =>
    house.vault.transaction(() => {
      const orgIdOf = (origin: string): string | undefined => {
        const org = orgs.find((one) => one.origin === origin);
        return house.orgs.byOrigin(origin)?.id ?? (org === undefined ? undefined : keptOrg(house, org));
      };
      const added = { tokens: 0, apps: 0 };
      for (const token of tokens) {
        using secret = Secret.fromText(token.value);
        if (house.tokens.labelOfValue(token.origin, secret) !== null) continue;
        const { origin, value: _, capturedAt, ...profile } = token;
        const orgId = orgIdOf(origin);
        if (orgId === undefined) continue;
        const id = house.tokens.add(orgId, origin, profile, secret, capturedAt);
        house.noteToken('token.imported', house.tokens.get(id), words.needs.imported);
        added.tokens++;
      }
      for (const { origin, ...app } of apps) {
        if (service.takeIn(() => orgIdOf(origin), app)) added.apps++;
      }
      return added;
    }),
});

/**
 * Keyturn makes the host and the Admin Console's address from the origin. Otherwise a file could show one org while Keyturn sends the
 * tokens, also those that a person adds later, to another.
 */
const keptOrg = (house: House, org: CarriedOrg): string =>
  house.orgs.keep(
    { ...org, host: new URL(org.origin).host, adminUrl: adminUrlOf(org.origin), notes: [] },
    house.clock.now(),
  );
