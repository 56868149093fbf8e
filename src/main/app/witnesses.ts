import { doesJob } from '../../shared/rotation-words.ts';
import { familyOf } from '../features/access/mapping.ts';
import type { RotationNeeds, Witness } from '../features/rotation/needs.ts';
import { valueLent } from '../features/rotation/witness.ts';
import type { ServiceDesk } from '../features/service/desk.ts';
import type { LoggedApp } from '../features/usage/desk.ts';
import type { House } from './house.ts';
import { words } from './words.ts';

const appOf = (apps: ServiceDesk, tokenId: string) =>
  apps.list().apps.find((app) => app.tokenId === tokenId) ?? null;

/** Returns the app that does a token's job by its newest test, or null. */
export function successorOf(apps: ServiceDesk, tokenId: string): ReturnType<RotationNeeds['successorOf']> {
  const app = appOf(apps, tokenId);
  if (app === null || app.clientId === null || !doesJob(app)) return null;
  const { id, label, clientId } = app;
  return { id, label, clientId };
}

/** Returns an app as the look for its first call in the System Log needs it. Returns null when the id is not of an app. */
export function appInLog(apps: ServiceDesk, id: string): LoggedApp | null {
  const app = apps.list().apps.find((one) => one.id === id);
  if (app === undefined) return null;
  const reads = app.lastTest?.rows.some((row) => row.family === 'logs' && row.app === 'allowed') ?? false;
  return { ...app, lend: reads ? (signal) => apps.lend(id, false, signal) : null };
}

/** Returns the credentials of a token's org apart from the token: its app, then other tokens that Okta accepted. */
export function witnessesOf(
  house: House,
  apps: ServiceDesk,
  tokenId: string,
  reads: 'logs' | 'tokens' | null,
): Witness[] {
  const { orgId } = house.tokens.get(tokenId);
  const asked = { reads: reads === null ? [] : [reads], except: tokenId, accepted: true };
  return [
    ...appWitness(apps, tokenId, reads),
    ...house.askers(orgId, asked).map(({ id, label }): Witness => {
      const lend = async () => valueLent(house.tokens.secretOf(id));
      // Every API token may read its own user.
      return { name: words.witnesses.token(label), read: { path: '/api/v1/users/me', query: {} }, lend };
    }),
  ];
}

/** Returns the token's app as a witness, if its newest test read `reads`, or anything when `reads` is null. */
function appWitness(apps: ServiceDesk, tokenId: string, reads: 'logs' | 'tokens' | null): Witness[] {
  const app = appOf(apps, tokenId);
  // The path of some families names a user, and an app is not a user.
  const read = app?.lastTest?.rows
    .filter((row) => row.app === 'allowed' && (reads === null || row.family === reads))
    .map(({ family }) => familyOf(family))
    .find(({ path }) => !path.includes('{'));
  if (app === null || read === undefined) return [];
  const lend: Witness['lend'] = (signal) => apps.lend(app.id, false, signal);
  return [{ name: words.witnesses.app(app.label), read, lend }];
}
