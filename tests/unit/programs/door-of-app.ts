import type { ServiceApp as OktaApp } from '../../../src/demo/okta/service-apps.ts';
import { ServiceDesk } from '../../../src/main/features/service/desk.ts';
import type { FakeOkta } from '../../fake-okta/server.ts';
import { identity, profile } from '../main/samples.ts';
import { serviceNeeds } from '../service/service-needs.ts';
import { callerOf, DoorHarness } from './door-harness.ts';

/** The door of an app that reads users, with the app here and in the fake Okta. */
export interface DoorOfApp {
  readonly door: DoorHarness;
  readonly desk: ServiceDesk;
  readonly appId: string;
  readonly made: OktaApp;
  /** What was copied to the clipboard. */
  readonly copied: readonly string[];
}

/** Opens the door of an app that reads users, for the program "keyturn". */
export async function doorOfApp(fake: FakeOkta, dpop: boolean): Promise<DoorOfApp> {
  const acme = fake.org('acme');
  const door = new DoorHarness(fake);
  door.findCaller = () => Promise.resolve(callerOf('keyturn'));
  const { promise, resolve } = Promise.withResolvers<Omit<DoorOfApp, 'door'>>();
  door.lends = async (vault, client) => {
    const org = { ...identity(new URL(acme.origin).host), origin: acme.origin };
    const copied: string[] = [];
    const copy = async (text: string) => copied.push(text);
    const desk = new ServiceDesk({ ...serviceNeeds(vault, client, door.clock, org), copy });
    const needs = [{ family: 'users' as const, access: 'read' as const }];
    const added = await desk.add('draft', profile('terraform'), { kind: 'custom', needs });
    const made = acme.org.addServiceApp({
      ...{ name: 'terraform', jwk: JSON.parse(added.jwk), scopes: ['okta.users.read'], dpop },
      roles: [{ type: 'READ_ONLY_ADMIN' }],
    });
    desk.setClient(added.id, made.clientId);
    resolve({ desk, appId: added.id, made, copied });
    return {
      id: added.id,
      token: () => ({ ...desk.app(added.id), readable: true, revokedAt: null }),
      lend: (id, own, signal) => desk.lend(id, own, signal),
    };
  };
  await door.begin({ value: true });
  acme.requests.length = 0;
  return { door, ...(await promise) };
}
